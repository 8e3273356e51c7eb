"""What every store finds by words, and that an index is as good after a stop, a migration or another edition as when it was made."""

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from dragoman.know.stems import find_terms, name_term
from dragoman.model import Document, Reading, ReadOptions
from dragoman.record import sql
from dragoman.record.sqlite import create_desk, open_desk
from tests.ask.builders import channel
from tests.laws.strategies import FakeArchived

AT = datetime(2025, 1, 1, tzinfo=UTC)
TEXTS = {
    "en": "Norway closed its embassy. The fjords froze over.",
    "ru": "Перу открыло консульство. Рыбаки вернулись домой.",
    "ko": "노르웨이는 대사관을 닫았다. 탄도미사일이 발사되었다.",
}


def make_pair(language):
    raw = TEXTS[language].encode()
    document = Document(id=f"{hashlib.sha256(raw).hexdigest()}.t1", text=TEXTS[language], file=f"{language}.txt", language=language)
    claim = channel(TEXTS[language].partition(". ")[0] + ".", "established", ["NOR", "PER"], document=document.id)
    return FakeArchived(document, raw), Reading(document=document.id, version="1.0", claims=(claim,))


def fill(store):
    for language in TEXTS:
        store.keep(*make_pair(language), ReadOptions(), AT)


def search(store, *terms: str, most=20):
    """What is found, as the words that stand there and whether it is a claim."""
    found = store.search(terms, most)
    return [(store.load_document(hit.document).quote(hit.span), hit.claim is not None) for hit in found]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("fjord", "The fjords froze over."),
        ("рыбаков", "Рыбаки вернулись домой."),
        ("미사일을", "탄도미사일이 발사되었다."),
    ],
)
def test_a_sentence_is_found_by_any_form_of_a_word(store, words, sentence):
    fill(store)
    assert search(store, *find_terms(words)) == [(sentence, False)]


def test_a_claim_is_found_by_its_sides_and_its_field(store):
    fill(store)
    for term in (name_term("side", "PER"), name_term("channel", "air_link")):
        found = search(store, term)
        assert (len(found), all(is_claim for _, is_claim in found)) == (3, True)


def test_a_beginning_finds_words_and_a_quote_mark_does_nothing(store):
    fill(store)
    assert ("The fjords froze over.", False) in search(store, "fjo*")
    assert search(store, 'fjord" OR "embass', "'", "") == []


def test_what_was_kept_twice_is_found_once_and_no_more_than_asked_for(store):
    fill(store)
    fill(store)
    assert len(search(store, *find_terms("fjords рыбаки"))) == 2
    assert len(search(store, *find_terms("fjords рыбаки"), most=1)) == 1


def test_a_document_whose_claims_cannot_be_kept_leaves_no_words(tmp_path, monkeypatch):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sql, "index_claims", stop)
    with closing(create_desk(tmp_path / "stopped.desk")) as store:
        with pytest.raises(KeyboardInterrupt):
            store.keep(*make_pair("en"), ReadOptions(), AT)
        assert search(store, *find_terms("fjords embassy")) == []
        monkeypatch.undo()
        store.keep(*make_pair("en"), ReadOptions(), AT)
        assert len(search(store, *find_terms("fjords"))) == 1


@pytest.mark.parametrize(
    "change",
    [
        (
            "DROP TABLE terms; DROP TABLE places; ALTER TABLE documents DROP COLUMN translated_from;"
            " UPDATE meta SET value = '2' WHERE key = 'schema'; DELETE FROM meta WHERE key = 'words'"
        ),
        "UPDATE meta SET value = 'former' WHERE key = 'words'; DELETE FROM places WHERE seq > 2",
    ],
    ids=["an older schema", "other stems"],
)
def test_an_index_that_is_not_of_today_is_made_anew(tmp_path, change):
    path = tmp_path / "old.desk"
    with closing(create_desk(path)) as store:
        fill(store)
        wanted = sorted(search(store, *find_terms("fjords рыбаки 미사일 embassy")))
    with closing(sqlite3.connect(path)) as file:
        file.executescript(change)
    with closing(open_desk(path)) as store:
        assert sorted(search(store, *find_terms("fjords рыбаки 미사일 embassy"))) == wanted
