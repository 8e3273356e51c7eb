"""What the trainers make of treebanks, on sentences of our own."""

import random

import pytest
import spacy
from training.corpus_en import front_date, print_marks, swap_names, swap_verbs
from training.lemmas import build_table
from training.names import add_grammatical, find_creeds, find_titles, load_uner, name_ewt, name_gum, read_mentions
from training.treebank import Name, Row, Sentence, group_sentences, load_treebank, make_text

TEXT = """\
# newdoc id = own-1
# sent_id = own-1-0001
1	Judge	judge	PROPN	NNP	Number=Sing	3	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1-sgl
2	Oduya	Oduya	PROPN	NNP	Number=Sing	1	flat	_	Entity=1)
3	praised	praise	VERB	VBD	Tense=Past	0	root	_	_
4	the	the	DET	DT	_	6	det	_	Entity=(2-abstract-new-nnnnn-cf1-1-sgl
5	Lomond	Lomond	PROPN	NNP	Number=Sing	6	compound	_	_
6	Treaty	Treaty	PROPN	NNP	Number=Sing	3	obj	_	Entity=2)
7	in	in	ADP	IN	_	8	case	_	_
8	Turku	Turku	PROPN	NNP	Number=Sing	3	obl	_	Entity=(3-place-new-nnnnn-cf1-1-sgl)|SpaceAfter=No
9	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = own-1-0002
1	Finnish	Finnish	ADJ	JJ	Degree=Pos	2	amod	_	_
2	judges	judge	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	agreed	agree	VERB	VBD	Tense=Past	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

"""
TAGS = """\
# sent_id = own-1-0001
1	Judge	O	-	-
2	Oduya	B-PER	-	-
3	praised	O	-	-
4	the	O	-	-
5	Lomond	O	-	-
6	Treaty	O	-	-
7	in	O	-	-
8	Turku	B-LOC	-	-
9	.	O	-	-

"""


@pytest.fixture
def sentences(tmp_path):
    path = tmp_path / "own.conllu"
    path.write_text(TEXT, encoding="utf-8")
    return list(load_treebank(path))


@pytest.fixture
def tagged(tmp_path):
    path = tmp_path / "own.iob2"
    path.write_text(TAGS, encoding="utf-8")
    return load_uner(path)


def test_names_of_uner_are_found_by_characters(sentences, tagged):
    first, second = (name_ewt(sentence, tagged) for sentence in sentences)
    assert first.names == (Name(1, 2, "PER"), Name(7, 8, "LOC"))
    assert second.names is None


def test_a_title_is_no_part_of_a_name_in_either_treebank(sentences, tagged):
    titles = find_titles([name_ewt(sentences[0], tagged)])
    assert titles == {"Judge"}
    assert list(read_mentions(sentences[0].rows)) == [(0, 2, "person"), (3, 6, "abstract"), (7, 8, "place")]
    assert name_gum(sentences[0], titles).names == (Name(1, 2, "PER"), Name(7, 8, "LOC"))


def test_treaties_and_nationalities_show_by_their_grammar(sentences):
    creeds = find_creeds(sentences)
    assert creeds == {"Finnish"}
    first, second = (add_grammatical(Sentence("own", "1", sentence.rows, ()), creeds) for sentence in sentences)
    assert first.names == (Name(4, 6, "LAW"),)
    assert second.names == (Name(0, 1, "NORP"),)


def test_a_date_in_front_moves_heads_and_names(sentences):
    sentence = Sentence("own", "2", sentences[1].rows, (Name(0, 1, "NORP"),))
    dated = front_date(sentence, random.Random(1))  # noqa: S311 -- no secret
    added = len(dated.rows) - len(sentence.rows)
    assert added in {3, 4}
    root = next(row for row in dated.rows if row.head == 0)
    assert root.form == "agreed"
    assert dated.names == (Name(added, added + 1, "NORP"),)
    assert all(dated.rows[row.head - 1].form == "agreed" for row in dated.rows if row.relation in {"obl", "nsubj"})


def test_exchanged_verbs_and_names_keep_the_tree(sentences):
    chance = random.Random(3)  # noqa: S311 -- no secret
    named = Sentence("own", "1", sentences[0].rows, (Name(7, 8, "LOC"),))
    forms = {swap_names(swap_verbs(named, ("mended",), chance), chance).rows for _ in range(20)}
    assert {rows[2].form for rows in forms} == {"praised", "mended"}
    assert {rows[7].form for rows in forms} == {"Turku", "Germany"}
    assert {tuple((row.head, row.relation) for row in rows) for rows in forms} == {tuple((row.head, row.relation) for row in named.rows)}


def test_printed_marks_open_and_close():
    rows = tuple(Row(form, form, "PUNCT" if form == '"' else "NOUN", "", "", 0, "root", spaced=True) for form in ('"', "don't", '"'))
    (printed,) = print_marks([Sentence("own", "1", rows)])
    assert [row.form for row in printed.rows] == ["“", "don’t", "”"]


def test_a_text_knows_which_names_nobody_looked_for(sentences):
    (group,) = group_sentences([Sentence("own-1", "1", sentences[0].rows, (Name(1, 2, "PER"),)), sentences[1]])
    doc = make_text(spacy.blank("en").vocab, group)
    assert [(span.text, span.label_) for span in doc.ents] == [("Oduya", "PER")]
    assert [token.ent_iob_ for token in doc[9:]] == ["", "", "", ""]
    assert [token.i for token in doc if token.is_sent_start] == [0, 9]


def test_the_table_of_lemmas_holds_only_what_no_rule_gives(sentences):
    rows = [
        *sentences[0].rows,
        Row("flew", "fly", "VERB", "VBD", "Tense=Past", 0, "root", spaced=True),
        Row("zyx", "zux", "NOUN", "NN", "", 0, "root", spaced=True),
    ]
    table = build_table(rows)
    assert table["NOUN "]["zyx"] == "zux"
    assert "praised" not in table.get("VERB Tense=Past", {})
