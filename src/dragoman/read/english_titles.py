"""How English titles and names are written: the patterns of `lang/en/people.toml`."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "lang" / "en" / "people.toml"
with TABLE.open("rb") as opened:
    WORDS = tomllib.load(opened)["words"]
NO_NAME = frozenset(WORDS["no_name"])
GIVEN_MONTHS = frozenset(WORDS["given_months"])
"""Months by which people are called, too."""
NO_INITIALS = frozenset(WORDS["no_initials"])
FAMILY_FIRST = frozenset(WORDS["family_first"])
"""Family names that stand before the given names in Korean, Chinese and Vietnamese."""
LETTER = r"(?:\w|['’](?!s(?!\w)))"
"""A letter of a name; the apostrophe of a possessive is none."""
CAPITALISED = rf"[A-ZÀ-ÖØ-ŽẠ-Ỹ]{LETTER}*"
HYPHENATED = rf"(?:[-—]{LETTER}+)*"
PARTICLE = "al|bin|ibn|bint|ben|de|del|della|da|das|dos|do|di|du|la|le|van|von|der|den|ter|el|ul|ud|e|y|Al"
INITIALS = re.compile(r"^(?:[A-Z]\.)+(?=[A-Z])")
"""Initials that are written in one with the name: "U.Khurelsukh", as in Mongolia."""
YOUNGER = ("Jr", "Sr", "II", "III")
"""What stands behind the family names of sons."""
REGNAL = re.compile(r"[IVX]{1,5}")
"""The number of a king or pope."""
NICKNAME = '[“"]\\w+[”"]'
FIRST = rf"(?:(?:[A-Z]\. ?){{1,3}}(?=[A-Z]\w)|(?:Zh|Yu|Ya|Sh|Ch|Ts|Kh)\. ?(?=[A-Z]\w))?{CAPITALISED}{HYPHENATED}"
NAME = rf"{FIRST}(?:(?: [A-Z]\.| {NICKNAME})? (?:(?:{PARTICLE}) ){{0,2}}(?:al-|el-|ul-|as-|ad-)?{CAPITALISED}{HYPHENATED}){{0,4}}"


def either_case(words: Sequence[str]) -> str:
    """A pattern of these phrases, each word with a capital or a small first letter."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.sub(r"[^ '’-]+|[ '’-]", _either_first, phrase) for phrase in ordered)


def _either_first(word: re.Match[str]) -> str:
    """A pattern of one word."""
    first = word.group()[0]
    if first in "'’":
        return "['’]"
    return f"[{first.upper()}{first.lower()}]{re.escape(word.group()[1:])}" if first.isalpha() else re.escape(word.group())


