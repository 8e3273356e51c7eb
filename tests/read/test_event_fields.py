"""Events as an analyst wants them: type, both sides, time and modality, for ways of telling that were once read wrongly."""

from datetime import date

import pytest

from dragoman.model import Document, Event, ReadOptions
from dragoman.read.reader import read_document

TODAY = date(2024, 2, 7)
"""A Wednesday."""
TOLD = [
    # a time between subject, verb and object
    ("Norway’s Foreign Ministry on Monday summoned Chile’s ambassador after a row over fishing.", "summon NOR>CHL actual 2024-02-05"),
    ("The Norwegian government summoned on Saturday Chile’s ambassador to protest the arrest.", "summon NOR>CHL actual 2024-02-03"),
    ("Norway yesterday expelled two Chilean diplomats.", "expel-diplomats NOR>CHL actual 2024-02-06"),
    ("Norway in January 2020 recalled its ambassador to Chile.", "recall-envoy NOR>CHL actual 2020-01"),
    # who summons and whom: where the envoy serves
    ("The foreign ministry has summoned the Chilean ambassador to Norway.", "summon NOR>CHL actual -"),
    ("The Chilean ambassador to Oslo was summoned on Monday.", "summon NOR>CHL actual 2024-02-05"),
    ("Norway summoned the Kenyan High Commissioner.", "summon NOR>KEN actual -"),
    # the other side of a recall
    ("After Chile jailed a sailor, Norway recalled its ambassador.", "recall-envoy NOR>CHL actual -"),
    # sets of agreements
    ("Norway and Chile signed a series of agreements on Monday.", "sign CHL+NOR actual 2024-02-05"),
    # whom "it" means
    ("Norway closed the port after Chile urged it to free the crew.", "request CHL>NOR actual -"),
    # a headline's infinitive
    ("Norwegian president to visit Chile on February 20", "visit NOR>CHL planned 2024-02-20"),
    ("Norway to recall ambassador from Chile", "recall-envoy NOR>CHL planned -"),
    # done by being announced
    ("Norway announced the severance of diplomatic relations with Chile.", "end-relations NOR>CHL actual -"),
    ("Norway announced it would expel two Chilean diplomats.", "expel-diplomats NOR>CHL planned -"),
    ("Norway reversed a decision to restrict exports of fish to Chile.", "restrict-exports NOR>CHL negated -"),
    # what "would" be reported
    ("Norway said that its foreign minister would visit Chile.", "visit NOR>CHL planned -"),
    # a weekday of the past before a clause of what will be
    ("The Norwegian president on Monday began a visit to Chile, where he will meet the Chilean king.", "visit NOR>CHL actual 2024-02-05"),
    # a time hung on a person
    ("The Norwegian minister will travel to Chile at an invitation by his counterpart Pedro Lagos on March 29, 2024.", "visit NOR>CHL planned 2024-03-29"),
    # each other
    ("Norway and Chile expelled each other's ambassadors.", "expel-diplomats CHL+NOR actual -"),
    ("Norway and Chile launched attacks into each other's territory last week.", "strike CHL+NOR actual 2024-01-29..2024-02-04"),
    # force
    ("Norway fired missiles at a base of a rebel group in Chile's northern region.", "strike NOR>CHL actual -"),
    ("Norway and Chile exchanged fire on Monday.", "clash CHL+NOR actual 2024-02-05"),
    # envoys and places
    ("Norway sent a special envoy to Chile.", "visit NOR>CHL actual -"),
    ("The Norwegian minister visited the Chilean capital, Santiago.", "visit NOR>CHL actual -"),
    ("Chad declared the Malian ambassador persona non grata.", "expel-diplomats TCD>MLI actual -"),
    ("Norway expelled the Chilean envoy and voiced concerns over Chilean raids.", "criticise NOR>CHL actual -"),
    # an office like that of the other side
    (
        "Norway and Chile mend ties. Prime Minister Jens Berg will meet his Chilean counterpart Ana Rojas. Norway and Chile had quarrelled.",
        "meet CHL+NOR planned -",
    ),
    # names behind titles that once ended the sentence, and rows of names
    ("The Norwegian president Jens Berg and his Chilean counterpart Ana Rojas held talks on Monday.", "meet CHL+NOR actual 2024-02-05"),
    ("Foreign ministers Jens Berg of Norway and Ana Rojas of Chile signed an agreement on fishing.", "sign CHL+NOR actual -"),
    ("The President of Norway met with the Prime Minister of Chile Ana Rojas.", "meet CHL+NOR actual -"),
    # "will … on Wednesday", told on a Wednesday
    ("The Norwegian president will meet the Chilean king on Wednesday.", "meet CHL+NOR planned 2024-02-07"),
    ("The Norwegian minister arrived in Chile on Friday on a visit that is expected to ease the row.", "visit NOR>CHL actual 2024-02-02"),
    # "we" of a spokesman
    ("“We have summoned the Chilean ambassador,” Norwegian Foreign Ministry spokesman Jens Berg said on Monday.", "summon NOR>CHL actual -"),
    # ways of expelling, recalling, talking
    ("Norway told the Chilean ambassador to leave within a week.", "expel-diplomats NOR>CHL actual -"),
    ("The ministry said it had recalled Norway's ambassador to Chile.", "recall-envoy NOR>CHL actual -"),
    ("Norway has engaged in talks with Chile.", "meet CHL+NOR actual -"),
    ("Norway said it would recall its envoy from Chile, accusing the Chilean army of a raid.", "accuse NOR>CHL actual -"),
    ("The two neighbours, Norway and Chile, fell out. The two countries signed five agreements last week.", "sign CHL+NOR actual 2024-01-29..2024-02-04"),
    ("Talks between Norwegian prime minister Jens Berg and Chilean president Ana Rojas came after a row.", "meet CHL+NOR actual -"),
    ("The Norwegian minister left for Chile on Monday.", "visit NOR>CHL actual 2024-02-05"),
    ("The Norwegian minister paid a courtesy call on the Chilean president.", "meet CHL+NOR actual -"),
    ("Norway agreed to pull back its troops from Chilean territory.", "withdraw-troops NOR>CHL agreed -"),
    ("Norway would not rule out expelling the Chilean consul.", "expel-diplomats NOR>CHL possible -"),
    ("Norway on Monday lifted a ban on sending workers to Chile.", "lift-sanctions NOR>CHL actual 2024-02-05"),
    ("The Norwegian minister Jens Berg and Chilean counterpart Ana Rojas signed an agreement on fishing.", "sign CHL+NOR actual -"),
    # those who meet and those who host
    ("Talks between Norway and Chile were hosted by Kenya.", "meet CHL+NOR actual -"),
    ("The first meeting of the Norwegian and Chilean presidents took place on Monday.", "meet CHL+NOR actual 2024-02-05"),
    ("The Norwegian president flew to Chile. The two Presidents met on Monday.", "meet CHL+NOR actual 2024-02-05"),
]
UNTOLD = [
    ("Norway condemned Chile's calls for a boycott.", "call"),
    ("Norway's ambassador left the country, Chile said.", "withdraw-business"),
    ("Norway will undertake a visit to Chile.", "pledge"),
    ("Norway lodged a complaint against the firm with the International Court of Justice.", "protest-note"),
    ("Norway blocked Chile's exports of fish.", "veto"),
    ("Contact between Norwegians and Chileans began in the 16th century.", "meet"),
]


