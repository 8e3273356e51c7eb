"""The screens, in the order of their list."""

from dragoman.ask.board import Board
from dragoman.ask.chronology import Chronology
from dragoman.ask.index import Index
from dragoman.ask.who import Who
from dragoman.show.web.prepare.board import prepare_board
from dragoman.show.web.prepare.chronology import prepare_chronology
from dragoman.show.web.prepare.index import prepare_index
from dragoman.show.web.prepare.offices import prepare_offices
from dragoman.show.web.screen import Plain, Screen

RELATION, PEOPLE, CHECKING = "The relation", "Who", "The record"
SCREENS: tuple[Screen, ...] = (
    Screen("board", "State board", "What is in force", RELATION, "b", Board, "board.html", prepare_board),
    Screen("chronology", "Chronology", "What happened, in order of time", RELATION, "c", Chronology, "chronology.html", prepare_chronology),
    Screen("index", "Index", "How many events a month", RELATION, "i", Index, "index.html", prepare_index),
    Screen("offices", "Offices", "Who held which office", PEOPLE, "o", Who, "offices.html", prepare_offices),
)
PLAIN: tuple[Plain, ...] = (
    Plain("review", "Review", CHECKING, "v"),
    Plain("judgements", "Judgements", CHECKING, "u"),
    Plain("documents", "Documents", CHECKING, "d"),
    Plain("troubles", "Troubles", CHECKING, "t"),
)
