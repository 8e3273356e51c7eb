# ruff: noqa: ANN002, ANN003 (builders of tests pass on whatever fields they are given)

from datetime import date

import msgspec
import pytest

from dragoman.ask.agreements import Agreements
from dragoman.ask.changes import Changes
from dragoman.ask.conflicts import Conflicts
from dragoman.ask.dyad import Dyad
from dragoman.ask.figures import Figures
from dragoman.ask.impact import Impact
from dragoman.ask.positions import Positions
from dragoman.ask.show import Show
from dragoman.ask.visits import Visits
from dragoman.know.levels import find_highest, find_level
from dragoman.model import Actor, Assessment, Dispute, Figure, Instrument, Place, Statement, Topic, When
from dragoman.model.claim import Change
from dragoman.model.entry import Rival
from tests.ask.builders import channel, event, on, place, post, seal, state, view

DYAD = Dyad("NOR", "PER")


def instrument(text, title, state_, when=None, *, start=0, **fields):
    own = place(text, start) | {"title": title, "type": "treaty", "parties": (state("NOR"), state("PER")), "state": state_, "when": when, **fields}
    return seal(Instrument(**own))


def figure(text, value, when=None, *, start=0, **fields):
    own = {"measure": "trade_turnover", "of": "trade", "about": (state("NOR"), state("PER")), "unit": "USD", "value": value, "when": when, **fields}
    return seal(Figure(**place(text, start), **own))


def statement(text, speaker, when=None, *, start=0, **fields):
    return seal(Statement(**(place(text, start) | {"speaker": (speaker,), "mode": "direct", "content": text, "when": when, **fields})))


def test_treaties_of_one_title_signed_years_apart_are_two_and_a_plan_is_only_proposed():
    first = instrument("They signed the Fisheries Treaty on 4 May 2001.", "Fisheries Treaty", "signed", on(2001, 5, 4))
    second = instrument("They signed a new Fisheries Treaty in 2015.", "Fisheries Treaty", "signed", When.in_year(2015), start=60, supersedes="that of 2001")
    planned = instrument("They plan a Space Treaty.", "Space Treaty", "signed", modality="planned", start=120)
    found = Agreements(dyad=DYAD).answer(view(planned, second, first))
    assert [(one.state, one.signed) for one in found] == [("signed", first.when), ("signed", second.when), ("proposed", None)]
    assert [one.supersedes for one in found] == [None, "that of 2001", None]


def test_one_treaty_told_thrice_is_one_agreement():
    signed = instrument("They signed the Fisheries Treaty on 4 May 2001.", "Fisheries Treaty", "signed", on(2001, 5, 4))
    rough = instrument("They signed a fisheries treaty in 2001.", "fisheries treaty", "signed", When.in_year(2001), start=60)
    force = instrument("The treaty has been in force since 2002.", "Fisheries Treaty", "in_force", When.in_year(2002, "2002").since(), start=120)
    (found,) = Agreements(dyad=DYAD).answer(view(signed, rough, force))
    assert (found.state, found.signed, found.in_force) == ("in_force", signed.when, force.when)
    assert len(found.reports) == 3
    (earlier,) = Agreements(dyad=DYAD, on=date(2001, 12, 1)).answer(view(signed, rough, force))
    assert (earlier.state, earlier.in_force) == ("signed", None)


def test_visits_tell_who_where_and_at_what_level():
    minister = Actor(name="Berg", type="person", country="NOR", role="foreign minister")
    came = event("Minister Berg visited Lima on 3 May 2022.", [], ["PER"], on(2022, 5, 3), mode="visit", where=Place(name="Lima", country="PER"))
    came = seal(msgspec.structs.replace(came, source=(minister, state("NOR"))))
    met = event("Officials of both met.", ["NOR", "PER"], [], on(2023), start=60)
    rang = event("They spoke by telephone.", ["NOR", "PER"], [], on(2023), start=90, mode="phone")
    planned = event("Berg will come again.", ["NOR"], ["PER"], on(2026), start=130, mode="visit", modality="planned")
    every = view(came, met, rang, planned)
    first, second = Visits(dyad=DYAD).answer(every)
    assert (first.who, first.host, first.where.name, first.level) == ((minister,), (state("PER"),), "Lima", "ministers")
    assert second.level is None
    assert Visits(dyad=DYAD, level="ministers").answer(every) == (first,)
    assert [visit.when for visit in Visits(dyad=DYAD, filter="modality:planned").answer(every)] == [planned.when]
    assert len(Visits(dyad=DYAD, until=date(2022, 12, 31)).answer(every)) == 1


