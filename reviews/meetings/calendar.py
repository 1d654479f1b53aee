"""A planned meeting as a calendar file. A calendar is read over many shoulders: it holds the
reference, the body, when and where; no child, no people."""

import datetime as dt

from common import clock
from reviews.models import Body, Meeting


def calendar(meeting: Meeting) -> str:
    """One event (RFC 5545): of a whole day, or from the hour on where one is planned."""
    day = meeting.planned_on
    assert day is not None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Child Practice Reviews//EN",
        "BEGIN:VEVENT",
        f"UID:{meeting.uuid}@meetings",
        f"DTSTAMP:{clock.now().astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        *when(day, meeting.begins),
        f"SUMMARY:{meeting.review.reference} · {Body(meeting.body).label}",
        *([f"LOCATION:{escaped(meeting.place)}"] if meeting.place else []),
        "CLASS:CONFIDENTIAL",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def when(day: dt.date, begins: dt.time | None) -> list[str]:
    """How long it takes is not known: it gets two hours, which anybody can change."""
    if begins is None:
        return [
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
        ]
    start = dt.datetime.combine(day, begins, tzinfo=clock.WALES).astimezone(dt.UTC)
    return [f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT2H"]


def escaped(text: str) -> str:
    """As a text of a calendar is written."""
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.splitlines())


def folded(line: str) -> str:
    """A line has at most 75 octets; what is longer goes on in the next, after a space."""
    pieces, piece = [], ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
