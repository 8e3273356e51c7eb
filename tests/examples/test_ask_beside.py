"""Questions over texts that lie beside the project and are no part of it: our words, and the places that must be cited; skipped where they are not there."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.ask.answer import Answer, Found
from dragoman.desk import create_desk

BESIDE = Path(__file__).parents[3] / "shared" / "seeds"
FIRST = 3
"""Lines of an answer among which the place must be."""
ANSWERED = (
    ("How much did Russia and South Korea trade in 2018?", "000", (1401,)),
    ("When did Vladimir Putin visit Seoul?", "000", (6750,)),
    ("What did Russia and South Korea sign in November 2013?", "000", (7373,)),
    ("When was South Korea put on the list of unfriendly countries?", "000", (8663,)),
    ("When did Primakov visit Seoul?", "000", (6459,)),
    ("Что Россия и Южная Корея подписали в 2004 году?", "000", (10851,)),
    ("러시아와 한국의 2003년 교역액은 얼마인가?", "000", (1358,)),
    ("푸틴은 언제 서울을 방문했는가?", "000", (6750,)),
    ("When were direct flights between South Korea and Russia suspended?", "001", (1512,)),
    ("How many Koreans visited Russia in 2019?", "001", (1976,)),
    ("Whom did Seoul's foreign ministry summon?", "004", (1986,)),
)
"""A question, how the name of the file begins, and places of which one must be within the words that are cited."""
UNANSWERED = (
    "When did Russia annex Korea?",
    "Кто посол Монголии в Южной Корее?",
    "한국은 언제 페루에 대사관을 열었는가?",
    "How much did Russia export to Chile in 2018?",
)

pytestmark = pytest.mark.skipif(not BESIDE.is_dir(), reason="no texts beside the project")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with create_desk(tmp_path_factory.mktemp("beside") / "beside.desk") as made:
        made.add(BESIDE)
        yield made


@pytest.mark.parametrize(("words", "file", "places"), ANSWERED)
def test_an_answer_cites_the_place(desk, words, file, places):
    told = [found for line in desk.answer(Answer(words=words, on=date(2025, 12, 1)))[:FIRST] for found in ([line] if isinstance(line, Found) else line.reports)]
    cited = [(Path(found.file).name[:3], found.span) for found in told]
    assert any(name == file and span.start <= place < span.stop for name, span in cited for place in places), cited


@pytest.mark.parametrize("words", UNANSWERED)
def test_what_they_do_not_tell_has_no_answer(desk, words):
    assert desk.answer(Answer(words=words, on=date(2025, 12, 1))) == ()
