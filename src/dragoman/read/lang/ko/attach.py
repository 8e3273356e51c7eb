"""Trees of Korean sentences from their particles and endings: what each word hangs on, and as what.

Korean marks the part that a word plays on the word itself, and heads come last. The parser's arcs are right in three of
four cases; the particles are right nearly always. So the relations are read off the particles, in the terms of
Universal Dependencies that the frames of all languages use: subject, object, oblique, possessor, complement clause.
Source: the tags are those of Kiwi (Sejong tag set).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.read.lang.ko.particles import TOLD
from dragoman.read.lang.ko.pieces import DEEDS, TIMES, Piece, cut_pieces
from dragoman.read.lang.ko.rows import beside_content, ends_days, find_inner, first_of_dated, gather_things, is_dated, open_headline, open_rows, opens_clause
from dragoman.read.words import Token

POSTPOSITIONS = frozenset({"대하", "위하", "통하", "관하", "따르", "의하", "인하", "비하", "향하", "둘러싸", "관련하", "즈음하", "맞"})
"""Verbs that work as postpositions behind a noun with a particle: "에 대한", "를 위해", "에 따르면"."""
AUXILIARY_NOUNS = frozenset({"예정", "계획", "방침", "전망", "작정", "입장", "중", "상태", "것", "셈", "생각"})
"""Nouns that end a predicate: "서명할 예정이다"."""
NAMED_CLOSING = "」』》〉"
"""Marks that close a name: 「NAME(Name)」 총리."""
COORDINATING = ("고", "며", "면서", "으며", "으면서", "어", "아", "어서", "아서", "여", "고서", "ᆫ데", "는데", "으나", "나", "지만")
SERVING = ("대사", "대사관", "영사", "영사관", "외교관", "공관")
"""Who or what serves somewhere, right behind "주재"."""
TALKS = ("회담", "면담", "회동", "통화", "협의", "대화", "협상")
"""Ends of nouns of talks, which somebody has with a companion and not beside him."""
AFTER = frozenset({"뒤", "후", "직후", "다음", "때"})
"""Nouns behind an adnominal clause that make it a circumstance of the next: "회담한 뒤 발표했다", "방문했을 때 만났다"."""


def attach(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The same words with heads, relations and parts of speech as their particles and endings tell them."""
    pieces = cut_pieces(tokens)
    _bind_postpositions(pieces)
    _join_sides(pieces)
    _bind_auxiliaries(pieces)
    _post(pieces)
    mains = [piece.token.index for piece in pieces if piece.is_main]
    if not mains:
        deed = open_headline(pieces)
        return tuple(_finish(piece, deed) for piece in pieces) if deed is not None else tuple(tokens)
    _hang_predicates(pieces)
    _mark_added_objects(pieces)
    _hang_subjects(pieces)
    gather_things(pieces)
    for piece in pieces:
        _hang_other(pieces, piece)
    _name_relatives(pieces)
    open_rows(pieces)
    return free_companions([_finish(piece, mains[-1]) for piece in pieces])


def free_companions(tokens: list[Token]) -> tuple[Token, ...]:
    """With whom relations are, or talks, is no half of a row with them, but a companion of the verb: "칠레는 페루와 외교 관계를 복원했다"."""
    for token in tokens:
        joined = token.base_relation == "conj" and token.particles[-1:] in (("와",), ("과",)) and token.mention is not None
        thing = tokens[token.head]
        done = thing.mention is None and thing.relation == "obj" and tokens[thing.head].pos == "VERB"
        talked = (
            token.base_relation == "conj" and token.particles[-1:] in (("와",), ("과",)) and thing.lemma.endswith(TALKS) and not token.lemma.endswith(TALKS)
        )
        if done and (talked or (joined and thing.lemma.endswith(("관계", "국교")))):
            tokens[token.index] = replace(token, head=thing.head, relation="obl")
    return tuple(tokens)


