"""From the content of a sheet to a PDF or to pictures of its pages, in memory: nothing of the person touches the disk.

Data go in as values, never as markup, so no answer can become an instruction to the typesetter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from msp_desktop.errors import Failure
from msp_desktop.sheets.content import Sheet
from msp_desktop.sheets.printable import printable
from msp_desktop.sheets.wording import wording
from msp_desktop.translation import tr

if TYPE_CHECKING:
    import typst

STANDARDS = ["a-2a", "ua-1"]
"""ISO 19005-2 level A, to be kept, and ISO 14289-1, to be read by everybody; one file is both."""

SCREEN_PPI = 96
_MAIN = b'#import "/sheets/sheet.typ": sheet\n#sheet\n'


class CannotPrint(Failure):
    """The typesetter refused. Its own words may hold what was filled in, so they are not passed on."""

    code = 1


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF, and the characters that no bundled face has, each once, so that somebody can be told."""

    pdf: bytes
    replaced: tuple[str, ...] = ()


def rendered(sheet: Sheet, *, at: datetime | None = None) -> Rendered:
    """The sheet as an archived and accessible PDF (PDF/A-2a and PDF/UA-1). The same sheet and time give the same bytes.

    Raises CannotPrint, never with what was filled in.
    """
    data, replaced = _data(sheet)
    whole_second = at.replace(microsecond=0) if at else None
    (pdf,) = _compiled(data, format="pdf", pdf_standards=STANDARDS, timestamp=whole_second)
    return Rendered(pdf, replaced)


def pages(sheet: Sheet, *, ppi: float = SCREEN_PPI) -> tuple[bytes, ...]:
    """The sheet's pages as PNG, for a preview. Raises CannotPrint."""
    data, _ = _data(sheet)
    return _compiled(data, format="png", ppi=ppi)


def _compiled(data: bytes, **how: Any) -> tuple[bytes, ...]:  # noqa: ANN401 - handed on to the typesetter as it is
    import typst  # here, since most commands print nothing

    source = {"main.typ": _MAIN, "data.json": data}
    try:
        made: Any = typst.compile(source, root=_root(), font_paths=_faces(), ignore_system_fonts=True, **how)
    except typst.TypstError:
        made = None
    if made is None:  # raised out here, so that no traceback carries the typesetter's words along
        raise CannotPrint(tr("This sheet could not be set on paper. Nothing was printed. Please report which one."))
    return tuple(made) if isinstance(made, list) else (made,)


@cache
def _faces() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_root() / "fonts"])


@cache
def _root() -> Path:
    return Path(str(files("resources")))


def _data(sheet: Sheet) -> tuple[bytes, tuple[str, ...]]:
    lost: dict[str, None] = {}
    plain = _plain(sheet, lost)
    title = sheet.chrome.title or sheet.chrome.id
    whole = {**plain, "wording": wording(sheet.language), "document_title": printable(title).words}
    return msgspec.json.encode(whole), tuple(lost)


def _plain(value: Any, lost: dict[str, None]) -> Any:  # noqa: ANN401 - one walk over every type of content
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        made = printable(value)
        lost.update(dict.fromkeys(made.replaced))
        return made.words
    if isinstance(value, tuple):
        return [_plain(each, lost) for each in value]
    if dataclasses.is_dataclass(value):
        return _named(value, lost)
    return value


def _named(value: Any, lost: dict[str, None]) -> Mapping[str, object]:  # noqa: ANN401 - any block
    parts = {field.name: _plain(getattr(value, field.name), lost) for field in dataclasses.fields(value)}
    return {"is": type(value).__name__.lower(), **parts}
