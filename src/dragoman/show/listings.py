"""Tables of what the questions answer: agreements, visits, figures, conflicts, changes, effects; each line with its words beneath."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from dragoman.ask.agreements import Agreement
from dragoman.ask.changes import Change
from dragoman.ask.figures import Point
from dragoman.ask.impact import Effect
from dragoman.ask.people import Person
from dragoman.ask.profile import Profile
from dragoman.ask.visits import Visit
from dragoman.model import Actor, Conflict, When
from dragoman.show.sentences import name_row, say_reporter
from dragoman.show.tables import Listing, list_reports
from dragoman.show.text import UNDATED, render_actor, render_actors, render_number, render_office, render_what, render_when

SEVERE = 0.7
"""From here on a conflict is shown in red."""


def tabulate_agreements(agreements: Iterable[Agreement]) -> Listing:
    """Agreements by the day of signing."""
    listing = Listing([("signed", 16), ("title", None), ("type", 12), ("parties", 20), ("state", 12), ("in force", 16)])
    for agreement in agreements:
        cells = (
            render_when(agreement.signed),
            Text(agreement.title, style="bold"),
            agreement.type,
            _join(agreement.parties),
            _state(agreement.state),
            _bare(agreement.in_force),
        )
        replaced = [Text(f"in the place of {agreement.supersedes}", style="italic")] if agreement.supersedes else []
        listing.add(cells, [*replaced, *list_reports(agreement.reports)])
    return listing


def tabulate_visits(visits: Iterable[Visit]) -> Listing:
    """Visits and meetings in order of time."""
    listing = Listing([("when", 16), ("who", None), ("host", None), ("where", 20), ("level", 10)])
    for visit in visits:
        place = visit.where.name if visit.where else UNDATED
        cells = (render_when(visit.when), render_actors(visit.who), render_actors(visit.host) or UNDATED, place, visit.level or UNDATED)
        listing.add(cells, list_reports(visit.reports))
    return listing


def tabulate_points(points: Iterable[Point]) -> Listing:
    """Figures by series."""
    listing = Listing([("measure", 16), ("period", 16), ("value", 22), ("unit", 6), ("reporter", None), ("about", None)])
    for point in points:
        amount = (
            render_number(point.value)
            if point.value is not None
            else " to ".join(render_number(value) for value in (point.low, point.high) if value is not None)
        )
        cells = (
            Text(point.measure.replace("_", " "), style="bold"),
            "before" if point.derived and point.period is None else render_when(point.period),
            f"≈ {amount}, derived" if point.derived else amount,
            "" if point.unit == "1" else point.unit,
            say_reporter(point.reporter),
            _join(point.about),
        )
        listing.add(cells, list_reports(point.reports))
    return listing


def tabulate_conflicts(conflicts: Iterable[Conflict]) -> Listing:
    """Conflicts, the gravest first; each side with its reports beneath."""
    listing = Listing([("conflict", 14), ("why", None), ("severity", 8), ("status", 9)])
    for conflict in conflicts:
        colour = "bold red" if conflict.severity >= SEVERE else "bold yellow"
        cells = (Text(conflict.type, style=colour), f"{conflict.why}  {conflict.id}", f"{conflict.severity:.2f}", conflict.status)
        listing.add(cells, [part for side in conflict.sides for part in (Text(f"· {side.value}", style="bold"), *list_reports(side.reports))])
    return listing


def tabulate_changes(changes: Iterable[Change]) -> Listing:
    """What is otherwise than before."""
    listing = Listing([("what", 44), ("before", None), ("now", None)])
    for change in changes:
        what = name_row(change.id) if change.what == "board" else change.what
        listing.add((Text(what, style="bold"), change.before or UNDATED, change.after or UNDATED), list_reports(change.reports))
    return listing


def tabulate_effects(effects: Iterable[Effect]) -> Listing:
    """What rests on something."""
    listing = Listing([("without it", 10), ("kind", 22), ("reports left", 14), ("id", None)])
    for effect in effects:
        colour = {"falls": "bold red", "weaker": "bold yellow", "ends": "bold green"}[effect.what]
        listing.add((Text(effect.what, style=colour), effect.kind, f"{effect.n_left} of {effect.n_reports}", effect.id), list_reports(effect.reports))
    return listing


def tabulate_people(people: Iterable[Person]) -> Listing:
    """Whom the record names, each with the words for them."""
    listing = Listing([("name", None), ("type", 12), ("of", 8), ("roles", None), ("also", None), ("reports", 7)])
    for person in people:
        others = ", ".join(f"{name.text} ({name.language})" for name in person.names[1:4])
        listing.add((Text(person.name, style="bold"), person.type, person.country or "", ", ".join(person.roles[:3]), others, str(len(person.reports))), [])
    return listing


def _join(actors: Sequence[Actor]) -> str:
    return " – ".join(dict.fromkeys(map(render_actor, actors)))


def _state(state: str) -> Text:
    return Text(state.replace("_", " "), style="bold green" if state in ("signed", "ratified", "in_force") else "bold yellow")


def _bare(when: When | None) -> str:
    return render_when(when).removeprefix("since ")


def tabulate_profiles(profiles: Iterable[Profile]) -> Listing:
    """Whoever bears a name: a row each, then a row for each line of the record that names them."""
    listing = Listing([("name", None), ("what", 14), ("of", 8), ("names and offices", None)])
    for profile in profiles:
        names = ", ".join(dict.fromkeys(name.text for name in profile.names))
        offices = ", ".join(dict.fromkeys(render_office(tenure.office) for tenure in profile.tenures))
        listing.add((Text(profile.name, style="bold"), profile.type, profile.country or "", " · ".join(filter(None, (names, offices)))), [])
        for line in profile.lines:
            listing.add((render_when(line.entry.claim.when), line.entry.claim.kind, "", render_what(line.entry.claim)), list_reports(line.reports))
    return listing