def _bind_postpositions(pieces: list[Piece]) -> None:
    """A verb that works as a postposition marks the noun before it, and the noun hangs where the verb would."""
    for left, piece in pairwise(pieces):
        before = pieces[left.head] if left.relation == "nummod" else left
        if piece.token.lemma in POSTPOSITIONS and before.role in ("oblique", "object") and piece.role in ("adnominal", "linked"):
            before.role = "possessor" if piece.role == "adnominal" else "oblique"
            piece.hang(before.token.index, "case")
            piece.role = "bound"
        elif piece.token.lemma == "위하" and before.role == "nominalised":
            before.role = "linked"
            before.token = replace(before.token, features=before.token.features | {"VerbForm=Inf"}, particles=("기", "위해"))
            piece.hang(before.token.index, "mark")
            piece.role = "bound"
        elif piece.token.lemma in ("전", "직전") and before.role == "nominalised":
            before.role, piece.role = "linked", "bound"  # "도착하기 전"
            piece.hang(before.token.index, "mark")
        elif piece.token.lemma == "중" and "VCP" in piece.tags and before.role == "bare":
            before.role = "bound"
            before.hang(piece.token.index, "compound")
            piece.tags = ("VV", *piece.tags[2:])
            piece.token = replace(piece.token, lemma=before.token.lemma + "하")


def _post(pieces: list[Piece]) -> None:
    """Where an envoy or embassy serves ("리마 주재") is not whose it is."""
    for place, piece in pairwise(pieces):
        if piece.token.lemma == "주재" and piece.role == "bare" and place.role == "bare":
            following = pieces[piece.token.index + 1 : piece.token.index + 2]
            direct = following and following[0].token.lemma.endswith(SERVING)
            end = following[0].token.index if direct else _phrase_end(pieces, piece.token.index + 1)
            if end is not None:
                place.hang(piece.token.index, "obl")
                before = pieces[place.token.index - 1] if place.token.index else None
                if before is not None and before.role == "bare" and before.token.mention is not None and place.token.mention is not None:
                    before.hang(place.token.index, "compound")  # "시리아 다마스쿠스 주재"
                piece.hang(end, "acl")


def _join_sides(pieces: list[Piece]) -> None:
    """The first "N와" of a clause before its subject is half of that subject, not a companion."""
    for index, piece in enumerate(pieces):
        if piece.role in ("topic", "subject"):
            return
        end = _phrase_end(pieces, index + 1) if piece.role == "oblique" and piece.token.particles[-1:] in (("와",), ("과",)) else None
        if end is not None and pieces[end].role in ("topic", "subject"):
            piece.role = "joined"


def _bind_auxiliaries(pieces: list[Piece]) -> None:
    """Words that only end a predicate hang on it as auxiliaries, and it takes over the part that they play."""
    for index, piece in enumerate(pieces):
        follower = pieces[index + 1] if index + 1 < len(pieces) else None
        if follower is None or piece.role not in ("linked", "adnominal", "nominalised"):
            continue
        possible = pieces[index + 2] if index + 2 < len(pieces) else None
        if piece.role == "adnominal" and follower.token.lemma == "수" and possible is not None and possible.token.lemma in ("있", "없"):
            _bind(piece, follower, follower.token.lemma)
            _bind(piece, possible, "수" + possible.token.lemma)
        elif piece.role == "adnominal" and follower.token.lemma == "바" and possible is not None and possible.token.lemma == "있":
            _bind(piece, follower, follower.token.lemma)
            possible.token = replace(possible.token, particles=("었", *possible.token.particles))
            _bind(piece, possible, "바있")
        elif piece.role == "adnominal" and follower.is_predicate and follower.token.lemma in AUXILIARY_NOUNS:
            _bind(piece, follower, follower.token.lemma)
        elif (piece.role == "linked" and "VX" in follower.tags) or (piece.role == "nominalised" and follower.token.lemma == "하"):
            lemma = "기로하" if piece.role == "nominalised" else follower.token.lemma
            _bind(piece, follower, lemma)


def _bind(piece: Piece, auxiliary: Piece, lemma: str) -> None:
    """`auxiliary` under `piece`, which ends as the auxiliary ends."""
    if auxiliary.is_predicate:
        piece.role = auxiliary.role
        piece.endings = (*piece.endings, *auxiliary.token.particles)
    auxiliary.hang(piece.token.index, "aux")
    auxiliary.role = "bound"
    auxiliary.token = replace(auxiliary.token, lemma=lemma)


