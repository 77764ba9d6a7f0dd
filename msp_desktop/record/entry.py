"""The edge where words enter: text cleaned, numbers, days, codes and lengths checked, each fault with its
sentence.

No sentence repeats what was entered: errors may end up in logs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import msgspec

from msp_desktop.errors import BadInput
from msp_desktop.practice.codes import CodeSet
from msp_desktop.record.kind import Kind
from msp_desktop.record.marks import NAME_LENGTH, TEXT_LENGTH, Calendar, Clock
from msp_desktop.record.shape import leaves
from msp_desktop.translation import tr

B = TypeVar("B")

# NUL ends a text in too many programs; a lone surrogate is half a character and cannot be written as UTF-8.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
_DAY_FORMATS = ("%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%d/%m/%Y", "%d.%m.%Y")


class TooLong(BadInput):
    """A text is longer than there is room for where it is kept."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text as it can be kept, and how many characters had to go."""

    text: str
    removed: int

    @property
    def sentence(self) -> str:
        """What to tell the worker; empty when nothing was removed."""
        return removed_sentence(self.removed)


def clean_text(text: str) -> CleanText:
    """The text without NUL and half characters; whole characters that came in two halves are put together."""
    if "\x00" not in text and _is_whole(text):
        return CleanText(text, 0)
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _is_paired(text) else text
    return CleanText(*_UNKEEPABLE.subn("", joined))


def removed_sentence(count: int) -> str:
    """Says how many characters were taken out; empty for none."""
    if not count:
        return ""
    if count == 1:
        return tr("One character that cannot be kept was taken out. Everything else is as you entered it.")
    sentence = tr("{count} characters that cannot be kept were taken out. The rest is as you entered it.")
    return sentence.format(count=count)


def nhs_number(text: str) -> str:
    """The ten digits of an NHS number, from any spacing; empty stays empty.

    Raises BadInput unless the check digit fits (modulus 11, practice.md 6.1). A fitting number proves no
    identity. Nobody has ten noughts, whose check digit fits.
    """
    digits = re.sub(r"[\s-]", "", text)
    if not digits:
        return ""
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise BadInput(tr("An NHS number has ten digits, such as 999 000 0050. Check it, or leave it empty."))
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    if digits == "0" * 10 or (11 - total % 11) % 11 != int(digits[9]):
        raise BadInput(tr("This is not a valid NHS number: its last digit does not fit. Check each digit."))
    return digits


def shown_nhs_number(digits: str) -> str:
    """An NHS number as people read it: 3, 3 and 4 digits."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if len(digits) == 10 else digits


def day(text: str, *, not_after: date | None = None) -> str:
    """An ISO day from "14 Oct 2026", "14/10/2026" or "2026-10-14".

    Raises BadInput for another spelling, a day that is in no calendar, or one later than `not_after`.
    """
    found = _read_day(text.strip())
    if not_after is not None and found > not_after:
        raise BadInput(tr("This day is still to come. Enter today or a day before it."))
    return found.isoformat()


def time_of_day(text: str) -> str:
    """A time such as 09:30 from "9:30", "9.30" or "0930". Raises BadInput for anything else."""
    found = re.fullmatch(r"([0-9]{1,2})[:.]?([0-9]{2})", text.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise BadInput(tr("Enter a time such as 9:30 or 14:05."))
    return f"{int(found[1]):02}:{found[2]}"


def short_name(text: str) -> str:
    """A name or short line, its ends trimmed; raises BadInput beyond 300 characters."""
    if len(text.strip()) > NAME_LENGTH:
        raise BadInput(tr("This is too long for a name. Use at most 300 characters."))
    return text.strip()


def cleaned(data: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """A body with every text in it cleaned, and how many characters went."""
    if _is_clean(data):
        return dict(data), 0
    removed: list[int] = []
    return {key: _cleaned(value, removed) for key, value in data.items()}, sum(removed)


def checked(kind: Kind[B], data: Mapping[str, Any]) -> B:
    """The body that was entered; raises BadInput, with its sentence, where it holds an unknown code, a text too
    long or a misspelt day.
    """
    for mark, value in leaves(kind.body, data, CodeSet, Calendar, Clock):
        for text in _each_text(value):
            _check(text, mark)
    try:
        return msgspec.convert(data, kind.body, strict=True)
    except msgspec.ValidationError:
        raise _unfit(kind, data) from None


def _each_text(value: object) -> Sequence[str]:
    if isinstance(value, str):
        return (value,)
    return [each for each in value if isinstance(each, str)] if isinstance(value, (list, tuple)) else ()


def _check(text: str, mark: object) -> None:
    if isinstance(mark, CodeSet):
        mark.check(text)
    elif isinstance(mark, Calendar) and not _is_in_calendar(text):
        raise BadInput(tr("One day or time is in no calendar. Nothing was saved. Check it."))
    elif isinstance(mark, Clock) and not _is_zone(text):
        raise BadInput(tr("This laptop does not know the local time of this visit. Nothing was saved."))


def _unfit(kind: Kind[B], data: Mapping[str, Any]) -> BadInput:
    """Why a body cannot be read as it was entered: a text beyond its limit, or another form."""
    for limit, value in leaves(kind.body, data, msgspec.Meta):
        longest = limit.max_length or TEXT_LENGTH
        if any(len(text) > longest for text in _each_text(value)):
            return TooLong(_too_long(longest))
    return BadInput(tr("One of the entries does not have the form it needs. Nothing was saved."))


def _is_in_calendar(moment: str) -> bool:
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _is_zone(name: object) -> bool:
    try:
        ZoneInfo(str(name))  # kept by the library, so asked of the disk once
    except (KeyError, ValueError, OSError):
        return False
    return True


def _too_long(limit: int) -> str:
    if limit < TEXT_LENGTH:
        return tr("This is too long for a name or short line. Use at most 300 characters. Nothing was saved.")
    return tr("This text is too long to keep in one place. Split it in two. Nothing was saved.")


def _cleaned(value: object, removed: list[int]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        clean = clean_text(value)
        removed.append(clean.removed)
        return clean.text
    if isinstance(value, Mapping):
        return {key: _cleaned(item, removed) for key, item in value.items()}
    return [_cleaned(item, removed) for item in value] if isinstance(value, (list, tuple)) else value


def _is_clean(data: Mapping[str, Any]) -> bool:
    try:
        return rb"\u0000" not in msgspec.json.encode(data)  # a text that spells it out is read once more, no harm
    except UnicodeEncodeError:
        return False


def _is_whole(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_paired(text: str) -> bool:
    return re.search("[\ud800-\udbff][\udc00-\udfff]", text) is not None


def _read_day(text: str) -> date:
    for spelling in _DAY_FORMATS:
        try:
            return datetime.strptime(text, spelling).date()
        except ValueError:
            continue
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[ /.][A-Za-z0-9]{1,9}[ /.][0-9]{4}", text):
        raise BadInput(tr("There is no such day in the calendar. Check the day and the month."))
    raise BadInput(tr("Enter a day such as 14 Oct 2026."))
