"""What a report says of itself: dates, period, publishers, country, language, freedoms of headings."""

import pytest

from civicspace.ingest import read_bytes
from civicspace.ingest.daytext import date_line, find_day
from civicspace.ingest.headings import freedoms_of
from civicspace.ingest.nation import find_country
from civicspace.ingest.period import find_period
from civicspace.ingest.publishers import find_publishers
from civicspace.ingest.tongue import find_language


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("29.04.2022", "2022-04-29"),
        ("Published: 3 May 2024", "2024-05-03"),
        ("Friday, May 3rd, 2024 10:15 GMT", "2024-05-03"),
        ("2024-05-03T10:15:00+02:00", "2024-05-03"),
        ("Last updated on 1 of March 2021", "2021-03-01"),
        ("March 2021", "2021-03"),
        ("25/12/2023", "2023-12-25"),
        ("12/25/2023", "2023-12-25"),
        ("04/05/2023", "2023"),
        ("31.02.2023", None),
        ("On 3 May 2024 he was detained", None),
        ("Chapter 3", None),
    ],
)
def test_a_line_that_is_a_date(line: str, day: str | None) -> None:
    assert date_line(line) == day


def test_the_first_date_of_a_text_is_found_where_it_stands() -> None:
    assert find_day("held on 3 May 2024 and 4 May 2024") == ("2024-05-03", 8, 18)


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("This is an update on developments in Freedonia from February to March 2022.", "2022-02/2022-03"),
        ("This report covers the period between 1 May and 30 June 2023.", "2023-05-01/2023-06-30"),
        ("This update covers developments in Freedonia from 15th November 2021 to 20 January 2022.",
         "2021-11-15/2022-01-20"),
        ("This digest covers events from December to January 2023.", "2022-12/2023-01"),
        ("The reporting period: January–March 2024.", "2024-01/2024-03"),
        ("This bulletin covers the most important cases in January 2022.", "2022-01"),
        ("This chapter covers events of 2012.", "2012"),
        ("This report covers the years 2019-2020.", None),
        ("Annual report 2012", "2012"),
        ("The activist was detained from February to March 2022.", None),
        ("After a period of house arrest he was released in January 2006.", None),
        ("Police detained forty people in 2012.", None),
    ],
)  # fmt: skip
def test_the_period_is_what_the_report_says_that_it_covers(sentence: str, period: str | None) -> None:
    assert find_period(None, [sentence]) == period


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Freedonia: country update, May-June 2023", "2023-05/2023-06"),
        ("Monthly review: January 2022", "2022-01"),
        ("Freedonia: fallout from January 2022 events", None),
        ("Freedonia: statement of 3 May 2021", None),
    ],
)
def test_the_period_in_a_title(title: str, period: str | None) -> None:
    assert find_period(title, []) == period


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("It has been prepared by International Partners for Rights (IPR) and Bureau for Human Rights and Rule of Law "
         "(BHR) as part of their cooperation.", 
         ("International Partners for Rights", "Bureau for Human Rights and Rule of Law")),
        ("This report was prepared by Open Streets and the Freedonian Union.", ("Open Streets", "Freedonian Union")),
        ("Published by Bureau for Human Rights and Rule of Law.", ("Bureau for Human Rights and Rule of Law",)),
        ("The draft law was prepared by the Ministry of Justice.", ()),
        ("© 2021 Civic Observer", ("Civic Observer",)),
        ("He said that nobody had been warned.", ()),
    ],
)  # fmt: skip
def test_publishers(sentence: str, names: tuple[str, ...]) -> None:
    assert find_publishers([sentence], claimed=[], aside=[]) == names


@pytest.mark.parametrize(
    ("title", "text", "country"),
    [
        ("Kyrgyzstan: court rules", "Russia and Russia again, in Moscow, Russia.", "KG"),
        (None, "In Dhaka, students marched. In Chittagong, police fired at a crowd.", "BD"),
        (None, "The Kazakh authorities detained activists in Almaty.", "KZ"),
        (None, "Nobody and nothing is named.", None),
        (None, "France and Germany", None),
    ],
)
def test_country(title: str | None, text: str, country: str | None) -> None:
    assert find_country(title, text) == country


@pytest.mark.parametrize(
    ("text", "claimed", "language"),
    [
        (
            "Police detained the activist in the main square and took him to a station for questioning. " * 3,
            ["fr"],
            "en",
        ),
        ("La police a arrêté les militants qui s'étaient rassemblés devant le tribunal de la capitale. " * 3, [], "fr"),
        ("Полиция задержала активистов, собравшихся у здания суда в центре города. " * 3, [], "ru"),
        ("Detained", ["es-MX"], "es"),
        ("No", [], "en"),
    ],
)
def test_language(text: str, claimed: list[str], language: str) -> None:
    assert find_language(text, claimed) == language


@pytest.mark.parametrize(
    ("heading", "freedoms"),
    [
        ("Peaceful Assembly", ("peaceful-assembly",)),
        ("Freedom of assembly", ("peaceful-assembly",)),
        ("3. Freedom of Association", ("association",)),
        ("Restrictions on freedom of expression", ("expression",)),
        ("Freedom of expression – journalists", ("expression",)),
        ("Freedom of expression, association and assembly", ("peaceful-assembly", "association", "expression")),
        ("Death penalty", ()),
        ("The bar association in court", ()),
    ],
)
def test_freedoms_that_a_heading_names(heading: str, freedoms: tuple[str, ...]) -> None:
    assert set(freedoms_of(heading)) == set(freedoms)


LONG = "The court heard the case behind closed doors and gave no reasons for its decision."


def test_a_freedom_ends_at_the_next_heading_where_it_had_no_headings_below() -> None:
    text = f"Freedonia\n\nFreedom of expression\n\n{LONG}\n\nDeath penalty\n\n{LONG}\n"
    assert [s.freedom for s in read_bytes(text.encode()).sections] == [None, "expression", None]


def test_a_freedom_holds_for_the_headings_below_it_until_the_recommendations() -> None:
    text = f"Freedonia\n\nExpression\n\nA blogger on trial\n\n{LONG}\n\nRadio closed\n\n{LONG}\n\n"
    text += f"Recommendations\n\n{LONG}\n"
    assert [(s.level, s.freedom) for s in read_bytes(text.encode()).sections] == [
        (0, None),
        (1, "expression"),
        (2, "expression"),
        (2, "expression"),
        (1, None),
    ]


def test_a_heading_of_three_freedoms_names_none_of_them() -> None:
    text = f"Freedonia\n\nFreedom of expression, association and assembly\n\n{LONG}\n\nImpunity\n\n{LONG}\n"
    assert [s.freedom for s in read_bytes(text.encode()).sections] == [None, None, None]
