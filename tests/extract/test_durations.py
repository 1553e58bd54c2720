"""Lengths of time as reports word them. The sentences are invented."""

import pytest

from civicspace.extract import durations


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 days' detention", "P15D"),
        ("a 15-day term", "P15D"),
        ("five to 15 days", "P5D/P15D"),
        ("between three and five years", "P3Y/P5Y"),
        ("six months to two years", "P6M/P2Y"),
        ("two-and-a-half years", "P2Y6M"),
        ("7.5 years in prison", "P7Y6M"),
        ("for half a year", "P6M"),
        ("for a year and a half", "P1Y6M"),
        ("seven years and eight months in prison", "P7Y8M"),
        ("held for 48 hours", "PT48H"),
        ("questioned for 90 minutes", "PT90M"),
        ("ten working days", "P10D"),
        ("suspended for a month", "P1M"),
        ("sentenced in 2011 to 11 years", "P11Y"),
    ],
)
def test_lengths(text: str, iso: str) -> None:
    assert [length.duration for length in durations.find(text)] == [iso]


def test_a_list_gives_each_its_own() -> None:
    (length,) = durations.find("They were sentenced to eight and 13 years respectively.")
    assert (length.duration, *length.others) == ("P8Y", "P13Y")


@pytest.mark.parametrize("text", ["a 22-year-old man", "two days later", "aged 15 years", "visitors a month"])
def test_ages_distances_and_rates_are_no_lengths(text: str) -> None:
    assert durations.find(text) == []


def test_a_court_gives_a_year() -> None:
    assert [length.duration for length in durations.every("handed a year in prison")] == ["P1Y"]


def test_a_length_far_from_the_start_is_found() -> None:
    assert [length.start for length in durations.find("word " * 100 + "for 15 days")] == [504]
