"""The bench of kills, small: what an add loses or doubles when it is killed again and again is nothing."""

import random

from bench.kill import kill_at_random, run


def test_an_add_that_is_killed_goes_on_where_it_was(tmp_path):
    hit, desks, faults = run(40, kills=3, seed=7, folder=tmp_path)
    assert (hit, faults) == (3, [])
    assert desks >= 1


def test_a_process_that_is_done_counts_as_no_kill(tmp_path):
    (tmp_path / "notes").mkdir()
    assert kill_at_random(tmp_path / "missing.desk", tmp_path / "notes", random.Random(1), longest=600) is False  # noqa: S311 (no secret)
