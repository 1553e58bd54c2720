"""Counts as reports word them. The sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicspace.extract.number_words import value
from civicspace.extract.numbers import find
from civicspace.extract.parse import parse
from civicspace.model.document import Document


def counts(text: str) -> list[tuple[int | None, int | None, str]]:
    return [(q.min, q.max, q.qualifier) for p in parse(Document.of(text)) for q in find(p)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Over 200 people were killed.", (200, None, "at-least")),
        ("No fewer than 3,547 suspects were held.", (3547, None, "at-least")),
        ("Up to 1,200 refugees were returned.", (None, 1200, "at-most")),
        ("About a dozen people came.", (12, 12, "approximately")),
        ("Dozens of students were held.", (24, None, "at-least")),
        ("Several hundred workers went home.", (200, None, "at-least")),
        ("Tens of thousands of people marched.", (20000, None, "at-least")),
        ("Between five and ten men were held.", (5, 10, "between")),
        ("Sixty-three prisoners were freed.", (63, 63, "exact")),
        ("The dead exceed 80 people.", (80, None, "at-least")),
        ("One million people were held.", (10**6, 10**6, "exact")),
    ],
)
def test_counts(text: str, count: tuple[int | None, int | None, str]) -> None:
    assert counts(text) == [count]


@pytest.mark.parametrize(
    "text",
    [
        "He was charged under article 174.",
        "The fine was $500.",
        "Turnout was 40 per cent.",
        "She was held for 15 days.",
        "She was held on 14 March 2022.",
        "The 22-year-old student was held.",
        "Call 112 for help.",
        "The blogger, then 60, was held.",
        "He got five years in prison, two of them suspended.",
        "It sank 47 nautical miles off the coast.",
        "He was sentenced to 16 years and his brother to 29.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert counts(text) == []


def test_a_number_without_a_noun_takes_the_one_before() -> None:
    (paragraph,) = parse(Document.of("Over 4,000 people were injured and over 200 killed."))
    assert [paragraph.doc[q.noun].text for q in find(paragraph) if q.noun is not None] == ["people", "people"]


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_mean_themselves(number: int) -> None:
    assert value(f"{number:,}") == value(str(number)) == number
