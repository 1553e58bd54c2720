"""The last state of liberty, folded from events alone: no words are parsed here. The person is invented."""

from typing import Any

import pytest

from civicspace.extract.custody import add_duration, fold
from civicspace.model.custody import Custody
from civicspace.model.document import Document
from civicspace.model.event import Event
from civicspace.model.quote import Quote


def state(*events: dict[str, Any], words: str = "It happened.") -> Custody | None:
    """Custody of ``n1`` after events told in this order, a paragraph each; ``words`` are what each says."""
    text = "\n\n".join([words] * len(events))
    document = Document.of(text, published="2022-04-29", period="2022-02/2022-04")
    told = []
    for number, slots in enumerate(events):
        start = number * (len(words) + 2)
        given = {"id": f"e{number + 1}", "who": ("n1",), "confidence": 0.9, "evidence": (quote(text, start, words),)}
        told.append(Event.model_validate(given | slots))
    return next(iter(fold(told, people=["n1"], document=document)), None)


def quote(text: str, start: int, words: str) -> Quote:
    return Quote.of(text, start, start + len(words))


@pytest.mark.parametrize(
    ("events", "status", "as_of"),
    [
        ([{"type": "detention", "date": "2022-03-14"}], "detained", "2022-03-14"),
        (
            [{"type": "detention", "date": "2022-03-14"}, {"type": "release", "date": "2022-03-16"}],
            "released",
            "2022-03-16",
        ),
        (  # told backwards: the days decide
            [{"type": "release", "date": "2022-03-16"}, {"type": "detention", "date": "2022-03-14"}],
            "released",
            "2022-03-16",
        ),
        (
            [{"type": "detention", "date": "2022-03-14"}, {"type": "pretrial-detention", "date": "2022-03-16"}],
            "pretrial-detention",
            "2022-03-16",
        ),
        ([{"type": "house-arrest", "date": "2022-03-16"}], "house-arrest", "2022-03-16"),
        (
            [{"type": "conviction", "date": "2022-04-01", "penalty": {"kind": "imprisonment", "duration": "P5Y"}}],
            "imprisoned",
            "2022-04-01",
        ),
        ([{"type": "conviction", "date": "2022-04-01", "penalty": {"kind": "fine"}}], "free", "2022-04-01"),
        ([{"type": "conviction", "date": "2022-04-01", "penalty": {"kind": "probation"}}], "restricted", "2022-04-01"),
        (
            [{"type": "detention", "date": "2022-03-14"}, {"type": "death-in-custody", "date": "2022-03-20"}],
            "deceased",
            "2022-03-20",
        ),
    ],
)
def test_the_last_step_tells_the_state(events: list[dict[str, Any]], status: str, as_of: str) -> None:
    found = state(*events)
    assert found is not None
    assert (found.status, found.as_of) == (status, as_of)


@pytest.mark.parametrize(
    "events",
    [
        [{"type": "statement"}],
        [{"type": "trial", "date": "2022-04-01"}],
        [{"type": "detention", "date": "2022-05-01", "status": "planned"}],
        [{"type": "detention", "date": "2022-03-01", "status": "denied"}],
        [{"type": "detention", "date": "2022-03-01", "confidence": 0.2}],
        [{"type": "detention", "date": "2022-03-01", "who": ("n2",)}],
    ],
)
def test_what_says_nothing_about_liberty(events: list[dict[str, Any]]) -> None:
    assert state(*events) is None


def test_a_term_of_days_ends_when_it_has_run() -> None:
    penalty = {"kind": "detention", "duration": "P15D"}
    found = state({"type": "administrative-penalty", "date": "2022-03-14", "penalty": penalty})
    assert found is not None
    assert (found.status, found.until) == ("detained", "2022-03-29")


def test_a_brief_detention_is_over() -> None:
    found = state({"type": "detention", "date": "2022-03-14"}, words="She was held for several hours.")
    assert found is not None
    assert found.status == "released"


@pytest.mark.parametrize(
    ("words", "status"), [("The court upheld it.", "imprisoned"), ("The court quashed it.", "free")]
)
def test_an_appeal_changes_the_state_only_where_it_overturns(words: str, status: str) -> None:
    verdict = {"type": "conviction", "date": "2022-03-14", "penalty": {"kind": "imprisonment"}}
    found = state(verdict, {"type": "appeal", "date": "2022-04-14"}, words=words)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2022-03-14", "P2M", "2022-05-14"),
        ("2022-01-31", "P1M", "2022-02-28"),
        ("2021-12-20", "P15D", "2022-01-04"),
        ("2022-03", "P2M", "2022-05~"),
        ("2022", "P3Y", "2025~"),
        ("2022-03", "P15D", None),  # a month and 15 days is no day
        ("2022-03-14/2022-03-16", "P1D", "2022-03-15"),
        ("../2022-03-14", "P1D", None),
    ],
)
def test_the_end_of_a_term(start: str, length: str, end: str | None) -> None:
    assert add_duration(start, length) == end
