"""Text of bytes: BOM, UTF-8, UTF-16 without BOM, then the legacy encoding whose letters make the likeliest words."""

import codecs
import re
from dataclasses import dataclass

from dragoman.model import BadInput

SAMPLE = 200_000
"""Bytes that the choice between legacy encodings looks at."""
MAX_DAMAGE = 0.02
"""Share of broken sequences that a UTF-8 text may have among its non-ASCII ones."""
MAX_CONTROL = 0.02
"""Share of control characters above which bytes are no text."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("cp949", "cp1251", "koi8-r", "cp866", "cp1252", "gb18030", "big5", "shift_jis", "euc_jp", "cp1256", "cp1250", "cp1254")
"""Encodings that are tried, in the order that decides a tie."""
JUDGED = 40_000
"""Bytes by which the legacy encodings are told apart."""
FREQUENT = frozenset(
    "оеаинтсрвлкмдпу"
    "이다는의에가을하고를은로지한사기도대어인정리아시나자일수서제장해부주전상보있조성원국공과선신여구만업관무면외동라안위계경화회교세들그발방했협말밝미중러북합"
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家力里如水化高自"
    "這個國們來時會對發動過說產種後經進與為將於關長開點東問實現電話議員統領係協總軍書條約雙輪談記者聞日本報聯黨區際機選舉總務省首相部門政府外交訪問表示"
    "关长开点东问实现电话议员统领系协总军书条约双轮谈记者闻报联党区际机选举务"
    "اليمنرتبعدسفكهحق"
)
"""The commonest letters of Russian, syllables of Korean, characters of Chinese and Japanese, and letters of Arabic."""
MARKS = frozenset("«»—–“”„‘’…№·\u00a0§°•")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that gave it."""

    text: str
    encoding: str


def decode_bytes(raw: bytes, name: str, declared: str | None = None) -> Decoded:
    """The text of `raw`, newlines untouched and without its BOM; `declared` is believed only where it works.

    Raises `BadInput` for an empty file and for bytes that are no text.
    """
    if not raw.strip():
        raise BadInput(f"{name}: the file is empty")
    found = _decode_marked(raw) or _decode_utf8(raw) or _decode_wide(raw)
    if found is None:
        _refuse_binary(raw, name)
        found = _decode_damaged(raw) or _decode_legacy(raw, declared)
    if found is None:
        raise BadInput(f"{name}: no known encoding gives readable text")
    controls = len(CONTROL.findall(found.text[:SAMPLE]))
    if "\x00" in found.text or controls > MAX_CONTROL * min(len(found.text), SAMPLE):
        raise BadInput(f"{name}: binary data, not text")
    if not found.text.strip():
        raise BadInput(f"{name}: the file is empty")
    return found


def _decode_marked(raw: bytes) -> Decoded | None:
    """Text after a byte-order mark that tells the truth."""
    for bom, encoding in BOMS:
        if raw.startswith(bom):
            return _decode_strictly(raw[len(bom) :], encoding)
    return None


def _decode_utf8(raw: bytes) -> Decoded | None:
    """Valid UTF-8."""
    return None if b"\x00" in raw else _decode_strictly(raw, "utf-8")


def _decode_wide(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: NULs, or the high byte of an alphabet, on one side of the pairs only."""
    sample = raw[: SAMPLE - SAMPLE % 2]
    if len(raw) % 2 or len(sample) < 4:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        ascii_share = sum(high.count(byte) for byte in (0x00, 0x04, 0x20)) / len(high)
        hangul_share = sum(0xAC <= byte <= 0xD7 for byte in high) / len(high)
        if high.count(0) and ascii_share + hangul_share > 0.9 and (found := _decode_strictly(raw, encoding)):
            return found
    return None


def _decode_strictly(raw: bytes, encoding: str) -> Decoded | None:
    """Text where every byte makes sense."""
    try:
        return Decoded(raw.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse_binary(raw: bytes, name: str) -> None:
    """Raise `BadInput` where bytes hold NULs or too many control characters."""
    sample = raw[:SAMPLE]
    controls = sum(sample.count(byte) for byte in (*range(9), *range(14, 27), 127))
    if b"\x00" in raw or controls > MAX_CONTROL * len(sample):
        raise BadInput(f"{name}: binary data, not text")


def _decode_damaged(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken sequences, each shown as U+FFFD."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    others = sum(character > "\x7f" for character in text) - broken
    if others >= 20 and broken <= max(2, MAX_DAMAGE * others):
        return Decoded(text, "utf-8")
    return None


def _decode_legacy(raw: bytes, declared: str | None) -> Decoded | None:
    """The legacy encoding with the most natural letters; the declared one wins a near tie."""
    best: tuple[float, str] | None = None
    names = dict.fromkeys([*([declared.lower()] if declared else []), *LEGACY])
    for encoding in names:
        try:
            sample = codecs.getincrementaldecoder(encoding)("strict").decode(raw[:JUDGED])
        except (UnicodeDecodeError, LookupError):
            continue
        score = _score_letters(sample) + (0.05 if encoding == (declared or "").lower() else 0.0)
        if best is None or score > best[0]:
            best = (score, encoding)
    if best is None or best[0] < 0.1:
        return None
    return Decoded(raw.decode(best[1], errors="replace"), best[1])


def _score_letters(text: str) -> float:
    """Mean naturalness, −1 to 1, of the non-ASCII characters of a text."""
    score, count, before = 0.0, 0, " "
    for character in text:
        if character > "\x7f":
            count += 1
            score += _score_character(character, before)
        before = character
    return score / count if count else 0.0


def _score_character(character: str, before: str) -> float:
    """Naturalness of one character after another."""
    if "а" <= character <= "я" or character == "ё":
        after_latin = before.isascii() and before.isalpha()
        return -0.5 if after_latin else (1.0 if character in FREQUENT else 0.7)
    if "А" <= character <= "Я" or character == "Ё":
        return -1.0 if before.islower() else 0.4
    if "가" <= character <= "힣" or "\u4e00" <= character <= "\u9fff":
        return 1.0 if character in FREQUENT else 0.2
    if "\u3040" <= character <= "\u30ff":
        return 0.9
    if "\u0621" <= character <= "\u0652":
        return -0.5 if before.isascii() and before.isalpha() else (1.0 if character in FREQUENT else 0.6)
    if character in "ąćęłńóśźżĄĆĘŁŃŚŹŻěščřžďťňůışğİŞĞőűăîșț":
        return 0.65 if before.isascii() or before in "ąćęłńóśźżščř" else -0.2
    if character in MARKS:
        return 0.5
    if "\u00c0" <= character <= "\u00ff" or character in "ŒœŠšŽžŸ":
        return (0.3 if character in "ýþðÝÞÐ" else 0.65) if before.isascii() else -0.6
    if "\u3000" <= character <= "\u303f" or "\uff00" <= character <= "\uffef":
        return 0.3
    return -0.8
