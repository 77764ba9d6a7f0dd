"""Reads the cells of a spreadsheet that a stranger may have made: plain text of a few sheets, or a refusal.

Nothing in it is run or followed: a file with macros, formulas, links to other files or parts of huge size is refused
before its cells are read.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from msp_desktop.errors import BadInput, StorageTrouble
from msp_desktop.translation import tr

LARGEST, LARGEST_INSIDE, MOST_PARTS = 2_000_000, 16_000_000, 300
"""Bytes of the file, bytes of all its parts unpacked, and how many parts: a form of 500 questions has 60 KB."""

MOST_ROWS, MOST_COLUMNS, LONGEST = 1500, 80, 4000
"""Of one sheet, and the letters of one cell."""

_OLD = b"\xd0\xcf\x11\xe0"
_ACTIVE = re.compile(r"vbaproject|macrosheets|activex|embeddings|ctrlprops", re.IGNORECASE)
_ELSEWHERE = re.compile(r"externallinks|connections\.xml|querytables", re.IGNORECASE)
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*[^/>]>')
_DOCTYPES = tuple("<!DOCTYPE".encode(coding) for coding in ("ascii", "utf-16-le", "utf-16-be"))
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_TOO_FAR = tr("its sheets are longer or wider than those of a form")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its number in the file, and its cells that hold something by the heading of their column."""

    number: int
    cells: Mapping[str, str] = field(default_factory=dict)


Sheets = Mapping[str, tuple[Row, ...]]
"""The rows of each sheet under its name in small letters, without the row of headings and without empty rows."""


def sheets_of(path: Path) -> Sheets:
    """Every sheet of a file. Raises BadInput for one that is no plain spreadsheet, StorageTrouble where it is away."""
    data = _bytes_of(path)
    _refuse_tricks(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of dressing that is not read
        try:
            return dict(_sheets(data))
        except BadInput:
            raise
        except Exception:  # noqa: BLE001 - whatever a library says of a stranger's file, it cannot be read
            raise _refused(tr("it cannot be read")) from None


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise OSError
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError:
        raise StorageTrouble(tr("This file cannot be opened. Nothing was changed. Check its name.")) from None
    if len(data) > LARGEST:
        raise _refused(tr("it is larger than 2 MB"))
    if data.startswith(_OLD):
        raise _refused(tr("it is locked with a password, or of an old kind. Save it as .xlsx without a password"))
    return data


def _refuse_tricks(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_size(parts.infolist())
            for part in parts.infolist():
                _refuse_part(part.filename, parts.read(part))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError):
        raise _refused(tr("it is no spreadsheet of the kind .xlsx")) from None
    except Exception as error:  # noqa: BLE001 - a decompressor's own kinds of error
        raise (error if isinstance(error, BadInput) else _refused(tr("it cannot be read"))) from None


def _refuse_size(parts: list[zipfile.ZipInfo]) -> None:
    # What a part claims is as much as can be read of it, so that the claims bound what is unpacked.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_INSIDE:
        raise _refused(tr("it is far larger inside than a form is"))


def _refuse_part(name: str, data: bytes) -> None:
    if _ACTIVE.search(name) or (name == "[Content_Types].xml" and b"macroEnabled" in data):
        raise _refused(tr("it holds macros or other programs. Save it as .xlsx without them"))
    if _ELSEWHERE.search(name):
        raise _refused(tr("it takes values from other files. Save it with its values alone"))
    if any(mark in data for mark in _DOCTYPES):
        raise _refused(tr("it is not written as spreadsheets are"))
    if name.startswith("xl/worksheets/") and any(map(_is_far, _FILLED_CELL.finditer(data))):
        raise _refused(_TOO_FAR)


def _is_far(cell: re.Match[bytes]) -> bool:
    column = 0
    for letter in cell[1]:
        column = 26 * column + letter - 64
    return column > MOST_COLUMNS or int(cell[2]) > MOST_ROWS


def _sheets(data: bytes) -> Iterator[tuple[str, tuple[Row, ...]]]:
    from openpyxl import load_workbook  # 150 ms, and few ever import a form

    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            yield sheet.title.strip().lower(), tuple(_rows(sheet))
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[Row]:  # noqa: ANN401 - openpyxl has no types
    headings: list[str] = []
    cells = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1)
    for number, row in enumerate(cells, 1):
        texts = [_text(cell, sheet.title) for cell in row]
        if any(texts) and (number > MOST_ROWS or any(texts[MOST_COLUMNS:])):  # cells that do not say where they are
            raise _refused(_TOO_FAR)
        if not headings:
            headings = _headings(texts) if any(texts) else []
        elif any(texts):
            yield Row(number, {headings[at]: text for at, text in enumerate(texts) if text})


def _text(cell: Any, sheet: str) -> str:  # noqa: ANN401 - openpyxl has no types
    value = cell.value
    if cell.data_type == "f":
        where = tr("a formula stands in it (sheet {sheet}, {cell}). Put its value there")
        raise _refused(where.format(sheet=_UNSEEN.sub(" ", sheet)[:31], cell=cell.coordinate))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime):
        value = value.date() if value.time() == datetime.min.time() else value
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    if len(text) > LONGEST:
        raise _refused(tr("a cell in it is longer than 4000 letters"))
    return " ".join(_UNSEEN.sub(" ", text).split())


def _headings(texts: list[str]) -> list[str]:
    """One for each column; where one is missing or stands twice, the number of the column tells it apart."""
    plain = [_plain(text) for text in texts]
    return [
        each if each and each not in plain[:at] else f"{each} ({at + 1})".strip() for at, each in enumerate(plain)
    ]  # fmt: skip


def _plain(heading: str) -> str:
    """A heading as it is looked up: `label:English` and `Label :: English (en)` are `label::english (en)`."""
    name, *language = (part.strip() for part in re.split(r"::?", heading, maxsplit=1))
    return "::".join([re.sub(r"\s+", "_", name.lower()), *(each.lower() for each in language)])


def _refused(why: str) -> BadInput:
    return BadInput(tr("This spreadsheet was not taken: {why}. Nothing was changed.").format(why=why))
