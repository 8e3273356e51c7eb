"""Every data file says where it comes from and under which licence; every folder of weights has its card."""

import json
import tomllib

import pytest

from tests.house.tree import ROOT, data_files, name_file, weight_folders

DATA = pytest.mark.parametrize("path", data_files(), ids=name_file)
WEIGHTS = pytest.mark.parametrize("folder", weight_folders(), ids=name_file)


@DATA
def test_a_data_file_names_source_and_licence(path):
    meta = tomllib.loads(path.read_text(encoding="utf-8")).get("meta", {})
    assert meta.get("source")
    assert meta.get("licence")


@DATA
def test_a_data_file_is_small_enough_to_be_read(path):
    assert path.stat().st_size < 400_000


@WEIGHTS
def test_weights_carry_a_card_with_data_licence_and_scores(folder):
    card = next((path for path in folder.glob("*.md")), None)
    assert card is not None, "no card (*.md)"
    text = card.read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in text
    assert "Treebank" in text or "UD " in text
    assert any(measure in text for measure in ("LAS", "UAS"))


@WEIGHTS
def test_weights_carry_a_notice_of_each_corpus(folder):
    notice = next((path for path in folder.glob("NOTICE*")), None)
    assert notice is not None
    assert "CC BY-SA" in notice.read_text(encoding="utf-8")


@WEIGHTS
def test_weights_say_their_own_licence(folder):
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert "SA" in meta["license"].upper()


def test_the_licence_of_the_code_is_apache():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text