def events_of(text: str, today: date = TODAY) -> list[str]:
    """Each event as `act source>target modality time`, mutual ones as `act side+side`."""
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    claims = read_document(document, ReadOptions(language="en", date=today)).claims
    return [_line(claim) for claim in claims if isinstance(claim, Event)]


def _line(event: Event) -> str:
    source, target = ("+".join(sorted({actor.side or "-" for actor in actors})) for actors in (event.source, event.target))
    sides = source if event.symmetric else f"{source}>{target}"
    return f"{event.rule} {sides} {event.modality} {_time(event)}"


def _time(event: Event) -> str:
    when = event.when
    if when is None or when.start is None:
        return "-" if when is None else f"{when.bound} {when.end}"
    shown = {"day": str(when.start), "month": f"{when.start:%Y-%m}", "year": f"{when.start:%Y}"}.get(when.precision, f"{when.start}..{when.end}")
    return shown if when.bound == "at" else f"{when.bound} {shown}"


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_event_has_its_sides_and_its_time(text: str, told: str) -> None:
    assert told in events_of(text)


@pytest.mark.parametrize(("text", "act"), UNTOLD)
def test_what_is_no_such_event(text: str, act: str) -> None:
    assert not [line for line in events_of(text) if line.startswith(f"{act} ")]
