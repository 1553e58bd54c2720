"""Dates and durations as reports word them. The sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicspace.extract import date_grammar
from civicspace.extract.date_forms import MONTHS
from civicspace.extract.date_resolver import Resolver
from civicspace.extract.date_years import Frame
from civicspace.extract.dates import read
from civicspace.extract.parse import parse
from civicspace.model.document import Document
from civicspace.model.edtf import check


def dates(
    text: str, *, published: str | None = "2022-04-29", period: str | None = None
) -> list[tuple[str | None, str]]:
    document = Document.of(text, published=published, period=period)
    return [(d.edtf, d.role) for d in read(parse(document), document)[0]]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was held on 14th March 2022.", "2022-03-14"),
        ("He was held on March 14, 2022.", "2022-03-14"),
        ("He was held on 14/03/2022.", "2022-03-14"),
        ("He was held on 14.03.2022.", "2022-03-14"),
        ("He was held on 2022-03-14.", "2022-03-14"),
        ("He was held in mid-March 2022.", "2022-03~"),
        ("He was held at the end of February.", "2022-02~"),
        ("He was held in late 2021.", "2021~"),
        ("He was held from 3 to 5 March.", "2022-03-03/2022-03-05"),
        ("He was held between January and March 2022.", "2022-01/2022-03"),
        ("He was held between November 2020 and January 2021.", "2020-11/2021-01"),
        ("He was held in June last year.", "2021-06"),
        ("He was held in April of this year.", "2022-04"),
        ("He was held in December.", "2021-12"),
        ("He was held on Tuesday.", "2022-04-26"),
        ("He was held yesterday.", "2022-04-28"),
        ("He was held last week.", "2022-04-18/2022-04-24"),
        ("Many were held over the last six months.", "2021-10/2022-04"),
        ("Many were held in the 1990s.", "1990/1999"),
        ("He was held on the last day of November.", "2021-11-30"),
        ("He was held on the third of May 2021.", "2021-05-03"),
        ("He was held on May the fourth, 2021.", "2021-05-04"),
        ("He was held in the night to 21 November 2021.", "2021-11-20/2021-11-21"),
        ("He was held on the eve of 1 May 2021.", "2021-04-30"),
        ("He was held on the eve of the vote on 1 May 2021.", "2021-04-30"),
        ("He was held in the week of 7 March.", "2022-03-07/2022-03-13"),
        ("The trial is set for 12 June.", "2022-06-12"),
        ("The law comes into force on 1 July.", "2022-07-01"),
        ("He was held two days before 5 May 2021.", "2021-05-03"),
        ("He was held early this month.", "2022-04~"),
        ("He was held in May and June.", "2021-05/2021-06"),
        ("He was held in the third quarter of 2021.", "2021-07/2021-09"),
        ("He was held in Q1 2021.", "2021-01/2021-03"),
        ("He was held in spring 2021.", "2021-03/2021-05"),
        ("He was held in the summer of 2021.", "2021-06/2021-08"),
        ("He was held last winter.", "2021-12/2022-02"),
        ("The vote is due this autumn.", "2022-09/2022-11"),
        ("He was held on Tuesday this week.", "2022-04-26"),
        ("The marches of Tuesday evenings in March and April went on.", "2022-03/2022-04"),
        ("He was held on 05.03.21.", "2021-03-05"),
    ],
)
def test_worded_dates(text: str, edtf: str) -> None:
    assert dates(text) == [(edtf, "at")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He has been held since 8 January.", ("2022-01-08/..", "since")),
        ("He was held until 5 May 2020.", ("../2020-05-05", "until")),
        ("As of late March 2022, he was held.", ("2022-03~", "as-of")),
    ],
)
def test_open_ends(text: str, found: tuple[str, str]) -> None:
    assert dates(text) == [found]


def test_relative_dates_count_from_the_last_one_told() -> None:
    told = "She was held on 30 March 2022 and freed the next day. She was fined two days later."
    assert [d for d, _ in dates(told)] == ["2022-03-30", "2022-03-31", "2022-04-02"]


UPDATE = {"published": "2024-04-30", "period": "2024-01/2024-04"}
NEWS = {"published": "2024-01-30"}


@pytest.mark.parametrize(
    ("known", "text", "found"),
    [
        (UPDATE, "On 12 March he was remanded until 13 May. On 9 April he was freed.", "2024-04-09"),
        (UPDATE, "By March 2024 ten were shut, most of them in 2022. On 7 January two more were.", "2024-01-07"),
        (UPDATE, "He was held in January 2022. In March he was tried.", "2022-03"),
        (NEWS, "In December she was tried. On 17 January she was freed.", "2024-01-17"),
        (NEWS, "He was tried on 3 May last year for a tweet that had praised a march on 1 July 2020."
         " A court freed him on 11 December.", "2023-12-11"),
        (NEWS, "She was freed on 5 March 2022. She had been arrested on 8 October.", "2021-10-08"),
        (NEWS, "She was arrested on 5 March 2022. She was freed on 8 October.", "2022-10-08"),
        (NEWS, "The hearing was put off until 6 May.", "../2024-05-06"),
        (NEWS, "On 3 November 2022 a court remanded him until 6 May.", "../2023-05-06"),
        (NEWS, "On 3 January a court remanded him until 2 March. The same day he fell ill.", "2024-01-03"),
        (NEWS, "He was held on 11 January. His trial had been set for 15 January.", "2024-01-15"),
    ],
)  # fmt: skip
def test_the_year_that_a_passage_tells_of(known: dict[str, str], text: str, found: str) -> None:
    assert dates(text, **known)[-1][0] == found


@pytest.mark.parametrize(
    ("country", "text", "edtf"),
    [
        ("KE", "03/04/2021", "2021-04-03"),
        ("US", "03/04/2021", "2021-03-04"),
        ("US", "13/04/2021", "2021-04-13"),
        ("US", "03.04.2021", "2021-04-03"),
        ("ZA", "in the summer of 2021", "2021-12/2022-02"),
    ],
)
def test_the_country_decides(country: str, text: str, edtf: str) -> None:
    document = Document.of(f"He was held {text}.", published="2022-04-29", country=country)
    assert [d.edtf for d in read(parse(document), document)[0]] == [edtf]


LOG = """24.02.2022 – Troops enter.

