"""Commands that list records and give out a visit's note. Lists name people by initials only."""

from __future__ import annotations

from collections.abc import Iterator

from msp_desktop.errors import BadInput
from msp_desktop.record.ids import RecordId
from msp_desktop.record.record import B, Shelf
from msp_desktop.translation import tr
from msp_desktop.workspace import Workspace


def people(workspace: Workspace) -> Iterator[str]:
    """id, day the record was last saved, state, initials."""
    for item in workspace.people.list():
        yield f"{item.id}\t{item.at[:10]}\tsaved\t{initials(item.body.call_me)}"


def visits(workspace: Workspace) -> Iterator[str]:
    """id, day, state, initials."""
    named = {item.id: initials(item.body.call_me) for item in workspace.people.list()}
    for item in workspace.visits.list(order=("day", "n")):
        yield f"{item.id}\t{item.body.day}\t{item.body.state}\t{named.get(item.body.person, '')}"


def answers(workspace: Workspace) -> Iterator[str]:
    """id, day saved, state, initials, and the tool they answer."""
    named = {item.id: initials(item.body.call_me) for item in workspace.people.list()}
    for item in workspace.answers.list():
        who = named.get(item.body.person, "")
        yield f"{item.id}\t{item.at[:10]}\t{item.body.state}\t{who}\t{item.body.tool}"


LISTS = {"people": people, "visits": visits, "answers": answers}


def note(workspace: Workspace, visit: str) -> Iterator[str]:
    """The paste-ready note of one visit; giving it out is an event in the vault."""
    yield workspace.notes.copy(whole_id(workspace.visits, visit), where_to="command line").text


def whole_id(shelf: Shelf[B], prefix: str) -> RecordId:
    """The one record whose id begins with `prefix`; raises BadInput where none or several do."""
    if not prefix.isascii():
        prefix = "?"  # no id has one, and half a character could not even be asked for
    if whole := shelf.list({"id": prefix}):
        return whole[0].id
    following = shelf.list(order=("id",), after=(prefix,), limit=2)
    found = [item.id for item in following if item.id.startswith(prefix)]
    if not found:
        raise BadInput(tr("No record has an id that begins like that. `msp-desktop list` shows them."))
    if len(found) > 1:
        raise BadInput(tr("Several records have an id that begins like that. Give a longer beginning."))
    return found[0]


def initials(name: str) -> str:
    """The first letters of a name, for lists that a stranger may see."""
    return "".join(part[0] for part in name.split()).upper()
