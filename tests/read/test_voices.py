"""In whose words a claim stands."""

from dragoman.model import Document, ReadOptions, Span
from dragoman.read.reader import lay_out
from dragoman.read.statements import find_statements
from dragoman.read.voices import Voice, find_voices, voice_at


def voice_of(text: str, word: str) -> Voice | None:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    page, _ = lay_out(document, ReadOptions(language="en"))
    start = text.index(word)
    return voice_at(find_voices(page, tuple(find_statements(page))), Span(start, start + len(word)))


def names(voice: Voice | None) -> list[str]:
    return [actor.name for actor in voice.actors] if voice is not None else []


def test_a_reported_clause_stands_in_the_words_of_its_speaker() -> None:
    text = "Norway said that Chile closed the port."
    assert names(voice_of(text, "closed")) == ["Norway"]
    assert voice_of(text, "said") is None


def test_a_closing_frame_reports_what_stands_before_it() -> None:
    assert names(voice_of("Chile closed the port, Norway said.", "closed")) == ["Norway"]


def test_nested_voices_stand_outermost_first() -> None:
    assert names(voice_of("Norway said that Peru claimed that Chile closed the port.", "closed")) == ["Norway", "Peru"]


def test_an_accusation_is_only_alleged() -> None:
    voice = voice_of("Norway claimed that Chile closed the port.", "closed")
    assert voice is not None
    assert voice.modality == "alleged"


def test_the_page_speaks_itself_where_nobody_is_credited() -> None:
    assert voice_of("Chile closed the port.", "closed") is None


def test_who_is_quoted_speaks_and_who_quotes_reports() -> None:
    text = "“Chile closed the port,” the Oslo Times quoted Astrid Vikander as saying."
    assert names(voice_of(text, "closed"))[-1] == "Astrid Vikander"


def test_words_that_are_only_asked_for_are_nobodys() -> None:
    text = "Norway requested that Peru explain that Chile closed the port."
    assert names(voice_of(text, "closed")) == ["Norway"]


def test_a_post_and_a_press_are_named() -> None:
    text = "Astrid Vikander told reporters that Chile closed the port. Norway wrote on X that Peru closed its port."
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="en")
    page, _ = lay_out(document, ReadOptions(language="en"))
    told, posted = find_statements(page)
    assert [actor.type for actor in told.addressee] == ["people"]
    assert posted.medium == "post"
    assert {topic.name for topic in told.about} == {"Chile"}
