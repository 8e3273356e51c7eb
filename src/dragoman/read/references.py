"""Later mentions: "the minister", "he", "the embassy", "both sides", led back to those whom they mean."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.know.states import load_ledger
from dragoman.model import Actor, Mention, Span
from dragoman.read.evidence import mentions_in
from dragoman.read.held_offices import find_held_offices
from dragoman.read.page import Page, Paragraph
from dragoman.read.pair import rank_states
from dragoman.read.pairs_before import OFFICIALS, find_pair_before
from dragoman.read.speech import load_speech
from dragoman.read.statement_authors import find_statement_authors
from dragoman.read.states_meant import find_states_meant

PAIR = (
    "(?i:countries|sides|nations|states|governments|leaders|presidents|heads of state|"
    "heads of government|foreign ministers|ministers|officials|diplomats|neighbours|neighbors|parties|capitals|delegations|premiers)"
)
ENGLISH_SIDES = re.compile(
    rf"\b(?:[Tt]he two (?:[\w-]+ ){{0,3}}(?:{PAIR}|members|allies|rivals|republics|powers)|"
    rf"[Tt]he both (?:{PAIR})|[Bb]oth (?:[a-z]+ )?(?:[A-Z][a-z]+ )?(?:{PAIR})|(?<=[Bb]etween )the (?:{PAIR})(?! of\b)"
    r"|[Tt]he (?:parties|sides)"
    r"|[Tt]he (?:delegations|interlocutors|Ministers|Presidents|Foreign Ministers|Heads of State|[Ll]eaders)"
    r"(?= (?:also |then )?(?:discussed|exchanged|agreed|reviewed|met|held|signed))|[Tt]he (?:neighbou?rs|governments)(?! (?:of|in|to)\b)"
    r"|[Ee]ach other|[Oo]ne another|[Ll]eaders(?= signed| agreed| met)"
    r"|(?:[Tt]he |[Aa] |[Tt]heir )?[Jj]oint (?:statement|communiqu[ée]|declaration|press release)(?= (?:said|says|reads?|added|adds|noted|stressed|also))"
    r"|(?<=said )(?:the |a )?joint (?:statement|communiqu[ée]|declaration|press release)"
    r"|[Tt]heir (?:two |own |respective )?(?:countries|nations|capitals|foreign ministries|governments)"
    r"|[Tt]he two(?= (?:met|held|discussed|agreed|spoke|signed|also|will)))(?=\b)"
)
RUSSIAN_SIDES = re.compile(
    r"(?<!\w)(?:(?:[Дд]в(?:е|ух|ум|умя)|[Оо]бе(?:их?|им|ими)?)\s(?:стран|сторон|государств|держав|правительств)[а-яё]*|Стороны"
    r"|(?<![иы]е )(?<!се )стороны(?=\s(?:также\s|затем\s|подробно\s|отдельно\s|особо\s)?[а-яё]+ли(?:сь)?(?!\w))"
    r"|[Сс]траны(?=\s(?:также\s|вновь\s|[а-яё]+(?:о|ью)\s|с\s\d+\s[а-я]+\s)?"
    r"(?:возобнов|подписа|договор|обменя|установ|откры|закры|согласов|приостанов))"
    r"|(?<=между\s)(?:странами|сторонами|государствами)"
    r"|[Оо]ба (?:министра|президента|лидера|премьера|посла|политика|дипломата)|[Оо]бе делегации"
    r"|(?:[Мм]инистры(?: иностранных дел| обороны)?|[Пп]резиденты|[Лл]идеры(?:\s(?:двух\s)?(?:стран|государств))?|[Пп]ремьеры|[Пп]ремьер-министры|[Дд]ипломаты"
    r"|[Сс]обеседники"
    r"|[Гг]лавы (?:двух )?(?:МИД|государств|правительств|дипведомств|внешнеполитических ведомств)|[Уу]частники (?:встречи|переговоров|беседы))"
    r"(?=\s(?:также\s|затем\s|подробно\s|обстоятельно\s)?[а-яё]+ли(?:сь)?(?!\w)))(?!\w)"
)
KOREAN_SIDES = re.compile(
    r"(?<![가-힣])(?:양국|양측|두 나라|두 국가|쌍방|양 정상|두 정상|양 장관|두 장관|(?:두 사람|두 총리|두 대통령|두 외교수장)(?=은|이|의|도))"
)
SIDES = {"en": ENGLISH_SIDES, "ru": RUSSIAN_SIDES, "ko": KOREAN_SIDES}
"""How a language says "both sides"."""
TITLES = (
    "minister|diplomat|president|ambassador|envoy|premier|prime minister|spokesman|spokeswoman|spokesperson|expert|official|professor|politician|leader"
    "|foreign minister|defence minister|defense minister|chancellor|secretary|senator|general|high commissioner|commissioner|adviser|advisor|consul"
    "|head of state|head of government|king|emir|sultan"
)
FORMAL = "President|Prime Minister|PM|Premier|Foreign Minister|Minister|Ambassador|High Commissioner|Chancellor|Head of State|King|Emir|Sultan"
"""Titles in capitals, as official pages write them of somebody named before."""
ENGLISH_PERSON = re.compile(rf"\b(?:[Tt]he (?:{TITLES})(?! (?:of|for|to|in)\b)|[Tt]he (?:{FORMAL})(?! (?:of|for|to|in|and)\b|,? [A-Z]|-)|[Hh]e|[Ss]he)\b")
RUSSIAN_PERSON = re.compile(
    r"(?<![\w-])(?:(?:[Мм]инистр|[Дд]ипломат|[Пп]осол|[Пп]резидент|[Пп]ремьер|[Пп]ремьер-министр|[Кк]анцлер|[Пп]олитик|[Ээ]ксперт|[Оо]фициальный представитель"
    r"|[Гг]лава (?:МИД|ведомства|министерства|государства|правительства|дипломатии|внешнеполитического ведомства)|[Оо]на?)"
    r"(?=\s(?:также\s|ещё\s|еще\s|не\s|вновь\s|отдельно\s|особо\s)?[а-яё]+(?:л|ла|лся|лась|ет|ит)(?!\w)|[,.])"
    r"|[Ее]му(?=\s(?:также\s|была?\s|были\s)?(?:вруч|переда|заяв|выраж|объяв|указа))"
    r"|[Ее]го(?=\s(?:приня|встрети|вызва|поздрави|пригласи|награди))"
    r"|(?<=[Пп]о словам )(?:министра|дипломата|посла|президента|премьера|премьер-министра|канцлера|политика|эксперта"
    r"|главы (?:МИД|ведомства|государства|правительства)))"
    r"(?!\w)"
)
KOREAN_PERSON = re.compile(r"(?<![가-힣])(?:그|그녀)(?=(?:는|가)(?![가-힣]))")
PERSONS = {"en": ENGLISH_PERSON, "ru": RUSSIAN_PERSON, "ko": KOREAN_PERSON}
"""How a language means somebody named before: a title that stands alone as a subject, or a pronoun."""
OF_ITS_STATE = re.compile(r"(?: (?:of|for)(?: (?:and|&|[A-Z][\w’'-]*),?)+)? of (?:the )?")
"""What stands between "the Ministry" and the state whose it is: "the Ministry [of Foreign Affairs of] Chad"."""
ENGLISH_BODY = re.compile(r"\b[Tt]he (?:embassy|Embassy|ministry|Ministry|diplomatic mission|foreign ministry)\b")
RUSSIAN_BODY = re.compile(
    r"(?<![\w-])(?<![оы]е )(?<![ое]го )(?<![оы]м )(?:[Мм]инистерств|[Вв]едомств|[Пп]осольств|[Дд]ипведомств|[Дд]ипмисси|МИД)(?:о|а|у|е|и|я|ю)?"
    r"(?=\s(?:также\s|ещё\s|не\s)?[а-яё]+(?:л|ло|ла|ли|ет|ют|ит|ят)(?!\w)|[,.»])"
    r"|(?:(?<=ван в )|(?<=вана в )|(?<=вали в )|(?<=вают в )|(?<=шен в )|(?<=шён в ))МИД(?! [А-ЯЁ])"
)
FOREIGN_MINISTRY = re.compile(r"МИД|[Мм]инистерств|[Вв]едомств")
"""What a Russian text calls a ministry, where an embassy or government is none."""
BODIES = {"en": ENGLISH_BODY, "ru": RUSSIAN_BODY}
"""How a language means a body named before."""
LONG_TITLE = 80
OPENING = 1
"""Words from the beginning of a sentence at which a pronoun for the last subject stands."""
SUBJECT_BEFORE = "subject of the sentence before"
EMPTY = frozenset({"be", "seem", "appear", "happen", "come", "take", "follow", "mean", "remain", "rain", "emerge", "turn"})
"""Verbs whose "it" is nobody: "It came after …", "It emerged that …"."""
EXPERT = ("expert", "professor", "researcher", "analyst", "эксперт", "эксперта")
OFFICES = {
    "prime minister": ("prime minister", "premier"),
    "premier": ("prime minister", "premier"),
    "pm": ("prime minister", "premier"),
    "foreign minister": ("foreign minister", "external affairs"),
    "head of state": ("president", "king", "emir", "sultan"),
    "head of government": ("prime minister", "premier", "chancellor"),
    "minister": ("minister",),
    "diplomat": ("minister", "ambassador", "envoy", "diplomat", "spokes", "consul", "commissioner"),
    "ambassador": ("ambassador",),
    "envoy": ("envoy", "ambassador", "commissioner", "representative"),
    "secretary": ("foreign minister", "secretary"),
    "министр": ("minister",),
    "дипломат": ("minister", "ambassador", "envoy", "spokes", "consul"),
    "посол": ("ambassador",),
    "президент": ("president",),
    "премьер": ("prime minister",),
    "канцлер": ("chancellor",),
    "представитель": ("spokes",),
    "премьер-министр": ("prime minister",),
    "мид": ("foreign minister",),
    "ведомства": ("minister",),
    "министерства": ("minister",),
    "дипломатии": ("foreign minister",),
    "государства": ("president", "king", "leader", "emir", "head of state"),
    "правительства": ("prime minister", "chancellor", "head of government"),
    "министра": ("minister",),
    "дипломата": ("minister", "ambassador", "envoy", "spokes", "consul"),
    "посла": ("ambassador",),
    "президента": ("president",),
    "премьера": ("prime minister",),
    "премьер-министра": ("prime minister",),
    "канцлера": ("chancellor",),
}
ADJECTIVE = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
"""Ends of Russian adjectives of states, which name no state where a noun does."""
HIGH = frozenset({"president", "prime minister", "premier", "pm", "foreign minister", "head of state", "king", "emir", "sultan", "chancellor"})
"""Offices that a page needs to name once only."""
STANDING_IN = ("capital for its government", "seat of power", "place after a preposition")
"""Rules by which another word stands for a state."""
PRONOUNS = frozenset({"he", "she", "он", "она", "ему", "его", "그", "그녀"})
ANYBODY = frozenset({"official", "politician", "политик", "политика"})
PART = re.compile(r"\b[Ff]or (?P<sex>his|her) part,? (?:[\w'’-]+ ){0,5}$")
"""What tells whether somebody is a man or a woman, right before title and name."""
SEX = re.compile(r"\b(?P<sex>Mrs|Ms|Mr)\.? $")
WOMEN = frozenset({"she", "она"})
MEN = frozenset({"he", "он"})
"""Which offices a later noun may mean; other nouns mean the office that they name."""


def find_references(page: Page) -> tuple[Mention, ...]:
    """The later mentions of all paragraphs; one per side for "the two countries"."""
    found: list[Mention] = []
    usual = _usual(page)
    for paragraph in page.paragraphs:
        if paragraph.language in SIDES:
            found.extend(_sides(page, paragraph, usual))
            found.extend(_people(page, paragraph))
        if paragraph.language in BODIES:
            found.extend(_bodies(page, paragraph))
    found.extend(find_statement_authors(page, found))
    found.extend(_goes_on(page))
    found.extend(find_held_offices(page, found))
    found.extend(find_states_meant(page))
    taken = [mention.span for mention in page.mentions]
    free = [mention for mention in found if not any(span.overlaps(mention.span) for span in taken)]
    return tuple(sorted(free, key=lambda mention: mention.span))


def _usual(page: Page) -> list[Mention]:
    """The two states that the page names most; where a third is named nearly as often, those whose people and bodies it names too."""
    ranked = rank_states(page.mentions)
    if len(ranked) > 2 and ranked[2][1] >= ranked[1][1] - 1:  # noqa: PLR2004, RUF100
        acting = Counter(m.actor.country for m in page.mentions if m.kind in ("person", "agency") and m.actor is not None)
        ranked.sort(key=lambda known: -known[1] - (acting[known[0].actor.country] if known[0].actor is not None else 0))
    return [mention for mention, _ in ranked[:2]]


def _goes_on(page: Page) -> Iterator[Mention]:
    """English: "It" or "They" that opens a sentence with a deed: the state, or the row of them, that is the subject of the sentence before."""
    for before, sentence in pairwise(page.sentences):
        first = next((token for token in sentence.tokens[:OPENING]), None)
        near = sentence.paragraph - before.paragraph <= 1 and sentence.language == before.language == "en"
        if first is None or not near or first.text not in ("It", "They") or first.relation != "nsubj":
            continue
        verb = sentence.head(first)
        top = next(before.roots(), None)
        subject = before.child(top, "nsubj", "nsubj:pass") if top is not None else None
        if verb is None or verb.pos != "VERB" or verb.lemma.lower() in EMPTY or subject is None:
            continue
        row = [subject, *before.children(subject, "conj")]
        named = [m for word in row for m in ((word.mention, *word.others) if word.mention is not None else ()) if m.actor is not None and m.actor.side]
        named = [m for m in named if m.kind in ("state", "agency", "organisation")]
        if not named or (first.text == "They") != (len({m.actor.side for m in named if m.actor is not None}) > 1):
            continue
        for mention in named:
            yield Mention(kind=mention.kind, span=first.span, text=first.text, actor=mention.actor, rule=SUBJECT_BEFORE, chain=(mention.span, *mention.chain))


def _states_before(page: Page, paragraph: Paragraph, stop: int) -> list[Mention]:
    """Mentions of states before a place of a paragraph, nearest first, as far back as the paragraph before."""
    start = page.paragraphs[max(0, paragraph.index - 1)].span.start
    near = [m for m in page.mentions if start <= m.span.start < stop and m.kind in ("state", "demonym", "place", "agency", "person") and m.actor is not None]
    return [m for m in reversed(near) if m.actor is not None and m.actor.country]


def _pair_of_sentence(page: Page, start: int) -> list[Mention]:
    """The two states that the sentence itself names before a place, where they are just two."""
    sentence = next((s for s in page.sentences if s.span.start <= start < s.span.stop), None)
    if sentence is None:
        return []
    first: dict[str, Mention] = {}
    for mention in page.mentions:
        here = sentence.span.start <= mention.span.start < start and mention.kind != "person" and not mention.text.endswith("대사관")
        if here and mention.actor is not None and mention.actor.country:
            first.setdefault(mention.actor.country, mention)
    return list(first.values()) if len(first) == 2 else []


def _sides(page: Page, paragraph: Paragraph, usual: Sequence[Mention]) -> Iterator[Mention]:
    """For "the two countries" the document's pair, each in the form that this paragraph names last ("the Soviet Union")."""
    codes = [mention.actor.country for mention in usual if mention.actor is not None and mention.actor.country]
    allowed = {*codes, *(code for known in codes for code in load_ledger().predecessors(known))}
    for match in SIDES[paragraph.language].finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        pair: dict[str, Mention] = {}
        for mention in _states_before(page, paragraph, match.start()):
            country = mention.actor.country if mention.actor is not None else None
            if country in allowed and len(pair) < 2 and mention.span.start >= paragraph.span.start:
                pair.setdefault(country, mention)
        near = list(pair.values()) if len(pair) == 2 else find_pair_before(page, paragraph, match.start()) if paragraph.language == "ko" else None
        chosen = _pair_of_sentence(page, match.start()) or near or usual
        if len(chosen) != 2:  # noqa: PLR2004, RUF100
            continue
        span = Span(match.start(), match.end())
        if match.group().endswith(OFFICIALS) and all(mention.kind == "person" for mention in chosen):
            yield from (_meant(span, match.group(), mention) for mention in chosen)
            continue
        for mention in (_naming(page, known) for known in chosen):
            country = mention.actor.country if mention.actor is not None else None
            literal = mention.actor.literal if mention.actor is not None else None
            actor = Actor(name=mention.actor.name if mention.actor else match.group(), id=country, type="state", country=country, literal=literal)
            yield Mention(kind="state", span=span, text=match.group(), actor=actor, rule="two sides", chain=(mention.span,))


