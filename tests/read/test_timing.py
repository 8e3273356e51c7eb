"""Which time each act of a sentence takes, and when what is said without a date was said."""

from datetime import date

import pytest

from dragoman.model import Document, ReadOptions, When
from dragoman.read.reader import lay_out
from dragoman.read.statements import find_statements
from dragoman.read.timing import find_when

TODAY = date(2024, 2, 4)
CASES = [
    ("Norway recalled its envoy on 5 May 2020, two days after Chile closed the port.", "recalled", "2020-05-05..2020-05-05 at"),
    ("Norway recalled its envoy on 5 May 2020, two days after Chile closed the port.", "closed", "2020-05-03..2020-05-03 at"),
    ("Norway signed the treaty a day before Chile ratified it on 6 June 2018.", "signed", "2018-06-05..2018-06-05 at"),
    ("Norway held a vote on 3 May 2019. Two weeks after the vote, Chile recalled its envoy.", "recalled", "2019-05-17..2019-05-17 at"),
    ("Three years after establishing relations in 1990, Norway opened an embassy.", "opened", "1993-01-01..1993-12-31 at"),
    ("The envoy met his colleague on Friday. The visit came the day after Norway said that talks had failed.", "said", "2024-02-01..2024-02-01 at"),
    ("Since leaving the pact in 2022, Norway has forged closer ties with Chile.", "forged", "2022-01-01..- since"),
    ("Norway and Chile have had good relations since independence in 1963.", "relations", "1963-01-01..- since"),
    ("Norway has left the port alone since the visit in 2015.", "visit", "2015-01-01..2015-12-31 at"),
    ("Norway closed the port after clashes in 2021.", "closed", "2021-01-01..- after"),
    ("After the naval exercise on 25 May 2009, Norway left the pact.", "left", "2009-05-26..- after"),
    ("Back in June 2023, Norway opened a consulate in Lima.", "opened", "2023-06-01..2023-06-30 at"),
    ("As early as May 1979, Norway signed an agreement with Chile.", "signed", "1979-05-01..1979-05-31 at"),
    ("In an interview with the paper on 3 March 2020, Norway rejected the offer.", "rejected", "2020-03-03..2020-03-03 at"),
    ("Norway opened its office in July 1989; Chile closed its office in April 1990.", "closed", "1990-04-01..1990-04-30 at"),
    ("Norway did not have diplomatic relations with Chile until 30 September 1990.", "have", "-..1990-09-30 until"),
    ("Norway announced on 3 May 2019 that Chile had closed the port.", "closed", "none"),
    ("Norway closed the port.", "closed", "none"),
    ("Norway supports the treaty.", "supports", "2024-02-04..2024-02-04 at"),
    ("Norway and Chile agreed on priorities for 2023.", "agreed", "none"),
    ("Norway and Chile met for the 1st time since May 2019.", "met", "none"),
    ("Talks were scheduled for 2023.", "scheduled", "2023-01-01..2023-12-31 at"),
    ("Norway protested against the decision of 3 May 2021.", "protested", "none"),
    ("In May 2021, Chile closed the port; Norway recalled its envoy over the closure.", "recalled", "2021-05-01..2021-05-31 at"),
    ("Norway recalled the visit in May 2021.", "recalled", "none"),
    ("Speaking in Lima on 3 May 2021, the minister praised Norway.", "praised", "2021-05-03..2021-05-03 at"),
    ("Norway and Chile held talks in Lima on Saturday aimed at peace.", "held", "2024-02-03..2024-02-03 at"),
    ("Chile closed the port just hours after it was reopened on 3 May 2021.", "closed", "2021-05-03..2021-05-03 at"),
    ("Relations have suffered after Chile closed the port in May 2021.", "suffered", "2021-05-01..- since"),
    ("The reopening of the port comes as the president of Chile will visit Norway.", "reopening", "none"),
    ("Norway will meet its neighbour, Chile, on May 3.", "meet", "2024-05-03..2024-05-03 at"),
    ("Norway agreed that the Chilean minister would visit Oslo in October.", "visit", "2024-10-01..2024-10-31 at"),
    ("This is the first visit of the envoy to Chile after his predecessor paid a visit in June 2020.", "visit", "2024-02-04..2024-02-04 at"),
    ("In the next few months, relations between Norway and Chile are unlikely to improve.", "unlikely", "none"),
    ("Norway signed an agreement formalizing its ties with Chile on 4 May 2016.", "signed", "2016-05-04..2016-05-04 at"),
    ("Since a visit in October 2022, when the two sides agreed to open the port, Norway has sent aid to Chile.", "agreed", "2022-10-01..2022-10-31 at"),
    ("Norway shut the port in a quarrel that goes back to 1997, when Chile closed the border.", "closed", "1997-01-01..1997-12-31 at"),
    ("Norway signed the treaty, reversing a ban when it froze the trade in 1976, two years after Chile tested a ship in 1974.", "signed", "none"),
    ("Chile insists accords of 1871 and 1874 drew the line.", "insists", "2024-02-04..2024-02-04 at"),
]
UNDATED = [
    ("Relations suffered after a crisis in 2017. On June 12, Norway recalled its envoy.", "recalled", "none"),
    ("In 2017, relations suffered. On June 12, Norway recalled its envoy.", "recalled", "2017-06-12..2017-06-12 at"),
    ("Norway recalled its envoy on 24 May over the decision of 22 May 2021 to close the port.", "recalled", "2021-05-24..2021-05-24 at"),
    ("Norway recalled its envoy on 24 December over the treaty of 22 May 2021.", "recalled", "none"),
]
SAID = [
    ("“We will sign the treaty,” Astrid Vikander told reporters on 30 January.\n\n“The text is ready,” she added.", 1, "2024-01-30"),
    ("Astrid Vikander met Pedro Rojas on 30 January in Oslo.\n\nAt the meeting, Pedro Rojas said that Chile would sign the treaty.", 0, "2024-01-30"),
    ("Earlier, Norway said that the port was closed.", 0, None),
    ("Norway had said that the port was closed.", 0, None),
    ("Norway says that the port is closed.", 0, "2024-02-04"),
    ("Norway said that the port was closed.", 0, None),
    ("Norway blamed Chile for the closed port.", 0, None),
]


