"""The last state of liberty, folded from events and the words of their evidence. The person is invented."""

from typing import Any

import pytest

from civicspace.extract.custody import fold
from civicspace.extract.custody_terms import add_duration, until
from civicspace.model.custody import Custody
from civicspace.model.document import Document
from civicspace.model.entity import Entity
from civicspace.model.event import Event
from civicspace.model.quote import Quote, Span


def state(*events: dict[str, Any], words: str = "It happened.") -> Custody | None:
    """Custody of ``n1`` after events told in this order, a paragraph each, in ``words`` or its own."""
    told_in = [str(slots.get("words", words)) for slots in events]
    text = "\n\n".join(told_in)
    document = Document.of(text, published="2022-04-29", period="2022-02/2022-04")
    told = []
    start = 0
    for number, (slots, said) in enumerate(zip(events, told_in, strict=True)):
        given = {"id": f"e{number + 1}", "who": ("n1",), "confidence": 0.9, "evidence": (quote(text, start, said),)}
        told.append(Event.model_validate(given | {key: value for key, value in slots.items() if key != "words"}))
        start += len(said) + 2
    return next(iter(fold(told, people=[Entity(id="n1", kind="person", name="Asel Bekova")], document=document)), None)


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


JAILED = {"type": "conviction", "date": "2022-03-14", "penalty": {"kind": "imprisonment"}}


@pytest.mark.parametrize(
    ("events", "status"),
    [
        # What an event is called says less than its words.
        ([{"type": "detention", "words": "She spent three months in prison in 2019."}], "released"),
        ([{"type": "detention", "words": "She has been behind bars since 1999."}], "imprisoned"),
        ([{"type": "detention", "words": "She was arrested to serve a sentence of a year."}], "imprisoned"),
        ([{"type": "charge", "words": "Charged with fraud, she was remanded in custody."}], "pretrial-detention"),
        ([{"type": "charge", "words": "The charges came when she was abroad."}], "free"),
        ([{"type": "summons", "words": "She was questioned and let go."}], "released"),
        ([JAILED | {"words": "She was sentenced in absentia."}], "free"),
        ([{"type": "conviction", "words": "She was given eight years."}], "imprisoned"),
        ([{"type": "detention"}, {"type": "conviction", "words": "A court found her guilty."}], "imprisoned"),
        ([JAILED, {"type": "release", "words": "She was let out for a day."}], "imprisoned"),
        ([{"type": "restriction", "words": "A court put her in a psychiatric hospital."}], "detained"),
        # A restraint of movement binds those who are free, and ends custody only where it takes its place.
        ([{"type": "release"}, {"type": "restriction", "words": "She may not leave the country."}], "restricted"),
        ([{"type": "release"}, {"type": "restriction", "words": "She lost her seat in parliament."}], "released"),
        ([{"type": "detention"}, {"type": "restriction", "words": "She was put under a travel ban."}], "detained"),
        ([{"type": "detention"}, {"type": "restriction", "words": "She was freed under a travel ban."}], "restricted"),
        # Further sentences do not open the prison.
        ([JAILED, JAILED | {"date": "2022-04-01", "penalty": {"kind": "fine"}}], "imprisoned"),
        ([JAILED, {"type": "case-closed", "date": "2022-03-14", "words": "She was acquitted of one."}], "imprisoned"),
        ([JAILED, {"type": "disappearance", "date": "2022-04-01"}], "imprisoned"),
        ([JAILED, {"type": "appeal", "words": "The court overturned her acquittal."}], "imprisoned"),
        ([JAILED, JAILED | {"type": "appeal", "words": "The court quashed a term of a year."}], "free"),
        ([JAILED, JAILED | {"type": "appeal", "words": "The court set it aside and sentenced her."}], "imprisoned"),
        ([JAILED | {"words": "Sentenced to a year, she remains at liberty."}], "free"),
        ([JAILED, {"type": "release", "words": "She should have been freed in May."}], "imprisoned"),
        ([JAILED, {"type": "house-arrest", "words": "She was moved from house arrest."}], "imprisoned"),
        ([JAILED | {"penalty": {"kind": "probation"}}, {"type": "release", "date": "2022-03-14"}], "restricted"),
        ([{"type": "torture"}, {"type": "killing", "words": "She was found dead."}], "deceased"),
        ([{"type": "detention", "date": "2022-03-14"}, {"type": "trial", "date": "2022-04-01"}], "pretrial-detention"),
        ([{"type": "case-closed", "words": "A court acquitted her."}], "free"),
        (
            [JAILED, {"type": "case-closed", "date": "2022-04-01", "words": "They set aside her acquittal."}],
            "imprisoned",
        ),
        ([{"type": "conviction", "penalty": {"kind": "detention", "duration": "P4Y"}}], "imprisoned"),
        ([{"type": "conviction", "penalty": {"kind": "detention", "duration": "P9D"}}], "detained"),
        ([{"type": "killing", "words": "She was killed in custody."}], "deceased"),
    ],
)
def test_the_words_of_the_evidence_count(events: list[dict[str, Any]], status: str) -> None:
    found = state(*events)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    "events",
    [
        [{"type": "killing", "words": "She was shot dead in the street."}],
        [{"type": "case-closed", "words": "The inquiry was shelved."}],
        [{"type": "restriction", "words": "She lost her seat in parliament."}],
        [{"type": "conviction", "penalty": {"kind": "corporal"}}],
        [{"type": "conviction", "words": "A court found her guilty."}],
        [{"type": "official-penalised", "penalty": {"kind": "fine"}}],
        [{"type": "summons"}],
    ],
)
def test_who_was_never_held_has_no_state(events: list[dict[str, Any]]) -> None:
    assert state(*events) is None