def _hang_predicates(pieces: list[Piece]) -> None:
    """Clauses on the clause that they belong to, adnominal ones on their noun."""
    for index, piece in enumerate(pieces):
        if piece.role == "adnominal":
            noun = _phrase_end(pieces, index + 1, through=True)
            after = index + 1 < len(pieces) and pieces[index + 1].token.lemma in AFTER
            if after and (above := next(_predicates(pieces, index + 1, piece.quote, main=True), None)) is not None:
                piece.hang(above, "advcl")
                pieces[index + 1].hang(index, "mark")
                pieces[index + 1].role = "bound"
            elif (
                index + 1 < len(pieces) and pieces[index + 1].token.lemma == "등" and pieces[index + 1].role == "bare" and _next_main(pieces, piece) is not None
            ):
                piece.hang(_next_main(pieces, piece) or 0, "advcl")  # "비자를 취소하는 등 대응에 나섰다"
            elif noun is not None and pieces[noun].token.lemma in ("것", "데", "바"):
                piece.hang(next(_predicates(pieces, noun, piece.quote), noun), "ccomp")
            elif noun is not None:
                piece.hang(noun, "acl")
        elif piece.is_main:
            above = _next_main(pieces, piece)
            if above is None:
                above = next((p.token.index for p in pieces[index + 1 :] if p.is_main), None)
            if above is not None:
                above = beside_content(pieces, piece, above)
                linked = "conj" if piece.token.particles and piece.token.particles[-1] in COORDINATING else "advcl"
                piece.hang(above, {"quoted": "ccomp", "nominalised": "xcomp"}.get(piece.role, linked))


def _next_main(pieces: list[Piece], piece: Piece) -> int | None:
    """The next clause that is no adnominal one, in the same quotation."""
    return next(_predicates(pieces, piece.token.index, piece.quote, main=True), None)


def _mark_added_objects(pieces: list[Piece]) -> None:
    """A noun with 도 right before a verb is its object where the clause has a topic or subject already: "외교부는 어제 대사도 초치했다"."""
    for index, piece in enumerate(pieces[:-1]):
        if piece.role != "topic" or piece.token.particles[-1:] != ("도",) or not pieces[index + 1].is_predicate:
            continue
        before = [p for p in pieces[:index] if p.role in ("topic", "subject") or p.is_main]
        if before and before[-1].role in ("topic", "subject") and before[-1].quote == piece.quote and pieces[index + 1].tags[:1] != ("VA",):
            piece.role = "object"


def _predicates(pieces: list[Piece], index: int, quote: int, *, main: bool = False) -> Iterator[int]:
    """The predicates behind a word in the same quotation, nearest first; adjectives before a noun are none."""
    for piece in pieces[index + 1 :]:
        told = bool(piece.token.particles) and piece.token.particles[-1].endswith(TOLD)
        is_description = piece.role == "adnominal" and not told and ("VA" in piece.tags or "XSA" in piece.tags or "VCP" in piece.tags)
        if piece.quote == quote and (piece.is_main if main else piece.is_predicate and not is_description):
            yield piece.token.index


def _hang_subjects(pieces: list[Piece]) -> None:
    """Topics on the last clause that has no nearer subject of its own; subjects likewise, within what is reported."""
    speaking = [piece for piece in pieces if piece.role in ("topic", "subject")]
    for place in range(len(speaking) - 1, -1, -1):
        piece = speaking[place]
        index, later = piece.token.index, [other for other in speaking[place + 1 :] if other.quote == piece.quote]
        has_topic = any(other.role == "topic" and other.quote == piece.quote for other in speaking[:place])
        inner = next(_predicates(pieces, index, piece.quote), None)
        quoted = _quoted_ahead(pieces, speaking, place) or find_inner(pieces, speaking[:place], piece)
        if quoted is not None:
            piece.hang(quoted, "nsubj")
            continue
        within = inner is not None and (pieces[inner].role == "adnominal" or (pieces[inner].role in ("linked", "nominalised") and has_topic))
        if piece.role == "subject" and inner is not None and within and (has_topic or any(o.token.index > inner for o in later)):
            piece.hang(inner, "nsubj")
            continue
        chosen: int | None = None
        end = next((other.token.index for other in later if opens_clause(pieces, piece, other)), len(pieces))
        for predicate in _predicates(pieces, index, piece.quote, main=True):
            if predicate > end:
                break
            taken = any(other.token.index < predicate and other.head == predicate for other in later)
            if taken and pieces[predicate].role in ("quoted", "nominalised"):
                continue
            if taken and chosen is None and piece.role == "topic" and pieces[predicate].role == "linked":
                continue  # "A는 [노선이 없어] …라고 말했다"
            if taken:
                break
            chosen = predicate
            if piece.role == "subject" and has_topic and pieces[predicate].role == "quoted":
                break
        if chosen is not None:
            piece.hang(chosen, "nsubj")


