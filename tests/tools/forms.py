"""Spreadsheets as teams have them, and as nobody should send them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = [
    "type", "name", "label::English (en)", "label::Cymraeg (cy)", "hint::English (en)", "relevant", "constraint",
    "required", "parameters", "appearance", "calculation",
]  # fmt: skip

FORM: Mapping[str, Sequence[Sequence[object]]] = {
    "survey": [
        HEADINGS,
        ["begin_group", "money", "Your money", "Eich arian"],
        ["select_one yn", "has", "Do you hold your own money?", "", "Ask it alone.", "", "", "yes"],
        ["text", "who", "Who holds it?", "", "", "${has} = 'no'", "", "", "", "multiline"],
        ["integer", "days", "How many days a week?", "", "", "${has} != 'yes'", ". >= 0 and . <= 7"],
        ["range", "score", "How much say do you have?", "", "", "", "", "", "start=0 end=10 step=1"],
        ["end_group"],
        ["select_multiple aids", "1 aids", "What helps you?"],
        ["date", "again", "Look again on", "", "", "selected(${1 aids}, '2') and not(${score} > 5 or ${days} < 3)"],
        ["begin repeat", "folk", "Who helps?"],
        ["text", "name", "Name"],
        ["select_one yn", "near", "Near?", "", "", "${name} != ''"],
        ["end repeat"],
        ["calculate", "x", "", "", "", "", "", "", "", "", "1+1"],
        ["text", "self", "Self", "", "", "${self} = 'a'"],
        ["text", "odd", "Odd", "", "", "string-length(${who}) > 2"],
    ],
    "choices": [
        ["list name", "name", "label::English (en)"],
        ["yn", "yes", "Yes"], ["yn", "no", "No"], ["aids", 1, "Glasses"], ["aids", 2.0, "Phone"],
        ["aids", 2, "Again"], ["spare", "a", "A"],
    ],
    "settings": [["form_title", "form_id", "version", "style"], ["Money talk", "Money talk", 2, "pages"]],
    "ideas": [["anything"]],
}  # fmt: skip


def saved(path: Path, form: Mapping[str, Sequence[Sequence[object]]] = FORM) -> Path:
    """The form as a spreadsheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in form.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def with_part(path: Path, name: str, data: bytes) -> Path:
    """The same spreadsheet with one more part inside."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, data)
    return path


def with_changed(path: Path, name: str, old: bytes, new: bytes) -> Path:
    """The same spreadsheet with one of its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            data = before.read(part)
            assert part.filename != name or old in data
            after.writestr(part.filename, data.replace(old, new) if part.filename == name else data)
    path.write_bytes(made.getvalue())
    return path
