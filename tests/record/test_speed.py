"""What a large desk must do in time, on a small one: figures of ten thousand documents stand in docs/quality.md."""

import time
from statistics import median

from bench.desk import PAIR, PARTS, fill, time_add
from dragoman.ask.board import Board
from dragoman.desk import create_desk
from tests.timing import find_quickest


def test_one_more_document_takes_less_than_a_second_and_a_board_asked_again_less_than_a_tenth(tmp_path):
    with create_desk(tmp_path / "fast.desk", PARTS) as desk:
        fill(desk, 150)
        assert median(time_add(desk, tmp_path / "more", 3, is_pair=True)) < 1.0
        assert desk.answer(Board(dyad=PAIR))

        def measure() -> float:
            before = time.perf_counter()
            desk.answer(Board(dyad=PAIR))
            return time.perf_counter() - before

        assert find_quickest(measure, limit=0.1) < 0.1
