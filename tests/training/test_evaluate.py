"""The scorer on sentences of our own, where the right figures can be counted by hand."""

from pathlib import Path

import pytest
from training.evaluate import Node, align, find_sentences, join_parts, load_treebank, score

TREEBANK = """\
# newpar
1	Envoys	envoy	NOUN	NNS	_	2	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
3.1	gone	go	VERB	VBN	_	_	_	_	_
4	meet	meet	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

1	Talks	talk	NOUN	NNS	_	2	nsubj:pass	_	_
2	stalled	stall	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newpar
1	Later	late	ADV	RB	_	0	root	_	_

"""


@pytest.fixture
def texts(tmp_path: Path):
    path = tmp_path / "own.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return load_treebank(path)


@pytest.fixture
def wanted(texts):
    return join_parts(sentence.nodes for text in texts for sentence in text)


def make_words(*spans: tuple[str, int, bool]) -> list[Node]:
    return [Node(form, start, start + len(form), "_", "X", "dep", None, contracted) for form, start, contracted in spans]


def test_a_paragraph_opens_a_text(texts):
    assert ["".join(sentence.text for sentence in text) for text in texts] == ["Envoys didn't meet. Talks stalled. ", "Later "]


def test_empty_nodes_are_left_out_and_heads_count_through_the_file(wanted):
    assert [node.form for node in wanted] == ["Envoys", "did", "n't", "meet", ".", "Talks", "stalled", ".", "Later"]
    assert [node.head for node in wanted] == [1, 3, 3, None, 3, 6, None, 6, None]


def test_words_of_a_contraction_share_its_characters(wanted):
    assert [(node.start, node.stop) for node in wanted[1:4]] == [(6, 12), (6, 12), (12, 16)]


def test_a_treebank_scores_full_marks_against_itself(wanted):
    assert {name: found.f1 for name, found in score(wanted, wanted).items()} == dict.fromkeys(("sentences", "words", "upos", "lemmas", "uas", "las"), 100.0)


def test_subtypes_of_relations_do_not_count(wanted):
    assert wanted[5].relation == "nsubj"


def test_a_wrong_relation_costs_las_and_not_uas(wanted):
    given = [*wanted[:5], Node("Talks", 17, 22, "talk", "NOUN", "obj", 6, opens=True), *wanted[6:]]
    found = score(wanted, given)
    assert (found["las"].right, found["uas"].right) == (8, 9)


def test_a_sentence_not_ended_costs_two_sentences(wanted):
    given = [*wanted[:5], Node("Talks", 17, 22, "talk", "NOUN", "nsubj", 6), *wanted[6:]]
    assert len(find_sentences(given)) == 2
    assert score(wanted, given)["sentences"].right == 1


def test_a_word_cut_otherwise_is_no_match():
    wanted, given = make_words(("U.S.", 0, False), ("-", 4, False), ("led", 5, False)), make_words(("U.S.-led", 0, False))
    assert align(wanted, given) == {}
    assert align(wanted, make_words(("U.S.", 0, False), ("-led", 4, False))) == {0: 0}


def test_words_within_a_contraction_are_matched_by_form():
    wanted = make_words(("did", 0, True), ("not", 0, True), ("go", 6, False))
    wanted = [Node(node.form, node.start, 6 if node.contracted else node.stop, "_", "X", "dep", None, node.contracted) for node in wanted]
    given = make_words(("Did", 0, False), ("n't", 3, False), ("go", 6, False))
    assert align(wanted, given) == {0: 0, 2: 2}
