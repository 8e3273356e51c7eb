"""The screens, in the order of their list."""

from dragoman.ask.agreements import Agreements
from dragoman.ask.answer import Answer
from dragoman.ask.board import Board
from dragoman.ask.changes import Changes
from dragoman.ask.chronology import Chronology
from dragoman.ask.conflicts import Conflicts
from dragoman.ask.figures import Figures
from dragoman.ask.impact import Impact
from dragoman.ask.index import Index
from dragoman.ask.people import People
from dragoman.ask.positions import Positions
from dragoman.ask.profile import About
from dragoman.ask.visits import Visits
from dragoman.ask.who import Who
from dragoman.show.web.prepare.ask import prepare_ask
from dragoman.show.web.prepare.board import prepare_board
from dragoman.show.web.prepare.chronology import prepare_chronology
from dragoman.show.web.prepare.entity import prepare_entity
from dragoman.show.web.prepare.index import prepare_index
from dragoman.show.web.prepare.lists import prepare_changes, prepare_conflicts, prepare_figures, prepare_list, prepare_positions
from dragoman.show.web.prepare.offices import prepare_offices
from dragoman.show.web.screen import Plain, Screen

RELATION, PEOPLE, CHECKING = "The relation", "Who", "The record"
SCREENS: tuple[Screen, ...] = (
    Screen("ask", "Ask", "A question in plain words, and the words that answer it", RELATION, "q", Answer, "ask.html", prepare_ask),
    Screen("board", "State board", "What is in force", RELATION, "b", Board, "board.html", prepare_board),
    Screen("chronology", "Chronology", "What happened, in order of time", RELATION, "c", Chronology, "chronology.html", prepare_chronology),
    Screen("agreements", "Agreements", "What was signed, and what is in force", RELATION, "a", Agreements, "agreements.html", prepare_list),
    Screen("visits", "Visits", "Who met whom, where and when", RELATION, "m", Visits, "visits.html", prepare_list),
    Screen("figures", "Figures", "The numbers of the relation", RELATION, "f", Figures, "figures.html", prepare_figures),
    Screen("index", "Index", "How many events a month", RELATION, "i", Index, "index.html", prepare_index),
    Screen("offices", "Offices", "Who held which office", PEOPLE, "o", Who, "offices.html", prepare_offices),
    Screen("people", "Entities", "Whom the record names", PEOPLE, "e", People, "people.html", prepare_list),
    Screen("entity", "Entity", "Names, offices, lines and sources of one state, body, person or office", PEOPLE, "y", About, "entity.html", prepare_entity),
    Screen("positions", "Positions", "What somebody has said, newest last", PEOPLE, "p", Positions, "positions.html", prepare_positions),
    Screen("conflicts", "Conflicts", "Where sources disagree, the gravest first", CHECKING, "x", Conflicts, "conflicts.html", prepare_conflicts),
    Screen("changes", "Changes", "What the record tells otherwise than it did", CHECKING, "n", Changes, "changes.html", prepare_changes),
    Screen("impact", "Impact", "What rests on a claim, a document or an outlet", CHECKING, "w", Impact, "impact.html", prepare_list),
)
PLAIN: tuple[Plain, ...] = (
    Plain("brief", "Brief", RELATION, "r", shares=Chronology),
    Plain("review", "Review", CHECKING, "v"),
    Plain("judgements", "Judgements", CHECKING, "u"),
    Plain("documents", "Documents", CHECKING, "d"),
    Plain("troubles", "Troubles", CHECKING, "t"),
)
