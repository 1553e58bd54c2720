"""Slots in plain English."""

import pytest

from civicspace.cli import words
from civicspace.model.amount import Group
from civicspace.model.event import Charge, Penalty


@pytest.mark.parametrize(
    ("iso", "english"),
    [
        ("P15D", "15 days"),
        ("P1Y", "1 year"),
        ("P2Y6M", "2 years, 6 months"),
        ("P3W", "3 weeks"),
        ("PT48H", "48 hours"),
        ("life", "life"),
    ],
)
def test_duration(iso: str, english: str) -> None:
    assert words.duration(iso) == english


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "english"),
    [
        (200, None, "at-least", "at least 200"),
        (None, 50, "at-most", "at most 50"),
        (10000, 10000, "approximately", "around 10,000"),
        (5, 10, "between", "between 5 and 10"),
        (7, 7, "exact", "7"),
        (None, None, None, ""),
    ],
)
def test_amount(low: int | None, high: int | None, qualifier: str | None, english: str) -> None:
    assert words.amount(Group.model_validate({"min": low, "max": high, "qualifier": qualifier})) == english


@pytest.mark.parametrize(
    ("vocabulary", "key", "english"),
    [
        ("event_types", "pretrial-detention", "pre-trial detention"),
        ("law_stages", "in-force", "in force"),
        ("custody_states", "free", "at liberty"),
    ],
)
def test_keys_are_shown_by_the_codebook_s_names(vocabulary: str, key: str, english: str) -> None:
    assert words.label(vocabulary, key) == english


def test_charge_and_penalty() -> None:
    assert (
        words.charge(Charge(article="274", code="Criminal Code", offence="rumours"))
        == "article 274, Criminal Code: rumours"
    )
    assert words.charge(Charge(offence="rumours")) == "rumours"
    assert words.penalty(Penalty(kind="fine", amount=500, currency="EUR")) == "fine, 500 EUR"
    assert words.penalty(Penalty(kind="imprisonment", duration="P5Y", max=True)) == "up to imprisonment, 5 years"