def _meant(span: Span, words: str, mention: Mention) -> Mention:
    """One of the two officials whom "두 장관" means."""
    return Mention(kind="person", span=span, text=words, actor=mention.actor, rule="two sides", chain=(mention.span,))


def _naming(page: Page, mention: Mention) -> Mention:
    """The naming of a state that a person or body stands for, the last one before it, else the next; else the mention itself."""
    adjective = mention.kind == "demonym" and mention.text[:1].isalpha() and mention.text.lower().endswith(ADJECTIVE)
    if mention.actor is None or (mention.kind in ("state", "demonym") and mention.rule not in STANDING_IN and not adjective):
        return mention
    country = mention.actor.country
    kinds = ("state",) if adjective else ("state", "demonym")
    named = [m for m in page.mentions if m.kind in kinds and m.rule not in STANDING_IN and m.actor is not None and m.actor.country == country]
    named = named or [mention]
    before = [m for m in named if m.span.start < mention.span.start]
    return next(iter([*before[-1:], *named]), mention)


def _people(page: Page, paragraph: Paragraph) -> Iterator[Mention]:
    """A pronoun or title: the person named last before it whose office fits."""
    called = _addressed(page)
    for match in PERSONS[paragraph.language].finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        title = match.group().lower().removeprefix("the ")
        noun = title if title in OFFICES else title.split(" ")[-1]
        start = page.paragraphs[max(0, paragraph.index - 2)].span.start
        before = [m for m in mentions_in(page.mentions, Span(start, match.start())) if m.kind == "person" and m.actor is not None]
        who = _fitting(page, match.start(), noun, [m for m in before if _can_be(noun, m, called)]) or _only_holder(page, paragraph, match.start(), noun)
        formal = match.group()[-1:].isupper() or match.group()[4:5].isupper()
        if who is not None and not (formal and _are_several(noun, before)):
            rule = "person named before"
            yield Mention(kind="person", span=Span(match.start(), match.end()), text=match.group(), actor=who.actor, rule=rule, chain=(who.span, *who.chain))


