"""What can be taken along from the desk, and lines marked as background."""

import pytest

from dragoman.ask.chronology import Chronology
from dragoman.ask.dyad import Dyad
from dragoman.show.export.formats import FORMATS
from tests.show.library import make_library
from tests.show.test_web import find_claim, make_client

WHO = {"by": "A. Reader", "why": "only a setting"}


@pytest.fixture
def desk():
    return make_library()


@pytest.mark.parametrize("name", FORMATS)
def test_a_line_is_a_file_in_every_format(desk, name):
    claim = find_claim(desk, "accused")
    sent = make_client(desk).get(f"/entry/{claim.id}/export/{name}")
    assert sent.status_code == 200
    assert sent.headers["content-disposition"].startswith("attachment")
    assert sent.content


def test_there_is_no_other_format(desk):
    claim = find_claim(desk, "resumed flights")
    assert make_client(desk).get(f"/entry/{claim.id}/export/nothing").status_code == 400
    assert make_client(desk).get(f"/entry/{claim.id}/export/plover").status_code == 404


def test_a_line_marked_as_background_stays_says_so_and_can_be_left_out(desk):
    claim = find_claim(desk, "accused")
    dyad = Dyad("NOR", "PER")
    before = len(desk.answer(Chronology(dyad=dyad)))
    judgement = desk.judge("background", [claim.id], **WHO)
    lines = desk.answer(Chronology(dyad=dyad))
    assert (len(lines), [line.entry.background for line in lines].count(True)) == (before, 1)
    assert len(desk.answer(Chronology(dyad=dyad, filter="-status:background"))) == before - 1
    assert "background" in make_client(desk).get(f"/entry/{claim.id}").text
    desk.undo(judgement.id, **WHO)
    assert not any(line.entry.background for line in desk.answer(Chronology(dyad=dyad)))


def test_a_correction_is_a_case_with_what_was_read_and_what_must_be(desk):
    claim = find_claim(desk, "accused")
    judgement = desk.judge("correct", [claim.id], **WHO, fields={"modality": "alleged"})
    case = make_client(desk).get(f"/case/{judgement.id}.json").json()
    assert case["quote"] == claim.text
    assert claim.text in case["text"]
    assert (case["read"]["modality"], case["wanted"]["modality"]) == (claim.modality, "alleged")
    rejected = desk.judge("reject", [claim.id], **WHO)
    assert make_client(desk).get(f"/case/{rejected.id}.json").json()["wanted"] is None
    assert make_client(desk).get("/case/nothing.json").status_code == 404