def _quoted_ahead(pieces: list[Piece], speaking: list[Piece], place: int) -> int | None:
    """Of two subjects side by side ("A가 B가 …했다며 비난했다") the second belongs to what is reported next."""
    piece = speaking[place]
    before = speaking[place - 1] if place else None
    if piece.role != "subject" or before is None or before.quote != piece.quote:
        return None
    if any(p.is_predicate for p in pieces[before.token.index + 1 : piece.token.index]):
        return None
    quoted = next((p.token.index for p in pieces[piece.token.index + 1 :] if p.role == "quoted" and p.quote == piece.quote), None)
    inner = next((p for p in pieces[piece.token.index + 1 :] if p.is_predicate), None)
    passed = inner is not None and inner.role == "adnominal" and any(inner.token.index < p.token.index < (quoted or 0) for p in speaking)
    return quoted if not passed else None  # "A는 [B가 방문했을 때] C가 …다고 말했다"


def _hang_other(pieces: list[Piece], piece: Piece) -> None:
    """Objects, obliques, possessors, parts of compounds and adverbs."""
    index = piece.token.index
    nearest = next(_predicates(pieces, index, piece.quote), None)
    if nearest is None:
        nearest = next((p.token.index for p in pieces[index + 1 :] if p.is_predicate), None)
    follower = _follower(pieces, index)
    if piece.role == "object" and nearest is not None and pieces[nearest].role == "quoted" and "VCP" in pieces[nearest].tags:
        nearest = next(_predicates(pieces, nearest, piece.quote), nearest)  # "A를 B라고 비난했다"
    topic = _topic_before(pieces, index)
    if topic is not None:
        piece.hang(_in_clause_of_another(pieces, index) or first_of_dated(pieces, index, topic.head), "obl")
        return
    end = _phrase_end(pieces, index + 1)
    is_bound = (follower is not None and follower.role == "bound") or piece.tags[-2:] == ("JKB", "JKG")
    above, relation = nearest, {"bare": "obl", "oblique": "obl", "complement": "obl", "object": "obj", "adverb": "advmod"}.get(piece.role, "")
    if piece.role == "bare" and follower is not None and follower.is_nominal and not (_is_time(piece, follower) or ends_days(pieces, index)):
        same = piece.token.mention is not None and follower.token.mention is piece.token.mention
        above, relation = end, "flat" if same else "compound"
    elif (row := _next_in_row(pieces, index)) is not None:
        above, relation = row, "conj"
    elif piece.role == "joined" and end is None:
        above, relation = nearest, "obl"
    elif piece.role in ("possessor", "joined", "determiner"):
        above, relation = end, {"possessor": "nmod" if is_bound else "nmod:poss", "joined": "conj", "determiner": "det"}[piece.role]
    if above is not None and relation:
        piece.hang(above, relation)


def _next_in_row(pieces: list[Piece], index: int) -> int | None:
    """Of a row of states ("가나, 토고와") the next one behind a comma, where the row ends in a particle."""
    places = [index]
    while places[-1] + 2 < len(pieces) and pieces[places[-1]].role == "bare" and pieces[places[-1] + 1].token.text in (",", "·"):
        places.append(places[-1] + 2)
    states = all(pieces[place].token.mention is not None and pieces[place].is_nominal for place in places)
    return places[1] if states and len(places) > 1 and pieces[places[-1]].role != "bare" else None


def _follower(pieces: list[Piece], index: int) -> Piece | None:
    """The word behind, beyond brackets."""
    behind = index + 1
    if behind < len(pieces) and pieces[behind].token.text == "(":
        behind = next((p.token.index + 1 for p in pieces[behind:] if p.token.text == ")"), len(pieces))
    while behind < len(pieces) and pieces[behind].token.text in NAMED_CLOSING and pieces[index].token.mention is not None:
        behind += 1
    return pieces[behind] if behind < len(pieces) else None


def _name_relatives(pieces: list[Piece]) -> None:
    """An adnominal clause with a subject of its own is a relative clause: its noun is its object.

    Of a measure or a plan the clause says what it is, and who takes it does it.
    """
    subjects = {piece.head for piece in pieces if piece.relation == "nsubj"}
    for piece in pieces:
        if piece.relation == "acl" and piece.token.index in subjects:
            piece.relation = "acl:relcl"
        elif piece.relation == "acl" and pieces[piece.head].token.lemma in DEEDS:
            piece.relation = "acl:deed"


def _topic_before(pieces: list[Piece], index: int) -> Piece | None:
    """The topic or subject that a bare date follows directly ("외교부는 2일 …"): its verb has the date, not what stands between."""
    start, stop = index, index
    while start >= 0 and ((pieces[start].role == "bare" and is_dated(pieces[start])) or (pieces[start].role in ("mark", "determiner") and start < index)):
        start -= 1
    while stop < len(pieces) and pieces[stop].role == "bare" and is_dated(pieces[stop]):
        stop += 1
    if start < 0 or start == index or pieces[start].role not in ("topic", "subject") or pieces[start].head < 0:
        return None
    ends_bare = stop >= len(pieces) or not is_dated(pieces[stop])
    return pieces[start] if ends_bare else None


