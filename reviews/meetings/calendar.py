"""A planned meeting as a calendar file. A calendar is read over many shoulders: it holds the
reference and the body alone, no child, no place, no people."""

import datetime as dt

from common import clock
from reviews.models import Body, Meeting


def calendar(meeting: Meeting) -> str:
    """One event of a whole day (RFC 5545)."""
    day = meeting.planned_on
    assert day is not None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Child Practice Reviews//EN",
        "BEGIN:VEVENT",
        f"UID:{meeting.uuid}@meetings",
        f"DTSTAMP:{clock.now().astimezone(dt.UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{meeting.review.reference} · {Body(meeting.body).label}",
        "CLASS:CONFIDENTIAL",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines)
