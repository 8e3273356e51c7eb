"""Rows of Korean acts told by nouns: "외교관 추방, 국경 폐쇄 등의 조치를 발표했다" has each deed on the verb, its own words on the deed."""

from dragoman.read.lang.ko.pieces import Piece

DEED_NOUNS = frozenset(
    [
        "추방",
        "재개방",
        "소환",
        "초치",
        "폐쇄",
        "중단",
        "재개",
        "해제",
        "부과",
        "철회",
        "단절",
        "파기",
        "체결",
        "서명",
        "개설",
        "취소",
        "금지",
        "철수",
        "비준",
        "복원",
        "정상화",
        "면제",
        "격상",
        "제한",
        "강화",
        "완화",
        "개방",
        "정지",
        "수립",
        "인상",
        "맞추방",
        "방문",
        "국빈방문",
        "합의",
        "규탄",
        "비판",
        "비난",
        "항의",
        "경고",
        "촉구",
        "요구",
        "거부",
        "제안",
        "파견",
        "파병",
        "배치",
        "공격",
        "공습",
        "점령",
        "석방",
        "억류",
        "나포",
        "휴전",
        "수교",
        "단교",
        "격하",
        "귀국",
        "지정",
    ]
)
"""Nouns that tell an act when a verb with -하- behind them does."""
PERFORMING = frozenset(
    ["발표하", "단행하", "취하", "시행하", "실시하", "결정하", "선언하", "내리", "통보하", "명령하", "지시하", "예고하", "내놓", "꺼내", "진행하", "추진하"]
)
"""Verbs that only carry out or make known the deed that is their object."""
CONTAINERS = frozenset(["등", "조치", "방안", "결정", "방침", "명령", "계획", "대응", "제재", "조처"])
"""Nouns that a row of deeds or a single one tells."""
ROW = "obl:deed"
OF_VISITS = frozenset(["국빈", "공식", "실무", "전격", "첫", "깜짝", "긴급", "전면", "잠정", "공동", "추가", "또", "결국", "공식적"])
"""Words between the object of a headline's deed and the deed, which only say of what kind it is."""
SHORTEST = 3
"""Words and marks of the shortest headline that tells who does what."""


JOINING = ("고", "며", "지만", "으나", "나", "는데", "ᆫ데", "자", "으며", "면서")
"""Endings behind which a second topic opens a clause of its own."""
LEADING = (("어",), ("아",), ("여",), ("어서",), ("아서",))
"""Endings of a verb that only leads to the next: "맞서 대응하다"."""
SAME = (("며",), ("면서",))
"""Endings of what somebody does while he does the next."""
PAST = frozenset({"었", "았", "였"})
CARRYING = ("내", "갖", "열", "가지", "통하", "올리")
"""Verbs of the paper or occasion in which something is said: no clause of their own."""


def find_inner(pieces: list[Piece], before: list[Piece], piece: Piece) -> int | None:
    """The reported clause that a second topic belongs to: "A는 …에 대응해 [B는 …하겠다고] 말했다"; `None` where it opens a clause of its own."""
    first = next((other for other in reversed(before) if other.role == "topic" and other.quote == piece.quote), None)
    if piece.role != "topic" or first is None:
        return None
    between = pieces[first.token.index + 1 : piece.token.index]
    joining = [p for p in between if p.is_main and p.token.particles[-1:] and p.token.particles[-1] in JOINING and p.token.lemma not in CARRYING]
    if any(not _goes_on(pieces, p, piece) for p in joining):
        return None
    ahead = [p for p in pieces[piece.token.index + 1 :] if p.is_main and p.quote == piece.quote]
    while ahead and ahead[0].role == "linked" and ahead[0].token.particles[-1:] in LEADING:
        ahead = ahead[1:]  # "B는 [위협에 맞서] 대응하겠다고"
    return ahead[0].token.index if len(ahead) > 1 and ahead[0].role == "quoted" else None


