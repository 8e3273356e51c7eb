"""Mentions in three languages: who is named, in base form, for which state."""

from itertools import pairwise

import pytest

from dragoman.model import Document, Span
from dragoman.read.mentions import find_named
from dragoman.read.page import Paragraph


def mentions_in(text, language):
    document = Document(id="x.1", text=text, file="f", language=language)
    return find_named(document, (Paragraph(0, Span(0, len(text)), "body", language),))[0]


def row(mention):
    return mention.kind, mention.actor.name, mention.actor.country


CASES = [
    ("en", "The Moscow Times asked Lufthansa.", [("organisation", "Moscow Times", None), ("firm", "Lufthansa", "DEU")]),
    ("en", "Emmanuel Macron left Hanoi.", [("person", "Emmanuel Macron", None), ("place", "Hanoi", "VNM")]),
    ("ru", "Сотрудничество с Южной Кореей и Новой Зеландией.", [("state", "Южная Корея", "KOR"), ("state", "Новая Зеландия", "NZL")]),
    ("ru", "Нигер и Нигерия согласны.", [("state", "Нигер", "NER"), ("state", "Нигерия", "NGA")]),
    ("ru", "Турецкий МИД молчит.", [("agency", "Турецкий МИД", "TUR")]),
    ("ru", "Он уехал в Осло.", [("place", "Осло", "NOR")]),
    ("ru", "В Осло заявили протест.", [("state", "Осло", "NOR")]),
    ("ko", "노르웨이 외무부는 침묵했다.", [("agency", "노르웨이 외무부", "NOR")]),
    ("ko", "북중 정상회담이 열렸다.", [("state", "북", "PRK"), ("state", "중", "CHN")]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text for _, text, _ in CASES])
def test_names_stand_for_their_state(language, text, expected):
    assert [row(mention) for mention in mentions_in(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "_"), CASES)
def test_mentions_are_slices_in_order_without_overlaps(language, text, _):
    found = mentions_in(text, language)
    assert all(text[m.span.start : m.span.stop] == m.text for m in found)
    assert all(one.span.stop <= two.span.start for one, two in pairwise(found))


def test_a_later_family_name_leads_back_to_the_full_name():
    found = [m for m in mentions_in("Министр обороны Чили Педро Сото прибыл. Сото доволен.", "ru") if m.kind == "person"]
    assert [m.actor.name for m in found] == ["Педро Сото", "Педро Сото"]
    assert found[1].chain[0] == found[0].span
    assert "Чили" in "Министр обороны Чили Педро Сото прибыл. Сото доволен."[found[1].chain[1].start : found[1].chain[1].stop]
