"""A desk of many made-up documents in three languages, for what must stay quick and light."""

import hashlib
import random
from datetime import date, timedelta

import msgspec

from dragoman.model import Channel, Document, Event, Figure, Instrument, Office, Post, Reading, ReadOptions, Span, Statement, When, Zone, claim_id
from dragoman.model.actor import Actor
from dragoman.model.claim import Topic
from tests.ask.builders import state
from tests.laws.strategies import FakeArchived
from tests.show.library import NOW

SENTENCES = {
    "en": "In the course of talks {n} the two governments spoke at length about flights, fisheries and the port of Callao, and promised to meet again.",
    "ru": "В ходе переговоров {n} правительства двух стран подробно обсудили полёты, рыболовство и порт Кальяо и обещали встретиться вновь.",
    "ko": "양국 정부는 {n}차 회담에서 항공편과 어업, 카야오 항구 문제를 논의하고 다시 만나기로 약속했다.",
}
PER_DOCUMENT = 20
CHANNELS = ("air_link", "embassy", "sanctions", "visa_regime", "trade_agreement", "dialogue", "military_contacts", "hotline")


def make_many(store, n_claims, codes=("NOR", "PER")):
    """Fill the store with at least `n_claims` claims about the two, always the same ones."""
    chance = random.Random(7)  # noqa: S311 (no secret: the same documents every time)
    pair = tuple(map(state, codes))
    for number in range(-(-n_claims // PER_DOCUMENT)):
        language = ("en", "ru", "ko")[number % 3]
        sentences = [SENTENCES[language].format(n=number * PER_DOCUMENT + line) for line in range(PER_DOCUMENT)]
        text = "\n".join(sentences) + "\n"
        said = date(1995, 1, 1) + timedelta(days=chance.randrange(11_000))
        document = Document(
            id=f"{hashlib.sha256(text.encode()).hexdigest()}.text-1",
            text=text,
            file=f"many/{number:04}.txt",
            language=language,
            title=f"Talks {number}",
            outlet=("Andes Daily", "Fjord Post", None)[number % 3],
            published=said,
            zones=(Zone("body", Span(0, len(text)), "test"),),
        )
        claims, start = [], 0
        for sentence in sentences:
            fields = {
                "document": document.id,
                "span": Span(start, start + len(sentence)),
                "text": sentence,
                "language": language,
                "reading": "1.0",
                "rule": "many",
            }
            claim = make_claim(chance, pair, fields, said)
            claims.append(msgspec.structs.replace(claim, id=claim_id(claim)))
            start += len(sentence) + 1
        store.keep(FakeArchived(document, text.encode()), Reading(document=document.id, version="1.0", claims=tuple(claims)), ReadOptions(), NOW)


def make_claim(chance, pair, fields, said):
    day = said - timedelta(days=chance.randrange(400))
    when = chance.choice([When.on(day), When.on(day), When.in_month(day.year, day.month), When.in_year(day.year), None])
    fields = {**fields, "when": when, "modality": chance.choice(["actual", "actual", "actual", "planned", "alleged"])}
    number = chance.randrange(10)
    if number < 5:
        quad = chance.randrange(1, 5)
        return Event(**fields, type=("CONSULT", "AID", "ACCUSE", "SANCTION")[quad - 1], quad=quad, source=pair[:1], target=pair[1:])
    if number < 6:
        return Channel(**fields, channel=chance.choice(CHANNELS), state=chance.choice(["suspended", "resumed", "open"]), between=pair)
    if number < 7:
        person = Actor(name=f"Person {chance.randrange(60)}", type="person", country=pair[0].country)
        return Post(**fields, person=person, office=Office(title=chance.choice(["ambassador", "foreign minister"]), of=pair[0].country, to=pair[1].country))
    if number < 8:
        return Figure(
            **fields, measure=chance.choice(["trade_turnover", "travellers"]), of="trade", about=pair, value=float(chance.randrange(10**6, 10**9)), unit="USD"
        )
    if number < 9:
        return Statement(**fields, speaker=pair[:1], addressee=pair[1:], about=(Topic(name="fish"),), mode="indirect", content=fields["text"][:60])
    return Instrument(
        **fields, title=f"Agreement {chance.randrange(90)}", type="agreement", parties=pair, state=chance.choice(["signed", "in_force", "proposed"])
    )