def _goes_on(pieces: list[Piece], verb: Piece, later: Piece) -> bool:
    """Whether who says something at a verb also says what a state does behind it: "A 장관은 지지한다고 언급하며, 페루도 협력하겠다고 밝혔다"."""
    state = later.token.mention is not None and later.token.mention.kind == "state"
    reported = any(p.role == "quoted" and p.head == verb.token.index for p in pieces)
    return state and reported and verb.token.particles[-1:] in SAME and not set(verb.token.particles) & PAST


def opens_clause(pieces: list[Piece], piece: Piece, other: Piece) -> bool:
    """Whether a later topic opens a clause of its own behind a linked one, so that an earlier topic goes no further: "A는 …했고, B는 …했다"."""
    if other.role != "topic":
        return False
    between = pieces[piece.token.index + 1 : other.token.index]
    mains = [p for p in between if p.is_main and p.quote == piece.quote]
    last = mains[-1] if mains else None
    ends = last.endings or last.token.particles if last is not None else ()
    return last is not None and last.role == "linked" and bool(ends) and ends[-1] in JOINING and last.token.lemma not in CARRYING


def beside_content(pieces: list[Piece], piece: Piece, above: int) -> int:
    """Where a linked verb with a content of its own hangs: beside the verb of the next content, not in it ("X하기로 합의하고 Y하기로 결정했다")."""
    leads = piece.token.particles[-1:] in LEADING
    holds = (
        piece.role == "linked" and not leads and any(p.role in ("quoted", "nominalised") and p.head == piece.token.index for p in pieces[: piece.token.index])
    )
    if not holds or pieces[above].role not in ("quoted", "nominalised"):
        return above
    behind = next((p for p in pieces[above + 1 :] if p.is_main and p.quote == piece.quote), None)
    return behind.token.index if behind is not None else above


def is_before(pieces: list[Piece], index: int) -> bool:
    """Whether a deed was done before the next one: "합의한 데 이어"."""
    behind = [piece.token.text for piece in pieces[index + 1 : index + 3]]
    return pieces[index].role == "adnominal" and behind == ["데", "이어"]


def first_of_dated(pieces: list[Piece], index: int, last: int) -> int:
    """The verb of a date behind a topic: the first where a later clause has a date of its own ("1992년 개설됐으며, 2010년 옮겼다"), else the last.

    What was done before ("3월 합의한 데 이어 …") has the date alone.
    """
    before = next((p.token.index for p in pieces[index + 1 : last] if is_before(pieces, p.token.index)), None)
    if before is not None:
        return before
    mains = [
        p.token.index for p in pieces[index + 1 : last] if p.is_main and p.role == "linked" and p.token.particles[-1:] and p.token.particles[-1] in JOINING
    ]
    if not mains or pieces[last].quote != pieces[index].quote:
        return last
    later = [p for p in pieces[mains[0] + 1 : last] if p.role in ("bare", "oblique") and "SN" in p.tags and p.token.lemma.endswith(("년", "월", "일"))]
    return mains[0] if later else last


def gather_things(pieces: list[Piece]) -> None:
    """Of a row before 등 ("쌀과 밀, 콩 등에") each thing belongs to the word that sums it up and carries the particle."""
    for index, piece in enumerate(pieces):
        if piece.token.lemma != "등" or piece.role in ("bare", "mark") or not piece.is_nominal:
            continue
        place = index - 1
        while place >= 0 and (pieces[place].role in ("bare", "joined") or pieces[place].token.text == ","):
            behind = pieces[place + 1]
            if pieces[place].role == "joined" or (pieces[place].role == "bare" and (behind is piece or behind.token.text == ",")):
                pieces[place].hang(index, "compound")
            place -= 1


def open_rows(pieces: list[Piece]) -> None:
    """Hangs each deed of such a row on the verb that performs it; the nouns before it are its own compound."""
    for index, piece in enumerate(pieces):
        if piece.token.mention is not None or piece.token.lemma not in DEED_NOUNS or not piece.is_nominal or piece.head < 0:
            continue
        verb = _performing(pieces, index)
        if verb is None:
            continue
        piece.head, piece.relation = verb, ROW
        _own(pieces, index)