28.02 – Appeal dismissed (the order dates from 28.12.2021). Same day: two fined.

[01/03] Paper shut. It is remanded until 12 June. Next day: freed.

14:30 – Police leave.

3 March: Total since 24.02: ten."""


def test_each_entry_of_a_log_has_its_day() -> None:
    found = [edtf for edtf, _ in dates(LOG, published="2022-04-30", period="2022-02/2022-04")]
    entries = ["2022-02-24", "2022-02-28", "2021-12-28", "2022-02-28", "2022-03-01", "../2022-06-12", "2022-03-02"]
    assert found == [*entries, "2022-03-03", "2022-02-24/.."]


@pytest.mark.parametrize("text", ["1.5 – Methods", "14:30 – Police leave.", "3.1: Figures"])
def test_numbers_of_sections_and_times_are_no_entries(text: str) -> None:
    assert dates(text) == []


def test_a_weekday_tells_the_year() -> None:
    found = dates("He was tried in 2020. He was freed on Sunday, 8 May.", published="2022-06-15")
    assert found[-1] == ("2022-05-08", "at")


def test_a_log_goes_on_into_the_next_year() -> None:
    log = "20.12.2020 – A march.\n\n03.01 – A raid.\n\nJan 5 — A fine."
    assert [edtf for edtf, _ in dates(log)] == ["2020-12-20", "2021-01-03", "2021-01-05"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The office was raided on 13 May 2021. A law passed in June. He was held on the day after the raid.",
         "2021-05-14"),
        ("The march was held on 3 May 2021. Two weeks before the march he was warned.", "2021-04-19"),
        ("He was held on 3 May 2021. The march had been banned two days before by the police.", "2021-05-01"),
        ("On 3 May 2021, two days after he was tried, he fled.", "2021-05-01"),
        ("He was held on 3 May 2021, in the week before.", "2021-04-26/2021-05-02"),
    ],
)  # fmt: skip
def test_days_before_and_after_what_was_told(text: str, found: str) -> None:
    assert dates(text)[-1][0] == found


def test_what_was_set_for_a_day_does_not_lead_on() -> None:
    told = "She was held on 3 May 2021. Her trial was set for 15 June. On the same day she fell ill."
    assert [edtf for edtf, _ in dates(told)] == ["2021-05-03", "2021-06-15", "2021-05-03"]


def test_weekdays_of_a_log_stand_about_its_entry() -> None:
    assert [edtf for edtf, _ in dates("Friday, 4 March – A raid. Freed on Saturday.")] == ["2022-03-04", "2022-03-05"]


def test_a_distance_from_something_without_a_date_is_no_date() -> None:
    assert dates("He was held on 3 May 2021. She fled two days before the verdict.") == [("2021-05-03", "at")]


def test_an_annual_report_speaks_of_its_year() -> None:
    told = "In March she was held. By the end of the year she was free. Many others fled during the year."
    assert [d for d, _ in dates(told, published="2009-05", period="2008")] == ["2008-03", "2008-12", "2008"]


@pytest.mark.parametrize(
    "text", ["Article 2001 applies.", "Resolution 1960 was adopted.", "You may go.", "2000 people came."]
)
def test_numbers_and_verbs_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_a_date_that_names_something_is_marked() -> None:
    document = Document.of("They were held over the January 2022 events.", published="2022-04-29")
    assert [d.modifier for d in read(parse(document), document)[0]] == [True]


words = st.sampled_from(
    [m.title() for m in MONTHS]
    + [
        "on",
        "in",
        "the",
        "1",
        "3",
        "14th",
        "30",
        "31",
        "2022",
        "1999",
        "to",
        "and",
        "-",
        ",",
        "early",
        "mid-",
        "late",
        "since",
        "last",
        "next",
        "year",
        "day",
        "Monday",
        "ago",
        "two",
        "days",
        "later",
        "before",
        "of",
        "eve of",
        "last day of",
        "week",
        "summer",
        "night to",
        "Q1",
        "01.03",
        "31/04",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(words, min_size=1, max_size=9))
def test_every_date_found_is_edtf(text: list[str]) -> None:
    document = Document.of("x", published="2022-04-29")
    resolver = Resolver(Frame.of(document))
    end = 0
    for worded in date_grammar.find(" ".join(text)):
        assert worded.start >= end
        end = worded.end
        resolved = resolver.resolve(worded.meaning)
        if resolved is not None:
            check(resolved.edtf)
            resolver.tell(resolved)
