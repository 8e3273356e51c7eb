"""Whose name stands behind a Russian title: that of its holder, or of his aide, envoy, wife or son."""

from datetime import date

import pytest

from dragoman.model import Document, Post, ReadOptions
from dragoman.read.reader import read_document

HOLDERS = [
    ("Помощник президента Чада Иван Петров прибыл в Нигер.", [("Иван Петров", "presidential aide", "TCD")]),
    ("Спецпредставитель президента Перу Олег Волков приехал в Чили.", [("Олег Волков", "special envoy", "PER")]),
    ("Глава администрации президента Кении Никита Белов приехал в Чили.", [("Никита Белов", "head of the presidential administration", "KEN")]),
    ("Супруга президента Нигера Анна Козлова приехала в Чад.", []),
    ("Сын президента Перу Антон Громов приехал в Чили.", []),
    ("Кандидат в президенты Кении Семён Лосев приехал в Чили.", []),
    ("Помощник премьер-министра Чили Павел Орлов приехал в Перу.", []),
    ("Министр иностранных дел Китая Ван И прибыл в Перу.", [("Ван И", "foreign minister", "CHN")]),
    ("Президент Перу Антон Громов прибыл в Чили.", [("Антон Громов", "president", "PER")]),
]


@pytest.mark.parametrize(("text", "posts"), HOLDERS)
def test_a_title_is_his_whose_name_it_leads_to(text: str, posts: list[tuple[str, str, str]]) -> None:
    document = Document(id="0" * 64 + ".text-1", text=text, file="case", language="ru")
    claims = read_document(document, ReadOptions(language="ru", date=date(2024, 2, 4))).claims
    assert [(claim.person.name, claim.office.title, claim.office.of) for claim in claims if isinstance(claim, Post)] == posts
