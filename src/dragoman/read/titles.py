"""Titles of instruments: the noun with its own modifiers and the matter that it is on, nothing of when, with whom or what became of it."""

from collections.abc import Sequence

from dragoman.model import Span
from dragoman.read.actors import marker_of
from dragoman.read.roles import load_roles
from dragoman.read.words import Sentence, Token

FIELDS = frozenset({"field", "area", "sector", "sphere", "domain"})
"""Nouns behind "in" that say what an instrument is about."""
MATTER = {"en": ("on", "for", "of", "concerning", "regarding", "against", "to"), "ru": ("о", "об", "обо", "по", "", "на"), "ko": ("",)}
"""Prepositions of what an instrument is about; its other side and its day are told by others."""
BEFORE = ("amod", "compound", "nummod", "flat", "nmod", "nmod:desc", "advmod", "punct")
"""What stands before the noun and belongs to its name."""
OCCASIONS = ("occasion", "occasions", "margin", "margins", "sideline", "sidelines", "behalf", "basis", "condition", "eve", "ground", "visit", "trip", "day")
"""Nouns behind "on" that say when, where or how, and are no matter."""
PROVIDING = frozenset({"provide", "establish", "allow", "obtain", "regulate", "cover", "create", "govern", "permit", "enable", "grant", "pledge", "set"})
"""Verbs behind a bare "agreement" whose clause says what it is about."""
CLOSING = {'"': '"”', "“": "”", "«": "»", "‘": "’"}
WITHIN = (*BEFORE, "conj", "cc", "case", "det", "fixed", "punct", "nmod:poss")
"""What may stand inside a modifier or a matter."""


def title_span(sentence: Sentence, token: Token, times: Sequence[Span]) -> Span:
    """The stretch of words that names the instrument headed by `token`; `times` are the spans of times, at which it ends."""
    token = _counted(sentence, token)
    left = right = token
    for word in reversed(sentence.tokens[: token.index]):
        if not (_is_of(sentence, word, token, BEFORE) or _is_short_form(sentence, word) or _is_matter_before(sentence, word, token)) or _is_timed(word, times):
            break
        left = word
    while (
        left.index < token.index
        and not _opens_quote(sentence, left, token)
        and (left.text in ("'s", "’s", "-", "–", '"', "“", "«", "least", "most") or left.base_relation in ("case", "punct"))
    ):
        left = sentence.tokens[left.index + 1]
    matters = MATTER.get(sentence.language, MATTER["en"])
    for word in sentence.tokens[token.index + 1 :]:
        branch = _branch(sentence, word, token) or _misplaced(sentence, word, token, right)
        if branch is None or _is_timed(word, times) or not (_names_matter(sentence, branch, matters) or _stands_before_matter(sentence, branch, token)):
            break
        if (not _is_of(sentence, word, branch, WITHIN) and word.index != branch.index) or _opens_place(sentence, word):
            break
        right = word
    if left.index == right.index == token.index and sentence.language == "en":
        right = _content_behind(sentence, token, times)
    while right.index > token.index and right.base_relation in ("case", "det", "cc", "punct"):
        right = sentence.tokens[right.index - 1]
    return Span(left.span.start, right.span.stop - _particles_of(sentence, right))


def _is_matter_before(sentence: Sentence, word: Token, token: Token) -> bool:
    """Korean: whether a word is of what the paper is on: "[어업에 관한] 협정"; states there are its parties."""
    branch = _branch(sentence, word, token) if sentence.language == "ko" else None
    tied = branch is not None and branch.base_relation == "nmod" and marker_of(sentence, branch) in ("관하", "위하", "대하")
    return tied and word.mention is None


def _content_behind(sentence: Sentence, token: Token, times: Sequence[Span]) -> Token:
    """The last word of what a bare "protocol" or "agreement" provides for ("to build a bridge"); the noun itself where nothing right behind it says so."""
    inside = [child for child in sentence.children(token, "acl") if _begins_right_behind(sentence, child, token)]
    told = next(iter(inside), None)
    last = token
    for word in sentence.subtree(told, without=frozenset({"acl:relcl", "advcl", "parataxis"})) if told is not None else ():
        if word.text in (",", ";", "(") or word.text.lower() == "between" or _is_timed(word, times) or word.index != last.index + 1:
            break
        last = word
    return last


def _begins_right_behind(sentence: Sentence, child: Token, token: Token) -> bool:
    """Whether the next word is what a paper provides for: a participle that says so, or "to" with its verb."""
    mark = sentence.child(child, "mark")
    if mark is not None and mark.lemma.lower() == "to":
        return mark.index == token.index + 1
    return child.index == token.index + 1 and child.lemma.lower() in PROVIDING


def _particles_of(sentence: Sentence, word: Token) -> int:
    """How many characters at the end of a Korean noun are its particles."""
    ending = "".join(word.particles) if sentence.language == "ko" and word.mention is None else ""
    return len(ending) if word.text.endswith(ending) and len(word.text) > len(ending) else 0


