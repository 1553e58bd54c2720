"""Sanctions and what an offence carries, as courts and reports word them."""

from functools import cache

import pytest

from civicspace.extract import money, penalties
from civicspace.extract.parse import parse
from civicspace.model.document import Document
from civicspace.model.event import Penalty


@cache
def read(text: str, country: str | None = None) -> list[Penalty]:
    return [m.penalty for p in parse(Document.of(text)) for m in penalties.find(p, country=country)]


def brief(text: str) -> list[tuple[str, str | None]]:
    return [(p.kind, p.duration) for p in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was sentenced to two and a half years in prison.", [("imprisonment", "P2Y6M")]),
        ("They were jailed for 30 months.", [("imprisonment", "P30M")]),
        ("She was given seven years and eight months' imprisonment.", [("imprisonment", "P7Y8M")]),
        ("The two were sentenced to eight and 13 years' imprisonment respectively.",
         [("imprisonment", "P8Y"), ("imprisonment", "P13Y")]),
        ("A judge sentenced him to 15 days in jail.", [("detention", "P15D")]),
        ("Four were given terms of administrative detention ranging from five to 15 days.",
         [("detention", "P5D/P15D")]),
        ("She received a three-year suspended sentence.", [("suspended", "P3Y")]),
        ("He was sentenced to 18 months in prison, suspended for three years.", [("suspended", "P18M")]),
        ("He got two years of restricted freedom.", [("probation", "P2Y")]),
        ("They were sentenced to five years in a penal colony.", [("imprisonment", "P5Y")]),
        ("Prison terms ranged widely; he was given 100 lashes and a one-year jail term.",
         [("imprisonment", None), ("corporal", None), ("imprisonment", "P1Y")]),
        ("The court sentenced the farmer to death.", [("death", None)]),
        ("His sentence was commuted to life imprisonment.", [("imprisonment", None)]),
        ("Thirty people were given warnings and 12 were fined.", [("warning", None), ("fine", None)]),
        ("The officers received disciplinary sanctions.", [("disciplinary", None)]),
        ("She was banned from leaving the country for two years.", [("ban", "P2Y")]),
        ("A court ordered his pre-trial detention for two months.", [("detention", "P2M")]),
    ],
)  # fmt: skip
def test_kind_and_length(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She has campaigned for ten years.",
        "The line was fine and the talks went on for two days.",
        "Parliament discussed a moratorium on the death penalty.",
        "The 23-year-old student was absent.",
    ],
)
def test_no_sanction_is_told(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("The offence carries a penalty of up to eight years in prison.", True),
        ("They could face up to five years in prison.", True),
        ("If convicted, he could be sentenced to three years in prison.", True),
        ("The charge is punishable by up to ten years' imprisonment.", True),
        ("Four were sentenced to up to 16 years in prison.", None),
        ("He was sentenced to five years in prison.", None),
    ],
)
def test_what_is_only_possible_is_marked(text: str, possible: bool | None) -> None:
    assert [p.max for p in read(text)] == [possible]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("He was fined 500 euros.", None, (500, "EUR")),
        ("She was ordered to pay a fine of 3,000 ringgit (US$800).", "MY", (3000, "MYR")),
        ("The court fined her 50,000 roubles.", "RU", (50000, "RUB")),
        ("The court fined her 300 roubles.", "BY", (300, "BYN")),
        ("He paid a fine of 200,000 pesos.", "CO", (200000, "COP")),
        ("He paid a fine of 200,000 pesos.", None, (200000, None)),
        ("He was fined 500 Egyptian pounds.", None, (500, "EGP")),
    ],
)
def test_fines_have_an_amount_in_the_money_of_the_country(
    text: str, country: str | None, expected: tuple[float, str | None]
) -> None:
    assert [(p.amount, p.currency) for p in read(text, country)] == [expected]


def test_millions_of_money() -> None:
    (sum_,) = money.find("a fine of 1.5 million tenge")
    assert (sum_.amount, sum_.currency) == (1_500_000, "KZT")
