"""Korean names with their particles parted from them, where the tagger took both for one name."""

from dataclasses import replace

from dragoman.read.words import Token

TOLD = ("다는", "라는", "자는", "냐는")
"""Endings of an adnominal clause that passes on what somebody says or holds: "중요하다는 입장"."""
NAMED = ("state", "place", "agency", "organisation", "person")
PARTICLES = {
    **dict.fromkeys(("이", "가"), "JKS"),
    **dict.fromkeys(("은", "는", "도"), "JX"),
    **dict.fromkeys(("을", "를"), "JKO"),
    **dict.fromkeys(("와", "과", "에", "에서", "로", "으로"), "JKB"),
    "의": "JKG",
}
"""Particles behind a name, by the tag that tells their part."""


def part_name(token: Token) -> Token:
    """A name with its particle parted from it, where the tagger took both for one name; a noun with the whole of its stem."""
    token = _whole_stem(token)
    mention = token.mention
    rest = token.text.removeprefix(mention.text) if mention is not None and mention.kind in NAMED and not token.particles else ""
    tag = PARTICLES.get(rest)
    if tag is None or rest == token.text or mention is None:
        return token
    others = frozenset(f for f in token.features if not f.startswith("Tags="))
    return replace(token, lemma=mention.text, particles=(rest,), features=others | {f"Tags=NNP+{tag}"})


def _whole_stem(token: Token) -> Token:
    """A compound that the tagger cut at a suffix within it ("포괄적|경제동반자협정이"), with all its nouns in its stem."""
    tags = next((tuple(f.removeprefix("Tags=").split("+")) for f in token.features if f.startswith("Tags=")), ())
    ends = tags[len(tags) - len(token.particles) :] if token.particles else ()
    nouns = [place for place, tag in enumerate(ends) if tag.startswith("NN")]
    if not nouns or token.mention is not None or any(tag.startswith("V") or tag in ("XSV", "XSA", "EC", "ETM", "EF", "ETN") for tag in tags):
        return token
    cut = nouns[-1] + 1
    return replace(token, lemma=token.lemma + "".join(token.particles[:cut]), particles=token.particles[cut:])
