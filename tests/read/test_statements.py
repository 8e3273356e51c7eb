"""Who said what, to whom, in what, and who tells it."""

from datetime import date

import pytest

from dragoman.model import Document, ReadOptions, Statement
from dragoman.read.paragraphs import find_paragraphs
from dragoman.read.reader import lay_out
from dragoman.read.statements import find_statements

CASES = [
    ("en", "Norway said that it would sign the treaty.", "Norway", "indirect", "it would sign the treaty"),
    ("en", "The treaty will be signed in May, Norway said.", "Norway", "indirect", "The treaty will be signed in May"),
    ("en", "“We will sign the treaty in May,” Astrid Vikander said.", "Astrid Vikander", "direct", "We will sign the treaty in May"),
    ("en", '— We will sign the treaty in May," emphasizes Astrid Vikander, an envoy of Norway.', "Astrid Vikander", "direct", "We will sign the treaty in May"),
    ("en", "According to Chile, the ships left the port in May.", "Chile", "indirect", "the ships left the port in May"),
    ("en", "Analysts have warned that Chile could close the port.", "analysts", "indirect", "Chile could close the port"),
    ("ru", "Норвегия заявила, что подпишет договор.", "Норвегия", "indirect", "подпишет договор"),
    ("ru", "По данным МИД Чили, корабли вышли в море.", "МИД", "indirect", "корабли вышли в море"),
    ("ko", "전문가들은 양국 관계가 개선될 것이라고 전망했다.", "전문가", "indirect", "양국 관계가 개선될 것"),
    ("ko", "외교부는 협정에 서명했다고 밝혔다.", "외교부", "indirect", "협정에 서명했다"),
]
SILENT = [
    "The president called the leaders of Chile and Norway within a week.",
    "Norway and Chile agreed to cooperate on fisheries.",
    "It rained in Oslo in May.",
    "Norway recalled its envoy from Chile.",
]


def read_statements(text: str, language: str = "en", today: date | None = None) -> list[Statement]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language=language)
    assert find_paragraphs(document, language)
    page, _ = lay_out(document, ReadOptions(language=language, date=today))
    return list(find_statements(page))


@pytest.mark.parametrize(("language", "text", "speaker", "mode", "content"), CASES)
def test_speaker_mode_and_content(language: str, text: str, speaker: str, mode: str, content: str) -> None:
    (statement,) = read_statements(text, language)
    assert speaker in statement.speaker[0].name
    assert (statement.mode, statement.content) == (mode, content)
    assert text[statement.span.start : statement.span.stop] == statement.text


@pytest.mark.parametrize("text", SILENT)
def test_an_act_is_no_statement(text: str) -> None:
    assert read_statements(text) == []


def test_addressee_and_medium() -> None:
    (told,) = read_statements("Astrid Vikander told Chile that the port was closed.")
    assert [actor.name for actor in told.addressee] == ["Chile"]
    (stated,) = read_statements("Norway said in a statement that the port was closed.")
    assert stated.medium == "statement"


def test_who_reports_the_speaker_is_told_apart() -> None:
    inner, outer = sorted(read_statements("Norway accused Chile of fraud, Peru said."), key=lambda s: s.speaker[0].name)
    assert [actor.name for actor in inner.said_by] == ["Peru"]
    assert outer.said_by == ()


def test_a_pronoun_speaks_for_the_last_speaker() -> None:
    statements = read_statements("Astrid Vikander said that the port was closed.\n\nShe added that talks would go on.")
    assert [s.speaker[0].name for s in statements] == ["Astrid Vikander"] * 2


def test_one_statement_for_one_speaker_of_a_sentence() -> None:
    assert len(read_statements("Norway said that the port was closed and urged Chile to open it.")) == 1


def test_a_dated_page_dates_what_is_said_in_the_present_and_no_past() -> None:
    (past,) = read_statements("Norway said that the port was closed.", today=date(2023, 5, 4))
    assert past.when is None
    (statement,) = read_statements("Norway says that the port is closed.", today=date(2023, 5, 4))
    assert statement.when is not None
    assert (statement.when.start, statement.when.text) == (date(2023, 5, 4), "")


def test_who_speaks_behind_but_has_words_of_his_own() -> None:
    first, second = read_statements("Norway said it welcomed the talks, but Chile warned that the port would stay closed.")
    assert (first.content, second.content) == ("it welcomed the talks", "the port would stay closed")


TOLD = [
    ("Foreign Minister Jan Ruud of Norway spoke first, saying all was well.\n\nEnvoy Ana Soto of Chile was given a note, he said.", "Jan Ruud", "given a note"),
    ("Foreign Minister Jan Ruud of Norway said trade was down.\n\nAsked if Chile had paid, the minister said “it will pay.”", "Jan Ruud", "it will pay"),
    ("After praising the work of the envoy, Jan Ruud of Norway stressed that Chile must pay.", "Jan Ruud", "Chile must pay"),
    ("Norway announced in a brief message that was read out on the radio on Friday night that it would pay.", "Norway", "it would pay"),
    ("Foreign Minister Jan Ruud of Norway said Chile would pay.\n\nThe decision, he said, “is a mistake of the navy.”", "Jan Ruud", "The decision"),
    ("Norway expressed regret over the need to close the port of Bergen.", "Norway", "the need to close the port of Bergen"),
    ("The text is as follows:\n\n“Norway condemns the seizure of the ships of Bergen by the Chilean navy.”", "Norway", "the seizure of the ships"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), TOLD)
def test_who_speaks_when_a_frame_names_nobody(text: str, speaker: str, content: str) -> None:
    """The speaker before, the main verb, a "that" far behind, the subject before the frame, a paper in its own voice."""
    said = [(statement.speaker[0].name, statement.content) for statement in read_statements(text)]
    assert any(name == speaker and content in words for name, words in said), said
    assert not any(name == "Ana Soto" for name, _ in said)


@pytest.mark.parametrize("text", ["Norway blamed the Chilean government and left.", "Chile was to welcome Jan Ruud at the port of Arica."])
def test_blame_alone_and_a_guest_are_no_words(text: str) -> None:
    """What somebody is blamed for would be; a guest is welcomed at a place."""
    assert not read_statements(text)
