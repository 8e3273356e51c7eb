"""Tenures told by verbs in Russian and Korean: who is appointed, elected, named for an office, who leaves it, and what tells none."""

from datetime import date

import pytest

from dragoman.model import Document, Post, ReadOptions
from dragoman.read.reader import read_document

RUSSIAN = [
    ("Президент Перу Хуан Перес назначил Луиса Гомеса послом в Чили.", "Луис Гомес", "ambassador", "PER", "CHL", "appointed"),
    ("Луис Гомес назначен послом Перу в Чили.", "Луис Гомес", "ambassador", "PER", "CHL", "appointed"),
    ("Луис Гомес освобождён от должности посла Перу в Чили.", "Луис Гомес", "ambassador", "PER", "CHL", "former"),
    ("В 2019 году Хуан Перес был избран президентом Чили.", "Хуан Перес", "president", "CHL", None, "elected"),
    ("Хуан Перес покинул пост премьер-министра Чили.", "Хуан Перес", "prime minister", "CHL", None, "former"),
    ("Президент Перу намерен назначить Луиса Гомеса послом в Чили.", "Луис Гомес", "ambassador", "PER", "CHL", "designate"),
]
KOREAN = [
    ("박민준 칠레 대통령은 김철수를 주페루 대사로 임명했다.", "김철수", "ambassador", "CHL", "PER", "appointed"),
    ("김철수가 주페루 칠레 대사로 임명됐다.", "김철수", "ambassador", "CHL", "PER", "appointed"),
    ("박민준이 새 칠레 외교장관에 취임했다.", "박민준", "foreign minister", "CHL", None, "appointed"),
    ("김철수 주페루 대사가 이임했다.", "김철수", "ambassador", "KOR", "PER", "former"),
    ("정부는 신임 주페루 대사에 김철수 전 외교부 차관보를 임명했다.", "김철수", "ambassador", "KOR", "PER", "appointed"),
    ("한국 정부는 주칠레 대사에 박민준 차관을 임명했다.", "박민준", "ambassador", "KOR", "CHL", "appointed"),
    ("정부는 3월 2일 주페루 대사에 김철수를 임명했다.", "김철수", "ambassador", "KOR", "PER", "appointed"),
]
NONE = [
    ("ru", "Луис Гомес не назначен послом Перу в Чили."),
    ("ru", "Чили назначила дату переговоров с Перу."),
    ("ko", "칠레는 페루를 우방으로 지명했다."),
    ("ko", "정부는 주페루 대사에 후안 페레스 차관을 임명했다."),
]


def tenures_of(text: str, language: str) -> list[Post]:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language=language)
    claims = read_document(document, ReadOptions(language=language, date=date(2024, 5, 17))).claims
    return [claim for claim in claims if isinstance(claim, Post) and claim.rule.startswith("tenure")]


@pytest.mark.parametrize(("text", "name", "title", "of", "to", "state"), [*RUSSIAN, *KOREAN])
def test_a_verb_tells_person_office_and_state(text: str, name: str, title: str, of: str, to: str | None, state: str) -> None:
    (post,) = tenures_of(text, "ko" if (text, name, title, of, to, state) in KOREAN else "ru")
    assert post.person is not None
    assert (post.person.name, post.office.title, post.office.of, post.office.to, post.state) == (name, title, of, to, state)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_names_no_holder_of_an_office_tells_no_tenure(language: str, text: str) -> None:
    assert tenures_of(text, language) == []


def test_who_was_dismissed_is_no_incumbent() -> None:
    document = Document(id="0" * 64 + ".text-1", text="김철수 주페루 대사가 이임했다.", file="case", language="ko")
    posts = [claim for claim in read_document(document, ReadOptions(language="ko", date=date(2024, 5, 17))).claims if isinstance(claim, Post)]
    assert [post.state for post in posts] == ["former"]