def show(when: When | None) -> str:
    return "none" if when is None else f"{when.start or '-'}..{when.end or '-'} {when.bound}"


@pytest.mark.parametrize(("text", "verb", "expected"), CASES)
def test_an_act_takes_the_time_of_its_own_clause(text: str, verb: str, expected: str) -> None:
    page, _ = lay_out(Document(id="0" * 64 + ".text-1", text=text, file="case", language="en"), ReadOptions(language="en", date=TODAY))
    sentence, token = next((s, t) for s in page.sentences for t in s.tokens if t.text == verb)
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    assert show(find_when(sentence, token, times, TODAY).when) == expected


@pytest.mark.parametrize(("text", "verb", "expected"), UNDATED)
def test_a_day_without_its_year_waits_for_one_that_is_its_own(text: str, verb: str, expected: str) -> None:
    page, _ = lay_out(Document(id="0" * 64 + ".text-1", text=text, file="case", language="en"), ReadOptions(language="en"))
    sentence, token = next((s, t) for s in page.sentences for t in s.tokens if t.text == verb)
    times = [time for time in page.times if sentence.span.overlaps(time.span)]
    assert show(find_when(sentence, token, times, None).when) == expected


@pytest.mark.parametrize(("text", "number", "day"), SAID)
def test_a_saying_takes_the_day_of_its_occasion(text: str, number: int, day: str | None) -> None:
    page, _ = lay_out(Document(id="0" * 64 + ".text-1", text=text, file="case", language="en"), ReadOptions(language="en", date=TODAY))
    when = list(find_statements(page))[number].when
    assert (None if when is None else str(when.start)) == day


YEARS = [
    ("The two fought over the lake from 1994 to 1996. The port opened on 5 January.", "5 January", "2024-01-05"),
    ("The treaty was signed in 1996 and ratified on 5 January.", "5 January", "1996-01-05"),
    ("Talks were held in 2021.\n\nThe envoy left on January 20.", "January 20", "2024-01-20"),
]


@pytest.mark.parametrize(("text", "words", "day"), YEARS)
def test_a_day_without_a_year_takes_one_from_its_own_sentence_only(text: str, words: str, day: str) -> None:
    page, _ = lay_out(Document(id="0" * 64 + ".text-1", text=text, file="case", language="en"), ReadOptions(language="en", date=TODAY))
    assert next(str(time.when.start) for time in page.times if words in time.text and time.when is not None) == day