RANK = rf"(?:(?:{either_case(WORDS['ranks'])})[ -])*"
FIELDS = either_case(WORDS["fields"])
BESIDE = r"(?:(?!(?:on|in|of|to|with|from|and|the|an?|for|at|by|as|is|has|was)\b)[A-Za-z][\w'’-]+ ){0,2}"
"""Words that may stand before the noun of a field."""
LONG_FIELD = rf"(?:{BESIDE}(?:{either_case(WORDS['field_nouns'])})|(?:{FIELDS}))(?!\w)"
LONG_HEAD = rf"(?:{either_case(WORDS['long_heads'])}) (?:of|for) (?:the )?{LONG_FIELD}(?:(?:, and|,| and| &) (?:the )?{LONG_FIELD})*"
MONARCHS = ("king", "queen", "emir", "sultan", "prince", "princess", "pope", "duke")
"""Heads before which no field stands: "Minister of State for Foreign Affairs Sultan [Name]"."""
OTHERS = either_case([word for word in WORDS["heads"] if word not in MONARCHS])
DIPLOMACY = r"[Hh]ead of (?:the )?(?:[A-Z]\w+(?:['’]s)? )?(?:diplomacy|(?:diplomatic )?mission)"
CHOSEN = r"(?:[ -][Dd]esignate(?!\w)|-[Ee]lect(?!\w)| \([Dd]esignate\))?"
HEADS = rf"(?:{LONG_HEAD}|(?<![Aa]ffairs )(?<![Cc]ooperation )(?:{either_case(MONARCHS)})|{OTHERS}|{DIPLOMACY}|FM|PM|CEO|CS|PS|UN [Aa]mbassador){CHOSEN}"
ANOTHER = rf"(?:{FIELDS}|(?:[A-Z][\w'’-]+ ){{0,2}}(?:{either_case(WORDS['field_nouns'])}))(?!\w)"
"""A field beside the first, which may be a long one: "Foreign Affairs and East African Cooperation"."""
FIELD = rf"(?:(?:{FIELDS})(?:(?:, {ANOTHER})*,? (?:and|&) {ANOTHER})? )?"
IN_MINISTRY = rf"(?:the )?(?:{CAPITALISED}['’]s )?(?:[Mm]inistry|[Dd]epartment) of (?:the )?{LONG_FIELD}(?:(?:, and|,| and| &) (?:the )?{LONG_FIELD})*"
AT = rf"(?: (?:at|of|in) the (?:[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Tt]rade) [Mm]inistry| (?:at|of|in|for) {IN_MINISTRY})?(?: \([A-Z]{{2,6}}\))?"
"""The ministry in which somebody holds a rank, and the letters that stand for the title: "Ambassador-at-Large at the Foreign Ministry"."""
COMING = re.compile(r"[ -]\(?(?:[Dd]esignate|[Ee]lect)\)?$")
"""What says behind a title that it is still to be taken up."""
MISSION = re.compile(r"(?i:head of )(?:the )?[A-Z]\w+(?:['’]s)? (?=(?:diplomatic )?mission)")
SERVING = re.compile(r" (?:to|of|for) the ")
"""What stands between somebody's title and that of whom he serves: "Foreign Policy Adviser to the President of"."""
SERVANTS = ("adviser", "advisor", "aide", "assistant", "spokesman", "spokeswoman", "spokesperson", "representative", "envoy", "chief of staff", "counsellor")
LETTERS = re.compile(r" \([A-Z]{2,6}\)")
OWN_MINISTRY = re.compile(r"\b(in |at |of |for )[A-Z]\w+['’]s (?:[Mm]inistry|[Dd]epartment)")
TITLE = rf"(?P<title>{RANK}{FIELD}{RANK}{HEADS}{AT})"
HONOUR_WORD = rf"(?:{'|'.join(map(re.escape, sorted(WORDS['honours'], key=len, reverse=True)))})(?: \([Rr]e?td?\.?\))?,? "
HONOURS = rf"(?:{HONOUR_WORD})*"
TITLED = re.compile(rf"(?<![\w-]){TITLE}(?![\w-]|['’]s?(?!\w))")
NAMED = re.compile(rf"(?P<comma>,| [–—-])?\)? {HONOURS}(?P<name>{NAME})")
FORMS = "Islamic |Federal |Democratic |People['’]s |Bolivarian |Socialist |Arab |Hashemite "
STYLE = rf"(?:(?:{FORMS})*(?:Kingdom|Republic|State|Sultanate|Federation|Commonwealth|Government) of )?"
BODIES = either_case(WORDS["bodies"])
PLACED = re.compile(
    rf" (?P<link>of|to|for|in|at|(?<=counterpart )from|(?<=colleague )from)(?: the)? (?:(?:{BODIES})(?: \([A-Z][a-z]+\))? of (?:the )?)?{STYLE}"
)
HOUSES = either_case([*WORDS["houses"], *WORDS["bodies"]])
CHAIRS = re.compile(r"(?i:president|chairman|chairwoman|chairperson|chair|head|speaker|governor)$")
"""Titles that say nothing without the body of which they are."""
OF_HOUSE = re.compile(rf" of (?:the )?(?:(?P<whose>[A-Z]\w+(?:['’]s)?) )?(?P<house>{HOUSES})(?!\w)")
IN_HOUSE = re.compile(rf"(?:{HOUSES})$")
FORM_BEHIND = " Republic"
"""What may stand behind the name of a state as part of it: "from the Chad Republic"."""
OFFICE_OF = re.compile(r"(?:['’]s?)? (?:[a-z]+(?:-[a-z]+)* ){0,2}|(?:['’]s?)? (?:Cabinet|Union|State|National|Federal) ")
"""What may stand between a state and the title of its official: "Kenya's powerful", "Kenya's Cabinet"."""
APPOSED = re.compile(
    rf"(?<!\w){HONOURS}(?P<name>{NAME}), (?:(?P<owner>{CAPITALISED}(?: {CAPITALISED})?)['’]s |(?:the|a|an|his|her|their) )?(?P<title>[^,.;]{{3,130}})"
)
DEEDS = "told|said|says|met|meets|met with|visited|received|welcomed|held|spoke|arrived|who|and|has|was|is|as|since|from|with|by|inviting|urging|asking|telling"
DEED = re.compile(rf"(?:^| )(?:{DEEDS}) ")
"""Where a title behind a name ends, at the latest."""
MONTH_OF = re.compile(r"(?i:\d(?:st|nd|rd|th)?|\b(?:in|of|on|since|by|until|till|from|to|early|late|mid|last|this|next|through|before|after|during))[ -]$")
"""What stands before a month that is no first name."""
OPENED = re.compile(r"(?:^|[.!?][”\"]? |\n)(?:In|By|After|Before|While|When|On|Upon|Since|For) \w+ing (?:the )?\Z")
"""An opening of a sentence whose comma ends it, so that what stands behind it describes no name in it."""
OFFICIAL = re.compile(rf"(?<![\w-]){TITLE}(?![\w-])")
OFFICE_NEXT = re.compile(rf", (?:the )?{TITLE} of")
LEARNED = re.compile(rf"(?:{HEADS}|{either_case(WORDS['learned'])})\b")
ENVOYS = ("ambassador", "plenipotentiary", "envoy", "representative", "commissioner", "chargé d'affaires", "consul general", "consul", "attaché")
BODY_WORDS = re.compile(r"(?i:foreign ministry|ministry of foreign affairs|state department|kremlin|white house)")
LOST = "ousted|deposed|toppled|overthrown|overthrew|impeached|jailed|disgraced|slain|assassinated|exiled"
OUSTED = re.compile(rf"(?<!\w)(?:{LOST}) (?:(?!of |critic|opponent|rival|by )[\w-]+ ){{0,3}}$")
"""Words before a title that say that its holder has lost the office."""
FACING = ("counterpart", "colleague", "predecessor")
RELATIVE = (*FACING, "President")
"""Titles that are not of the same state as the one listed before them."""
LISTED = re.compile(
    r",? (?:and )?(?:with |by |to )?(?:the )?|, |,? (?:accompanied|joined|flanked) by (?:the |his |her )?|,? (?:together|along) with (?:the |his |her )?"
)
HELD = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+, (?:the |[A-Z]\w+['’]s |[A-Z]?[a-z]+ )?$")
"""The end of the words before a title that belongs to the name before it, not to the one behind its comma."""
JOINED = re.compile(r",? (?:and|&) (?:the |his |her )?|, ?(?:and )?| [-–—] |/")
"""What stands between two offices of one holder."""
SPEAKING = "says?|said|told|tells|added|noted|announced|confirmed|stated|stressed|has|will|was|met|arrived|visited"
SPEAKS = re.compile(rf" (?:on [A-Z][a-z]+ |also |earlier )?(?:{SPEAKING})\b")
"""What may follow a name behind a comma that ends a title: "Chile's foreign minister, [Name] said"."""
ALONE = re.compile(r"(?:^|[.!?:;][\"”]? |\n|[–—-] |\) |[“\"])(?:[Tt]he )?$")
"""What stands before a title that opens its sentence."""
BEFORE_TITLE = 4
"""Words that may stand before a title in an apposition: "the country's long-serving deputy"."""
TIMED = re.compile(r"(?<![\w-])(?P<rank>[Ff]ormer|[Ee]x|[Ll]ate|[Tt]hen|[Aa]cting|[Ii]nterim|[Oo]utgoing|[Ii]ncoming)[ -]$")
SHORT = {" CS": " cabinet secretary", " PS": " principal secretary"}
"""Letters at the end of a title, and what they stand for."""
SENT = ("to", "in", "for", "at")


@lru_cache(maxsize=256)
def find_titles(text: str) -> tuple[re.Match[str], ...]:
    """The titles of a text; several finders ask for them."""
    return tuple(TITLED.finditer(text))


def clean_name(words: str) -> str | None:
    """The name without words that no name has at its ends; `None` where nothing is left."""
    parts = words.split(" ")
    while parts and parts[-1] in NO_NAME:
        parts.pop()
    if not parts or len("".join(parts)) == 1 or (parts[0] in NO_NAME and not (parts[0] in GIVEN_MONTHS and len(parts) > 1)):
        return None
    if parts[-1].endswith("."):
        return None  # "U.S. President"
    if any(
        part.isupper() and len(part) > 1 and part[-1] != "." and not REGNAL.fullmatch(part) and not _are_initials(parts, at) for at, part in enumerate(parts)
    ):
        return None
    return " ".join(parts).removesuffix("'s").removesuffix("’s").rstrip("'’")


def _are_initials(parts: Sequence[str], at: int) -> bool:
    """Whether capitals within a name stand for given names: "KP Tamang", "Carl HG Moen"."""
    if parts[at].endswith("."):
        return True
    return len(parts[at]) == len("KP") and parts[at] not in NO_INITIALS and at + 1 < len(parts) and not parts[at + 1].isupper()