def test_a_day_after_the_publication_does_not_decide() -> None:
    found = state({"type": "detention", "date": "2023-03-14"}, {"type": "release", "date": "2022-03-16"})
    assert found is not None
    assert found.status == "released"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Asel Bekova is serving a sentence of six years.", "imprisoned"),
        ("Asel Bekova, a lawyer from Osh, is still in prison.", "imprisoned"),
        ("Asel Bekova remains in pre-trial detention.", "pretrial-detention"),
        ("Asel Bekova, who left the country in May, spoke to us.", "free"),
        ("Asel Bekova is serving as a judge.", None),
        ("Asel Bekova wrote that Sun Li is still in prison.", None),
        ("Asel Bekova spoke. Her brother is in prison.", None),
        ("Asel Bekova was detained.", None),  # an arrest, not a state that lasts
    ],
)
def test_a_sentence_tells_where_somebody_is(text: str, status: str | None) -> None:
    people = [
        Entity(id=f"n{number}", kind="person", name=name, mentions=(Span(start=at, end=at + len(name)),))
        for number, name in enumerate(("Asel Bekova", "Sun Li"))
        if (at := text.find(name)) >= 0
    ]
    found = {c.person: c.status for c in fold([], people=people, document=Document.of(text))}
    assert found.get("n0") == status


@pytest.mark.parametrize(
    ("slots", "end"),
    [
        ({"words": "A court remanded her until 13th May."}, "2022-05-13"),
        ({"words": "Her remand was extended until February 3, 2023."}, "2023-02-03"),
        ({"words": "Her remand was extended until February."}, "2023-02~"),
        ({"words": "She is barred from travel until 2035.", "type": "restriction"}, "2035~"),
        ({"words": "She was held until 31 February."}, None),
        ({"penalty": {"kind": "detention", "duration": "P2M"}}, "2022-05-14"),
        # When a sentence of years ends is not known to the day.
        ({"penalty": {"kind": "imprisonment", "duration": "P5Y"}, "type": "conviction"}, "2027-03~"),
        ({"penalty": {"kind": "detention", "duration": "P15D"}, "type": "conviction"}, "2022-03-29"),
    ],
)
def test_until(slots: dict[str, Any], end: str | None) -> None:
    words = str(slots.get("words", "It happened."))
    given = {"id": "e1", "type": "pretrial-detention", "date": "2022-03-14", "confidence": 0.9}
    given |= {key: value for key, value in slots.items() if key != "words"}
    event = Event.model_validate(given | {"evidence": (quote(words, 0, words),)})
    assert until(event, "detained") == end
    assert until(event, "released") is None


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