def _addressed(page: Page) -> dict[str, str]:
    """The pronoun of people whom the text calls Mr, Mrs or Ms."""
    found: dict[str, str] = {}
    for mention in page.mentions:
        if mention.kind == "person" and mention.actor is not None:
            called = SEX.search(page.document.text, max(0, mention.span.start - len("Mrs. ")), mention.span.start)
            if called is not None:
                found.setdefault(mention.actor.name, "he" if called["sex"] == "Mr" else "she")
            part = PART.search(page.document.text, max(0, mention.span.start - LONG_TITLE), mention.span.start)
            if part is not None:
                found.setdefault(mention.actor.name, "he" if part["sex"] == "his" else "she")
    return found


def _can_be(noun: str, mention: Mention, known: dict[str, str]) -> bool:
    """Whether a pronoun may mean somebody whom the text addresses as a man or a woman."""
    sex = known.get(mention.actor.name if mention.actor is not None else "")
    return sex is None or not ((noun in WOMEN and sex == "he") or (noun in MEN and sex == "she"))


def _fitting(page: Page, place: int, noun: str, before: Sequence[Mention]) -> Mention | None:
    """The person who fits: of the same sentence, else of the one before, who is named first there, since subjects come first."""
    wanted = EXPERT if noun in EXPERT else OFFICES.get(noun, (noun,))
    anybody = noun in PRONOUNS or noun in ANYBODY
    fits = [m for m in before if anybody or any(word in (m.actor.role if m.actor and m.actor.role else "") for word in wanted)]
    if not fits:
        return before[-1] if before and noun in ("expert", "diplomat", "эксперт", "дипломат") else None
    if noun not in PRONOUNS and noun != "minister":
        return [*fits, *(m for m in fits if m.actor is not None and m.actor.role in wanted)][-1]
    last = fits[-1].span.start
    sentence = next((s for s in page.sentences if s.span.start <= last < s.span.stop), None)
    return next(m for m in fits if sentence is None or m.span.start >= sentence.span.start)


