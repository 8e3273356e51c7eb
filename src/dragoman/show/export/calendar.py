"""ICS: what happened or is planned on a known day; what has no day gets none in a calendar either."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from dragoman.show.export.material import Material, is_one_day, say_marked

KINDS = ("event", "channel", "instrument")


def export_ics(material: Material) -> bytes:
    """One whole-day event for each line that is told for one day."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dragoman//record of relations//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", material.title)
    for line in material.lines:
        claim = line.entry.claim
        if claim.kind not in KINDS or not is_one_day(claim.when) or claim.when is None or claim.when.start is None:
            continue
        event = Event()
        event.add("uid", f"{line.entry.id}@dragoman")
        event.add("dtstamp", datetime.combine(material.made, time(), UTC))
        event.add("dtstart", claim.when.start)
        event.add("dtend", claim.when.start + timedelta(days=1))
        event.add("summary", say_marked(line))
        event.add("description", f"{line.reports[0].text}\n{line.reports[0].file}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