def test_levels_by_title():
    titles = ["deputy foreign minister", "prime minister", "ambassador", "chief clerk"]
    assert [find_level(title) for title in titles] == ["deputies", "leaders", "envoys", "officials"]
    assert find_highest(titles) == "leaders"
    assert find_highest([]) is None


def test_positions_are_what_an_actor_said_newest_last():
    berg = Actor(name="Berg", type="person", country="NOR", role="foreign minister")
    late = statement("We want the flights back.", berg, on(2024), about=(Topic(name="the flights", channel="air_link"),))
    early = statement("The route is safe.", state("NOR"), on(2020), start=40)
    theirs = statement("No flights.", state("PER"), on(2021), start=80)
    view_of = seal(Assessment(**place("a cold peace", 120), between=(state("NOR"), state("PER")), value="a cold peace", polarity=-0.5, said_by=(berg,)))
    every = view(late, early, theirs, view_of)
    assert [line.entry.claim for line in Positions(actor="nor").answer(every)] == [early, late, view_of]
    assert [line.entry.claim for line in Positions(actor="Berg", topic="air link").answer(every)] == [late]
    assert Positions(actor="CHL").answer(every) == ()


@pytest.mark.parametrize(
    ("change", "value", "before"),
    [
        (Change(direction="down", ratio=0.25), 11.0, 14.7),
        (Change(direction="up", ratio=0.1), 110.0, 100.0),
        (Change(direction="up", amount=3.0), 10.0, 7.0),
        (Change(direction="down", ratio=1.0), 0.0, None),
        (Change(direction="flat"), 5.0, None),
        (None, 5.0, None),
    ],
)
def test_a_change_tells_the_value_before_it(change, value, before):
    told, *derived = Figures(dyad=DYAD).answer(view(figure("Trade fell.", value, When.in_year(2020), change=change)))
    assert (told.value, told.derived, told.reporter) == (value, False, "d1.txt")
    assert [(point.value, point.derived, point.period) for point in derived] == ([(before, True, When.in_year(2019))] if before is not None else [])


def test_figures_are_series_by_reporter_in_order_of_time():
    bank = Actor(name="the bank", type="organisation")
    own = [figure(f"Trade was {year}.", float(year), When.in_year(year), start=year) for year in (2021, 2019)]
    theirs = figure("The bank counts 7.", 7.0, When.in_year(2020), said_by=(bank,))
    points = Figures(dyad=DYAD).answer(view(*own, theirs))
    assert [(point.reporter, point.value) for point in points] == [("d1.txt", 2019.0), ("d1.txt", 2021.0), ("the bank", 7.0)]
    assert Figures(dyad=DYAD, measure="exports").answer(view(*own)) == ()


def disputed(*claims, conflict_id="k1", type_="date", severity=0.5, status="open"):
    every = view(*claims)
    rivals = tuple(Rival(value=claim.text, claims=(claim.id,)) for claim in claims)
    dispute = Dispute(id=conflict_id, type=type_, why="their days exclude each other", severity=severity, rivals=rivals, status=status)
    return msgspec_replace(every, disputes=(dispute,))


def msgspec_replace(every, **fields):
    return type(every)(**{name: getattr(every, name) for name in every.__slots__} | fields)


def test_conflicts_are_asked_for_by_pair_type_and_status():
    one, other = (event(f"They met in {year}.", ["NOR", "PER"], [], When.in_year(year), start=year) for year in (1990, 1991))
    every = disputed(one, other)
    assert [conflict.id for conflict in Conflicts(filter="dyad:NOR-PER").answer(every)] == ["k1"]
    assert Conflicts(filter="dyad:NOR-CHL").answer(every) == ()
    assert Conflicts(type="value").answer(every) == ()
    assert Conflicts(status="resolved").answer(every) == ()