def open_headline(pieces: list[Piece]) -> int | None:
    """The deed that a headline without a verb tells: "칠레, 페루 외교관 2명 추방"; `None` where it is none.

    The state before the first comma does it, what stands right before it is its object.
    """
    words = [piece for piece in pieces if piece.role != "mark"]
    deed = words[-1] if words else None
    comma = next((piece.token.index for piece in pieces if piece.token.text == ","), 0)
    opened = len(pieces) > SHORTEST and 0 < comma < len(pieces) - 1 and _is_doer(pieces[:comma])
    if deed is None or not opened or deed.role != "bare" or deed.token.lemma not in DEED_NOUNS or any(p.token.text == "," for p in pieces[comma + 1 :]):
        return None
    index = deed.token.index
    _hang_doer(pieces[:comma], index)
    for piece in pieces[comma + 1 : index]:
        if piece.token.lemma in OF_VISITS:
            piece.hang(index, "advmod")
        elif piece.role == "joined" and pieces[piece.token.index + 1].token.mention is None:
            piece.hang(index, "nmod")  # "페루와 무역 중단": with whom, and no row
        elif piece.role in ("bare", "possessor", "oblique"):
            piece.hang(index, {"bare": "compound", "possessor": "nmod:poss", "oblique": "nmod"}[piece.role])
    _own(pieces, index)
    deed.headline = True
    return index


def _is_doer(pieces: list[Piece]) -> bool:
    """Whether the words before a headline's comma name a state, its official, or several of them."""
    named = pieces[0].token.mention is not None and all(piece.role == "bare" or piece.token.text == "·" for piece in pieces)
    return named and pieces[-1].role == "bare"


def _hang_doer(pieces: list[Piece], deed: int) -> None:
    """The last word of who does it is the subject; names beside it are a row, other words its own."""
    doer = pieces[-1]
    doer.hang(deed, "nsubj")
    for place, piece in enumerate(pieces[:-1]):
        if piece.role == "bare":
            in_row = pieces[place + 1].token.text == "·" and doer.token.mention is not None
            piece.hang(doer.token.index, "conj" if in_row else "compound")


def _own(pieces: list[Piece], deed: int) -> None:
    """The nouns right before a deed: the last of them is its object, the others and a count belong to that."""
    before: list[Piece] = []
    for piece in reversed(pieces[:deed]):
        if piece.relation == "advmod" and piece.head == deed:
            continue
        if piece.relation not in ("compound", "nmod:poss", "flat", "nmod", "case"):
            break
        before.append(piece)
    counted = [piece for piece in before if piece.tags[:1] == ("SN",)]
    nouns = [piece for piece in before if piece not in counted and piece.relation != "case"]
    if not nouns:
        return
    thing = nouns[0]
    for piece in (*nouns, *counted):
        if piece.relation == "nmod" and piece is not thing:
            piece.head = deed
            continue
        piece.head = deed if piece is thing else thing.token.index
        piece.relation = "nummod" if piece in counted else piece.relation


def _performing(pieces: list[Piece], index: int) -> int | None:
    """The verb that performs a deed: its object itself, or a row that ends in "등의 조치를"."""
    is_object = pieces[index].role == "object"
    for place in range(index + 1, len(pieces)):
        piece = pieces[place]
        if piece.is_predicate:
            return place if is_object and piece.token.lemma in PERFORMING else None
        if piece.role == "object":
            is_object = piece.token.lemma in CONTAINERS or piece.token.lemma in DEED_NOUNS
        elif piece.role in ("topic", "subject"):
            return None
    return None


def is_dated(piece: Piece) -> bool:
    """Whether a bare noun is a day or year by itself."""
    return ("SN" in piece.tags and piece.token.lemma.endswith(("년", "월", "일"))) or piece.token.lemma in (
        "이날",
        "오늘",
        "어제",
        "전날",
        "당일",
        "지난해",
        "작년",
        "올해",
        "지난달",
    )


def ends_days(pieces: list[Piece], index: int) -> bool:
    """Whether a day is the last of a row of them: "7일과 8일"."""
    first = pieces[index - 1] if index else None
    joined = first is not None and first.token.particles[-1:] in (("과",), ("와",)) and is_dated(first)
    return joined and is_dated(pieces[index])
