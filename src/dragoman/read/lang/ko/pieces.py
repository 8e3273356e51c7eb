"""Words of a Korean sentence with the part that each plays, as its tags say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.read.lang.ko.particles import part_name
from dragoman.read.words import Token

VERBAL = ("VV", "VA", "XSV", "XSA", "VCP", "VCN", "VX")
QUOTING = ("다고", "라고", "자고", "냐고", "으라고", "다며", "라며", "자며", "다면서", "라면서", "자면서", "고")
COUNTERS = ("명", "곳", "개", "척", "기", "대", "발", "인", "건", "개사", "명씩")
"""Counters behind a number that only count the noun before them."""
ALSO = ("역시", "또한")
COMING = ("요일", "달", "주", "봄", "여름", "가을", "겨울", "해", "주말")
"""Ends of nouns behind "오는" that make it a word of time."""
OPENING, CLOSING = "“‘「『《〈", "”’」』》〉"
SPOKEN = "“‘"
"""Marks that open words of somebody; the others open names and titles."""


DEEDS = frozenset(
    [
        "조치",
        "방안",
        "결정",
        "계획",
        "방침",
        "합의",
        "협정",
        "성명",
        "조약",
        "양해각서",
        "법안",
        "입장",
        "뜻",
        "의사",
        "의향",
        "제안",
        "내용",
        "공동선언",
        "선언",
        "공동성명",
        "의정서",
        "협약",
    ]
)
"""Nouns whose adnominal clause tells what the deed is: "관세를 부과하는 조치"."""
TIMES = frozenset(
    [
        "오늘",
        "어제",
        "내일",
        "모레",
        "지난달",
        "지난해",
        "작년",
        "올해",
        "내년",
        "이날",
        "당일",
        "오전",
        "오후",
        "최근",
        "현재",
        "이번",
        "지난",
        "다음",
        "이후",
        "앞서",
        "이어",
        "당초",
    ]
)
"""Nouns that tell when by themselves."""


@dataclass(slots=True)
class Piece:
    """A word with what its tags say; `quote` counts the quotation it stands in, 0 outside; `headline` marks the deed of one."""

    token: Token
    tags: tuple[str, ...]
    role: str
    quote: int
    head: int = -1
    relation: str = ""
    endings: tuple[str, ...] = ()
    headline: bool = False

    @property
    def is_predicate(self) -> bool:
        """Whether it opens a clause of its own."""
        return self.role in ("final", "linked", "quoted", "nominalised", "adnominal")

    @property
    def is_main(self) -> bool:
        """Whether a topic may hang on it."""
        return self.role in ("final", "linked", "quoted", "nominalised")

    @property
    def is_nominal(self) -> bool:
        """Whether it is a noun phrase or a part of one."""
        return self.role in ("bare", "topic", "subject", "object", "oblique", "possessor", "joined", "complement")

    def hang(self, head: int, relation: str) -> None:
        """Hang it on `head`, unless that was decided before."""
        if self.head < 0 and head != self.token.index:
            self.head, self.relation = head, relation


def cut_pieces(tokens: Sequence[Token]) -> list[Piece]:
    """The words of a sentence with their parts."""
    pieces: list[Piece] = []
    quote, opened = 0, 0
    for token in map(part_name, tokens):
        if token.text in SPOKEN or (token.text == '"' and quote == 0):
            opened += 1
            quote = opened
        elif token.text in CLOSING or token.text == '"':
            quote = 0
        tags = next((tuple(f.removeprefix("Tags=").split("+")) for f in token.features if f.startswith("Tags=")), ())
        pieces.append(Piece(token, tags, _role(token, tags), quote))
    _close_brackets(pieces)
    _rejoin_particles(pieces)
    _pass_to_counted(pieces)
    for noun, also in pairwise(pieces):
        if noun.role == "bare" and noun.token.mention is not None and also.token.lemma in ALSO:
            noun.role = "topic"  # "페루 외무부 역시"
    for toward, time in pairwise(pieces):
        if toward.token.text == "지난" or (toward.token.text == "오는" and (time.tags[:1] == ("SN",) or time.token.lemma.endswith(COMING))):
            toward.role = "determiner"  # the tagger takes "지난 3일" for a verb
    for index, piece in enumerate(pieces):
        after = next((p for p in pieces[index + 1 :] if p.role != "mark"), None)
        if piece.role == "final" and after is not None:
            piece.role = "quoted"
    return pieces


def _close_brackets(pieces: list[Piece]) -> None:
    """What stands in brackets plays no part in the sentence."""
    inside = False
    for piece in pieces:
        inside = (inside or piece.token.text == "(") and piece.token.text != ")"
        if inside:
            piece.role = "mark"


def _pass_to_counted(pieces: list[Piece]) -> None:
    """Of "외교관 3명을" the noun is what the particle marks, and the number with its counter hangs on it."""
    for noun, counter in pairwise(pieces):
        counted = counter.tags[:1] in (("SN",), ("NR",), ("MM",)) and counter.tags[1:2] in (("NNB",), ("NNG",)) and counter.token.lemma.endswith(COUNTERS)
        if counted and noun.role == "bare" and noun.tags[:1] != ("SN",) and counter.role in ("topic", "subject", "object", "oblique", "possessor"):
            noun.token = replace(noun.token, particles=counter.token.particles)
            noun.tags = (*noun.tags, *(tag for tag in counter.tags if tag.startswith("J")))
            noun.role, counter.role = counter.role, "bound"
            counter.hang(noun.token.index, "nummod")
    for noun, number, counter in zip(pieces, pieces[1:], pieces[2:], strict=False):
        counted = number.tags in (("MM",), ("NR",)) and counter.token.lemma in COUNTERS
        if counted and noun.role == "bare" and counter.role in ("topic", "subject", "object", "oblique", "possessor"):
            noun.token = replace(noun.token, particles=counter.token.particles)
            noun.tags = (*noun.tags, *(tag for tag in counter.tags if tag.startswith("J")))
            noun.role, counter.role, number.role = counter.role, "bound", "bound"
            counter.hang(noun.token.index, "nummod")
            number.hang(counter.token.index, "nummod")


def _rejoin_particles(pieces: list[Piece]) -> None:
    """The particle behind a closing mark is that of the noun before the mark (‘공동위원회’를)."""
    for noun, mark, rest in zip(pieces, pieces[1:], pieces[2:], strict=False):
        alone = bool(rest.tags) and all(tag.startswith("J") and tag != "JKQ" for tag in rest.tags)
        if mark.token.text in (*CLOSING, "'", '"') and alone and noun.role == "bare":
            noun.token = replace(noun.token, particles=rest.token.particles or (rest.token.text,))
            noun.tags = (*noun.tags, *rest.tags)
            noun.role = _particle(noun.token, noun.tags)
            rest.role = "mark"
    _rejoin_behind_brackets(pieces)


def _rejoin_behind_brackets(pieces: list[Piece]) -> None:
    """The particle behind a bracket is that of the noun before the bracket: 유럽연합(EU)은."""
    for index, piece in enumerate(pieces):
        tags = [tag for tag in piece.tags if not tag.startswith("SS")]
        alone = bool(tags) and all(tag.startswith("J") for tag in tags)
        if index < 2 or not alone or pieces[index - 1].token.text != ")":  # noqa: PLR2004, RUF100
            continue
        opened = next((place for place in range(index - 1, 0, -1) if pieces[place].token.text == "("), 0)
        noun = pieces[opened - 1] if opened else None
        if noun is not None and noun.role == "bare":
            noun.token = replace(noun.token, particles=piece.token.particles or (piece.token.text,))
            noun.tags = (*noun.tags, *tags)
            noun.role, piece.role = _particle(noun.token, noun.tags), "mark"


def _role(token: Token, tags: tuple[str, ...]) -> str:
    """What the tags say that the word is."""
    if not tags or all(tag[0] == "S" and tag not in ("SL", "SH", "SN") for tag in tags):
        return "mark"
    if token.mention is None and tags[-1] != "NNP" and any(tag.split("-")[0] in VERBAL for tag in tags):
        return _ending(token, tags)
    if tags[0] in ("MAG", "MAJ", "IC") and tags[-1] in ("MAG", "MAJ", "IC"):
        return "adverb"
    if tags[0] == "MM":
        return "determiner"
    if tags[0] == "JKQ":
        return "mark"
    return _particle(token, tags)


def _ending(token: Token, tags: tuple[str, ...]) -> str:
    """The part that a predicate plays, by its last ending."""
    last = next((tag for tag in reversed(tags) if tag in ("EF", "EC", "ETM", "ETN")), "")
    forms = token.particles
    if last == "ETN":
        return "nominalised"
    if last == "ETM":
        return "adnominal"
    if "JKQ" in tags or (last == "EC" and forms and forms[-1].endswith(QUOTING) and forms[-1] != "고"):
        return "quoted"
    return "linked" if last == "EC" else "final"


def _particle(token: Token, tags: tuple[str, ...]) -> str:
    """The part that a noun plays, by its last particle."""
    last = next((tag for tag in reversed(tags) if tag.startswith("J")), "")
    if last == "JX":
        if "JKB" in tags:
            return "oblique"
        return "topic" if token.particles and token.particles[-1] in ("은", "는", "ᆫ", "도", "만") else "oblique"
    roles = {"JKS": "subject", "JKC": "complement", "JKO": "object", "JKB": "oblique", "JKG": "possessor", "JC": "joined", "JKQ": "quoted", "JKV": "bare"}
    return roles.get(last, "bare")