def _opens_quote(sentence: Sentence, mark: Token, token: Token) -> bool:
    """Whether a word is the opening mark of words quoted before the noun: 'a "green corridor" agreement'."""
    return mark.text in CLOSING and any(word.text in CLOSING[mark.text] for word in sentence.tokens[mark.index + 1 : token.index])


def is_named(title: str, language: str) -> bool:
    """Whether a title names one instrument by itself: capitals inside of it, or what it is on; a bare noun does not."""
    words = title.split()
    return any(word[:1].isupper() for word in words) or (language == "ko" and len(words) > 1)


def _names_matter(sentence: Sentence, branch: Token, matters: tuple[str, ...]) -> bool:
    """Whether what hangs behind the noun says what it is about."""
    if sentence.language == "en" and branch.lemma.lower() in OCCASIONS and marker_of(sentence, branch) in ("on", "at"):
        return False
    if sentence.language == "en" and marker_of(sentence, branch) == "in":
        return branch.base_relation in ("nmod", "obl") and branch.lemma.lower() in FIELDS
    return branch.base_relation in ("nmod", "flat", "compound", "obl") and branch.relation != "nmod:poss" and marker_of(sentence, branch) in matters


def _opens_place(sentence: Sentence, word: Token) -> bool:
    """English: whether "in" or "at" leads to where the deed was done."""
    place = sentence.head(word) if word.base_relation == "case" and word.text.lower() in ("in", "at") else None
    return place is not None and sentence.language == "en" and place.mention is not None and place.mention.kind == "place"


def _counted(sentence: Sentence, token: Token) -> Token:
    """English: the papers of which a noun only tells how many: "a number of [agreements]", "a series of [treaties]"."""
    few = sentence.language == "en" and token.lemma.lower() in load_roles("en").containers
    inner = (c for c in sentence.children(token, "nmod") if marker_of(sentence, c) == "of" and c.index > token.index)
    return next(inner, token) if few else token


def _is_short_form(sentence: Sentence, word: Token) -> bool:
    """Whether a word is an abbreviation in brackets within a name: "the Joint Commission [(JC)] Agreement"."""
    near = sentence.tokens[max(0, word.index - 1) : word.index + 2]
    return word.text.isupper() and len(near) > 2 and (near[0].text, near[-1].text) == ("(", ")")


def _stands_before_matter(sentence: Sentence, branch: Token, token: Token) -> bool:
    """English: whether the parties stand between an agreement and what it is on: "the agreement [between A and B] on fishing"."""
    if sentence.language != "en" or marker_of(sentence, branch) not in ("between", "with"):
        return False
    after = max(word.index for word in sentence.subtree(branch)) + 1
    later = _branch(sentence, sentence.tokens[after], token) if after < len(sentence.tokens) else None
    return later is not None and marker_of(sentence, later) == "on" and _names_matter(sentence, later, ("on",))


def _misplaced(sentence: Sentence, word: Token, token: Token, last: Token) -> Token | None:
    """A matter right behind the noun, or behind `last` of its name, that the parser hung on the verb ("signed an agreement on fishing")."""
    thing = token if token.base_relation != "nmod" else sentence.head(token) or token
    verb = sentence.head(thing)
    branch = _branch(sentence, word, verb) if verb is not None and thing.base_relation == "obj" and sentence.language == "en" else None
    if branch is None or branch.base_relation != "obl":
        return None
    marker = marker_of(sentence, branch)
    if marker not in ("on", "concerning", "regarding") and not (marker == "in" and branch.lemma.lower() in FIELDS):
        return None
    first = sentence.subtree(branch)[0]
    return branch if token.index < first.index <= last.index + 1 and branch.lemma.lower() not in OCCASIONS else None


def _branch(sentence: Sentence, word: Token, top: Token) -> Token | None:
    """The dependent of `top` under which a word stands."""
    for above in (word, *sentence.ancestors(word)):
        if above.head == top.index and above.index != top.index:
            return above
    return None


def _is_of(sentence: Sentence, word: Token, top: Token, relations: tuple[str, ...]) -> bool:
    """Whether a word hangs on `top` by nothing but the given relations, no owner among them."""
    for above in (word, *sentence.ancestors(word)):
        if above.index == top.index:
            return True
        described = above.base_relation == "nmod" and sentence.language == "en" and "nmod" not in relations
        owner = (
            (above.relation == "nmod:poss" and not (above.pos == "PRON" and relations is WITHIN))
            or (above.pos == "DET" and "det" not in relations)
            or described
        )
        if owner or (above.base_relation not in relations and above.relation not in relations):
            return False
    return False


def _is_timed(word: Token, times: Sequence[Span]) -> bool:
    """Whether a word is of an expression of time that is more than a bare year."""
    return any(time.covers(word.span) and len(time) > len("2000") for time in times)