def test_changes_tell_what_came_went_and_turned():
    stopped = channel("Flights stopped in 2020.", "suspended", ["NOR", "PER"], When.in_year(2020))
    talked = channel("They discuss the resumption of flights.", "resumed", ["NOR", "PER"], on(2025, 5, 1), start=50, modality="discussed")
    denied = event("They never met.", ["NOR", "PER"], [], start=120)
    before, after = view(stopped, denied), view(stopped, talked)
    now = msgspec_replace(after, rewind=lambda _: before)
    board, new, gone = Changes(since=date(2025, 1, 1), dyad=DYAD).answer(now)
    assert (board.what, board.before, board.after) == ("board", "suspended", "suspended; on the table: resumed (discussed)")
    assert board.joined == (talked.id,)
    assert (new.what, new.id) == ("new", talked.id)
    assert (gone.what, gone.id, gone.after) == ("gone", denied.id, None)
    one, other = (event(f"They met in {year}.", ["NOR", "PER"], [], When.in_year(year), start=year) for year in (1990, 1991))
    found = Changes(since=date(2025, 1, 1)).answer(msgspec_replace(disputed(one, other), rewind=lambda _: view(one, other)))
    assert [(change.what, change.id, change.before) for change in found] == [("conflict", "k1", None)]


def test_words_without_a_time_are_dated_by_their_publication():
    undated = statement("Berg said so.", state("NOR"))
    (line,) = Positions(actor="NOR").answer(view(undated))
    assert line.published == date(2025, 5, 1)
    dated = statement("Berg said so in 2020.", state("NOR"), When.in_year(2020))
    (line,) = Positions(actor="NOR").answer(view(dated))
    assert line.published is None


def test_standing_talks_of_several_states_are_no_visit():
    standing = event("Both take part in the six-party talks.", ["NOR", "PER"], [], mode="multilateral")
    held = event("Both took part in the talks of 2020.", ["NOR", "PER"], [], When.in_year(2020), start=50, mode="multilateral")
    assert [visit.when for visit in Visits(dyad=DYAD).answer(view(standing, held))] == [held.when]


def test_talks_that_only_go_on_and_ships_that_call_are_no_visit():
    going = event("Both are discussing flights.", ["NOR", "PER"], [])
    placed = event("Both held talks in Lima.", ["NOR", "PER"], [], start=50, where=Place(name="Lima", country="PER"))
    ships = seal(msgspec.structs.replace(placed, source=(Actor(name="Norwegian warships", type="agency", country="NOR"),), target=(state("PER"),)))
    guard = seal(msgspec.structs.replace(placed, source=(Actor(name="Norwegian coast guard", type="agency", country="NOR"),), target=(state("PER"),)))
    assert Visits(dyad=DYAD).answer(view(going, ships)) == ()
    assert len(Visits(dyad=DYAD).answer(view(placed))) == len(Visits(dyad=DYAD).answer(view(guard))) == 1


def test_impact_tells_what_falls_with_a_claim_a_document_or_a_file():
    one, other = (event(f"They met in {year}.", ["NOR", "PER"], [], When.in_year(year), start=year) for year in (1990, 1991))
    every = disputed(one, other)
    effects = Impact(id=one.id[:10]).answer(every)
    assert [(effect.what, effect.id, effect.n_left) for effect in effects] == [("falls", one.id, 0), ("ends", "k1", 1)]
    assert len(Impact(id="d1.txt").answer(every)) == 3
    assert Impact(id="c").answer(every) == ()


def test_impact_knows_a_file_by_its_path_its_name_and_its_collection():
    every = view(event("They met.", ["NOR", "PER"], []))
    (kept,) = every.documents.values()
    for file in ("folder/news.jsonl#3", "C:\\folder\\news.jsonl#3"):
        told = msgspec_replace(every, documents={kept.id: msgspec_replace(kept, file=file)})
        for name in (file, "news.jsonl#3", "news.jsonl"):
            assert len(Impact(id=name).answer(told)) == 1, name
        assert Impact(id="folder").answer(told) == ()


def test_show_finds_the_entry_of_a_claim():
    claim = post("Berg is minister.", "Berg", "foreign minister", "NOR", "incumbent")
    other = channel("Planes fly.", "open", ["NOR", "PER"], start=60)
    (line,) = Show(id=claim.id[:9]).answer(view(claim, other))
    assert line.entry.claim == claim
    assert Show(id="nothing").answer(view(claim)) == ()


def test_a_conflict_of_which_one_side_was_left_out_is_none():
    one, other = (event(f"They met in {year}.", ["NOR", "PER"], [], When.in_year(year), start=year) for year in (1990, 1991))
    every = disputed(one, other)
    without = msgspec_replace(every, claims={one.id: one})
    assert [conflict.id for conflict in every.conflicts] == ["k1"]
    assert without.conflicts == ()
