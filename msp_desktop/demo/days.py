"""When things happen in the demo: working days counted from today, local times, and a clock that is moved. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = "Europe/London"
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Days:
    """The days around `today`, which is day 0 even on a Sunday; all others are working days."""

    today: date

    def day(self, number: int) -> date:
        """The working day of that number."""
        found, step = self.today, timedelta(days=1 if number > 0 else -1)
        for _ in range(abs(number)):
            found += step
            while found.weekday() >= _SATURDAY:
                found += step
        return found

    def moment(self, number: int, time: str) -> datetime:
        """A local time on a day, such as `10:05`; `+1 09:00` is on the next working day."""
        later, _, clock = time.rpartition(" ")
        hours, minutes = (int(part) for part in clock.split(":"))
        day = self.day(number + int(later or 0))
        local = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=ZoneInfo(ZONE))
        return local.astimezone(UTC)


@dataclass(slots=True)
class Clock:
    """Tells the time that it was set to."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at
