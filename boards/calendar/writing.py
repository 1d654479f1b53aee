"""A calendar as calendar programs read it (RFC 5545), by the library icalendar."""

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event, vDuration

from boards.calendar.entries import Given
from common import clock

CONTENT_TYPE = "text/calendar; charset=utf-8"
OFTEN = dt.timedelta(hours=6)
LENGTH = dt.timedelta(hours=2)  # of a meeting, of which only the beginning is known


def written(name: str, cancelled: str, given: Iterable[Given]) -> bytes:
    """The whole calendar. `cancelled` is what stands in the place of what is no longer so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Child Practice Reviews//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(OFTEN))
    for each in given:
        calendar.add_component(event_of(each, cancelled))
    return bytes(calendar.to_ical())


def event_of(given: Given, cancelled: str) -> Event:
    """One event. A calendar is read over many shoulders: hence its class."""
    event, shown = Event(), given.event
    event.add("uid", given.uid)
    event.add("dtstamp", given.changed_at.astimezone(dt.UTC))
    event.add("last-modified", given.changed_at.astimezone(dt.UTC))
    event.add("sequence", given.sequence)
    event.add("summary", shown.summary if shown else cancelled)
    event.add("status", "CONFIRMED" if shown else "CANCELLED")
    event.add("transp", "OPAQUE" if shown and shown.blocks else "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    if shown and shown.begins:
        begins = dt.datetime.combine(shown.on, shown.begins, tzinfo=clock.WALES)
        event.add("dtstart", begins.astimezone(dt.UTC))
        event.add("dtend", begins.astimezone(dt.UTC) + LENGTH)
    else:
        event.add("dtstart", given.on)
        event.add("dtend", given.on + dt.timedelta(days=1))
    return event