def _only_holder(page: Page, paragraph: Paragraph, place: int, noun: str) -> Mention | None:
    """English: the one holder of a high office whom the page has named so far, however far above."""
    wanted = OFFICES.get(noun, (noun,))
    if paragraph.language != "en" or noun not in HIGH:
        return None
    holders = [m for m in page.mentions if m.kind == "person" and m.span.stop <= place and m.actor is not None and m.actor.role in wanted]
    return holders[-1] if len({m.actor.name for m in holders if m.actor is not None}) == 1 else None


def _are_several(noun: str, before: Sequence[Mention]) -> bool:
    """Whether holders of one office from several states are named before it."""
    return len({m.actor.side for m in before if m.actor is not None and m.actor.role in OFFICES.get(noun, (noun,))}) > 1


def _bodies(page: Page, paragraph: Paragraph) -> Iterator[Mention]:
    """For "the ministry" the body of a state named last before it."""
    for match in BODIES[paragraph.language].finditer(page.document.text, paragraph.span.start, paragraph.span.stop):
        start = page.paragraphs[max(0, paragraph.index - (4 if paragraph.language == "ru" else 2))].span.start
        before = [m for m in page.mentions if m.kind == "agency" and start <= m.span.start < match.start()]
        noun = match.group().lower().split(" ")[-1]
        behind = (m for m in page.mentions if m.kind == "state" and match.end() < m.span.start < match.end() + 80)
        if any(OF_ITS_STATE.fullmatch(page.document.text, match.end(), m.span.start) for m in behind):
            continue
        before = [m for m in before if noun in m.text.lower()] if noun in ("ministry", "embassy") else before
        if noun.startswith(("министерств", "ведомств", "мид")):
            before = [m for m in before if FOREIGN_MINISTRY.search(m.text)]
        speaking = _state_speaking(page, match.start(), before[-1]) if before and noun == "ministry" and paragraph.language == "en" else None
        if speaking is not None and speaking.actor is not None:
            body = Actor(name=match.group().removeprefix("the ").removeprefix("The "), type="agency", country=speaking.actor.country)
            span = Span(match.start(), match.end())
            yield Mention(kind="agency", span=span, text=match.group(), actor=body, rule="ministry of the state that spoke before", chain=(speaking.span,))
        elif before:
            last = before[-1]
            yield Mention(
                kind="agency", span=Span(match.start(), match.end()), text=match.group(), actor=last.actor, rule="body named before", chain=(last.span,)
            )


def _state_speaking(page: Page, place: int, body: Mention) -> Mention | None:
    """The other state that says something in the sentence before, behind the naming of a body: its own ministry is meant then."""
    index = next((i for i, s in enumerate(page.sentences) if s.span.start <= place < s.span.stop), 0)
    before = page.sentences[index - 1] if index else None
    root = next(before.roots(), None) if before is not None and body.span.stop <= before.span.start else None
    if before is None or root is None or root.lemma.lower() not in load_speech("en").verbs:
        return None
    subject = before.child(root, "nsubj")
    named = subject.mention if subject is not None else None
    if named is None or named.kind != "state" or named.actor is None or body.actor is None or named.actor.country in (None, body.actor.country):
        return None
    return named