def _in_clause_of_another(pieces: list[Piece], index: int) -> int | None:
    """The verb of a month or year behind a topic where another subject follows in a clause of circumstance: "장관은 [지난달 총리가 방문했을] 때"."""
    if pieces[index].token.lemma.endswith("일"):
        return None
    verb = next((p.token.index for p in pieces[index + 1 :] if p.is_predicate), None)
    after = pieces[verb + 1].token.lemma if verb is not None and verb + 1 < len(pieces) else ""
    other = any(p.role == "subject" and p.head == verb for p in pieces[index + 1 : verb or 0])
    return verb if other and after in AFTER else None


def _is_time(piece: Piece, follower: Piece) -> bool:
    """Whether a bare noun is a time of the clause and no part of the phrase behind it."""
    accredited = follower.token.text.startswith("주") and len(follower.token.text) > 2  # noqa: PLR2004, RUF100 -- "3일 주페루 대사를"
    mentioned = follower.token.mention is not None or follower.role != "bare" or accredited
    counted = "SN" in piece.tags and piece.token.text.endswith(("년", "월", "일", "시", "분기", "세기"))
    return mentioned and (counted or piece.token.lemma in TIMES) and follower.token.lemma not in ("초", "말", "중", "전", "후", "이후", "이전")


def _phrase_end(pieces: list[Piece], index: int, *, through: bool = False) -> int | None:
    """The head of the noun phrase that begins at or behind `index`: its first noun with a particle.

    `through`: past possessors and coordinated nouns, to its last noun.
    """
    while index < len(pieces) and (pieces[index].role in ("determiner", "mark", "adverb", "bound") or pieces[index].role == "adnominal"):
        index += 1
    if index >= len(pieces) or not pieces[index].is_nominal:
        return None
    while pieces[index].role in (("bare", "possessor", "joined") if through else ("bare",)):
        behind = index + 1
        while behind < len(pieces) and pieces[behind].role in ("mark", "determiner", "adnominal", "bound") and pieces[index].role != "bare":
            behind += 1
        if behind >= len(pieces) or not pieces[behind].is_nominal or _is_time(pieces[index], pieces[behind]):
            break
        index = behind
    return index


def _finish(piece: Piece, root: int) -> Token:
    """The word with its place in the tree."""
    token = piece.token
    particles = token.particles
    if piece.tags[-2:] == ("JKB", "JKG") and len(particles) > 1:
        particles = (*particles[:-2], particles[-1], particles[-2])
    token = replace(token, features=token.features | _verb_form(piece))
    if piece.headline:
        return replace(token, head=token.index, relation="root:deed", pos="NOUN", particles=particles)
    if token.index == root:
        return replace(token, head=token.index, relation="root", pos=_pos(piece), particles=particles)
    head = piece.head if piece.head >= 0 else root
    return replace(token, head=head, relation=piece.relation or ("punct" if piece.role == "mark" else "dep"), pos=_pos(piece), particles=particles)


def _verb_form(piece: Piece) -> frozenset[str]:
    """Form and tense of a predicate by its endings and those of its auxiliaries."""
    endings = (*piece.token.particles, *piece.endings)
    past = any(ending in ("었", "았", "였", "었었") for ending in endings)
    if piece.role in ("final", "quoted"):
        return frozenset({"VerbForm=Fin", "Tense=Past" if past else "Tense=Fut" if "겠" in endings else "Tense=Pres"})
    if piece.role == "adnominal":
        return frozenset({"VerbForm=Part", "Tense=Fut" if endings[-1:] == ("ᆯ",) else "Tense=Pres" if endings[-1:] == ("는",) else "Tense=Past"})
    return frozenset()


def _pos(piece: Piece) -> str:
    """The part of speech in the terms of Universal Dependencies."""
    if piece.relation == "aux":
        return "AUX"
    if piece.is_predicate:
        return "VERB" if piece.tags[0] != "VA" else "ADJ"
    if piece.is_nominal:
        return "PROPN" if piece.token.mention is not None or piece.tags[0] == "NNP" else "NOUN"
    return {"adverb": "ADV", "determiner": "DET", "mark": "PUNCT", "bound": "ADP"}.get(piece.role, piece.token.pos)
