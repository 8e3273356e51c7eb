"""Expressions of time: the examples of each grammar, and what must hold for any text."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read.dates import find_dates, resolve_times, with_tense
from dragoman.read.dates.grammar import Example, load_grammar
from dragoman.read.dates.needs import find_slots
from dragoman.read.page import TimeMention

TODAY = date(2024, 2, 4)
LANGUAGES = [language for language in ("en", "ru", "ko") if load_grammar(language) is not load_grammar("en") or language == "en"]
PIECES = [
    "in",
    "May",
    "2019",
    "1990s",
    "since",
    " ",
    "30",
    "February",
    "–",
    "last",
    "Friday",
    "года",
    "мая",
    "с",
    "по",
    "지난달",
    "27일",
    "3월",
    "1989년",
    "부터",
    ",",
    ".",
]


def show(mention: TimeMention) -> str:
    """The notation of the examples."""
    if mention.duration:
        return "duration"
    if mention.when is None:
        step = mention.step
        bound = f" {step.bound}" if step is not None and step.bound != "at" else ""
        return "?" if step is None else f"? {mention.anchor} {step.unit} {'some' if step.by is None else step.by}{bound}"
    when = mention.when
    return f"{when.start or '-'}..{when.end or '-'} {when.precision} {when.bound}"


@pytest.mark.parametrize(("language", "example"), [(language, e) for language in LANGUAGES for e in load_grammar(language).examples])
def test_each_example_of_a_grammar_reads_as_it_says(language: str, example: Example):
    found = [show(mention) for mention in find_dates(example.text, language, TODAY)]
    assert found == ([] if example.gives == "none" else [example.gives])


@settings(deadline=None, max_examples=150)
@given(text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)), language=st.sampled_from(["en", "ru", "ko", "xx"]))
def test_any_text_gives_true_spans_and_forward_intervals(text: str, language: str):
    for today in (None, TODAY):
        mentions = list(find_dates(text, language, today, offset=7))
        assert all(m.text == text[m.span.start - 7 : m.span.stop - 7] for m in mentions)
        assert all(a.span.stop <= b.span.start for a, b in itertools.pairwise(mentions))
        resolve_times(mentions)


@settings(deadline=None, max_examples=300)
@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), language=st.sampled_from(LANGUAGES))
def test_a_rule_reads_nothing_where_what_it_needs_is_missing(text: str, language: str):
    low = text.lower()
    for rule in load_grammar(language).rules:
        assert rule.pattern.search(text) is None or not rule.needs or any(word in low for word in rule.needs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_rules_need_stands_in_each_of_their_examples(language: str):
    rules = {rule.name: rule for rule in load_grammar(language).rules}
    for example in load_grammar(language).examples:
        rule = rules[example.rule]
        assert rule.pattern.search(example.text) is None or not rule.needs or any(word in example.text.lower() for word in rule.needs)


def test_slots_that_may_be_missing_are_not_needed():
    assert find_slots(r"\b(?:{weekday},?\s+)?{month}\s+{day}(?=\s{year})") == {"month", "day"}
    assert find_slots(r"{month}|{year}") == frozenset()
    assert find_slots(r"(?:the\s{unit}|{day})\s{season}?") == frozenset()


@settings(deadline=None, max_examples=100)
@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_any_day_is_read_back_in_any_order_of_words(day: date):
    month = day.strftime("%B")
    for text in (f"on {month} {day.day}, {day.year}", f"on {day.day} {month} {day.year}", f"on {day.isoformat()}"):
        (mention,) = find_dates(text, "en", None)
        assert mention.when is not None
        assert mention.when.start == mention.when.end == day


@pytest.mark.parametrize("text", ["yesterday", "last month", "on Friday", "in September", "this year", "two years ago", "over the past year", "today"])
def test_without_a_date_of_its_own_a_document_has_no_relative_times(text: str):
    assert all(mention.when is None for mention in find_dates(f"He left {text} for Oslo.", "en", None))


def test_a_day_without_a_year_takes_the_year_named_before():
    text = "The king paid a visit in 2018. On June 21, he spoke. In 2019 he stayed. On June 22, he left."
    days = [mention.when.start for mention in resolve_times(list(find_dates(text, "en", None))) if mention.when]
    assert days == [date(2018, 1, 1), date(2018, 6, 21), date(2019, 1, 1), date(2019, 6, 22)]


def test_what_waits_is_dated_by_the_time_before_and_only_by_it():
    text = "Trade fell in 2016. That year both lost. Two years later it grew. Before that, few cared."
    told = [show(mention) for mention in resolve_times(list(find_dates(text, "en", None)))]
    assert told[1:] == ["2016-01-01..2016-12-31 year at", "2018-01-01..2018-12-31 year at", "-..2017-12-31 year before"]
    alone = resolve_times(list(find_dates("That year both lost.", "en", TODAY)))
    assert alone[0].when is None


def test_what_is_only_compared_with_dates_nothing():
    (year, base) = resolve_times(list(find_dates("In 2019 it fell compared to 2017.", "en", TODAY)))
    assert year.when is not None
    assert base.when is None
    assert base.anchor == "base"


def test_tense_decides_between_the_last_friday_and_the_coming_one():
    (mention,) = find_dates("The talks ended on Friday.", "en", TODAY)
    coming = with_tense(mention, TODAY, future=True)
    assert mention.when is not None
    assert coming.when is not None
    assert coming.when.start == (mention.when.start or TODAY) + timedelta(days=7)


@pytest.mark.parametrize(
    "text", ["some 2,019 people", "$2019 each", "1945 tons of grain", "Resolution 1929", "Flight 1903", "on February 30, 2001", "2000 troops left"]
)
def test_a_number_is_not_a_date(text: str):
    assert list(find_dates(text, "en", TODAY)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On 2 May 2020 she left Oslo. She was in Lima from 7 to 9 May.", "en"),
        ("2 мая 2020 года она уехала из Осло. С 7 по 9 мая она была в Лиме.", "ru"),
        ("그는 2020년 5월 2일 오슬로를 떠났다. 7일부터 9일까지 리마에 머물렀다.", "ko"),
    ],
)
def test_a_row_of_days_dated_by_the_time_before_keeps_its_end(text: str, language: str):
    *_, stay = resolve_times(list(find_dates(text, language, None)), text, language)
    assert stay.when is not None
    assert (stay.when.start, stay.when.end) == (date(2020, 5, 7), date(2020, 5, 9))


def test_a_year_behind_a_korean_topic_dates_no_day_of_a_later_sentence():
    passing, opening = (
        resolve_times(list(find_dates(text, "ko", None)), text, "ko")[-1]
        for text in (
            "칠레는 2016년 페루와 단교했다. 외무장관은 6월 17일 리마를 방문했다.",
            "2016년 칠레는 페루와 단교했다. 외무장관은 6월 17일 리마를 방문했다.",
        )
    )
    assert passing.when is None
    assert opening.when is not None
    assert opening.when.start == date(2016, 6, 17)


def test_a_range_behind_a_verb_with_down_is_no_base_of_a_comparison():
    (years,) = find_dates("Ties cooled down from 2010 to 2020.", "en", TODAY)
    assert years.when is not None
    assert (years.when.start, years.when.end) == (date(2010, 1, 1), date(2020, 12, 31))
