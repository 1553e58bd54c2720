"""Laws as reports of many countries tell them (``law_tellings.toml``): how many of their steps are read right."""

import tomllib
from pathlib import Path

import pytest

from civicspace.extract import dates, laws
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.model.document import Document
from civicspace.model.law import LawStep

TABLE = tomllib.loads(Path(__file__).with_name("law_tellings.toml").read_text(encoding="utf-8"))
RECALL, PRECISION, DATED = 0.88, 0.93, 0.92  # measured on 152 steps: 0.914, 0.972, 0.950


def steps(text: str) -> list[LawStep]:
    document = Document.of(text, published="2024-06-01")
    paragraphs = parse(document)
    found, durations = dates.read(paragraphs, document)
    return laws.extract(Reading(document, paragraphs, dates=found, durations=durations))


def right(text: str, expected: list[list[str]]) -> tuple[int, int, int]:
    """How many of the expected steps are found, how many of these with their date, and how many steps are told."""
    rest = [(s.stage, s.date or "", s.title.lower()) for s in steps(text)]
    told, found, dated = len(rest), 0, 0
    for stage, date, words in expected:
        alike = [one for one in rest if one[0] == stage and words.lower() in one[2]]
        alike.sort(key=lambda one: one[1] != date)
        if alike:
            rest.remove(alike[0])
            found, dated = found + 1, dated + (alike[0][1] == date)
    return found, dated, told


def test_most_steps_are_found_with_their_dates_and_few_are_made_up() -> None:
    rows = [right(row["text"], row["steps"]) for row in TABLE["telling"]]
    found, dated, told = (sum(column) for column in zip(*rows, strict=True))
    assert found >= RECALL * sum(len(row["steps"]) for row in TABLE["telling"])
    assert found >= PRECISION * told
    assert dated >= DATED * found


@pytest.mark.parametrize("text", TABLE["untold"]["texts"])
def test_what_is_wished_applied_or_no_law_is_no_step(text: str) -> None:
    assert steps(text) == []
