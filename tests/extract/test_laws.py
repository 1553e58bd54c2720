"""The steps of laws and reforms that a report tells. Every law in these sentences is invented or of a general name."""

from functools import cache

import pytest

from civicspace.extract import dates, laws
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.model.document import Document
from civicspace.model.law import LawStep


@cache
def steps(text: str) -> list[LawStep]:
    document = Document.of(text, published="2024-06-01")
    paragraphs = parse(document)
    found, durations = dates.read(paragraphs, document)
    return laws.extract(Reading(document, paragraphs, dates=found, durations=durations))


def brief(text: str) -> list[tuple[str, str | None, str]]:
    return [(s.stage, s.date, s.title) for s in steps(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Foreign Funding Law, adopted in 2022, requires groups to register.",
         [("adopted", "2022", "Foreign Funding Law")]),
        ("The 2014 Law on Trade Unions sets out obstacles.", [("adopted", "2014", "2014 Law on Trade Unions")]),
        ("The president vetoed the bill on foreign agents in May 2023.",
         [("rejected", "2023-05", "bill on foreign agents")]),
        ("The draft law on charities was submitted to parliament in June 2022.",
         [("drafted", "2022-06", "draft law on charities")]),
        ("In 2021, parliament amended the Criminal Code to increase penalties.",
         [("amended", "2021", "Criminal Code")]),
        ("The new media law came into force on 5 May 2020.", [("in-force", "2020-05-05", "media law")]),
        ("The Digital Security Act was repealed in September 2023.",
         [("withdrawn", "2023-09", "Digital Security Act")]),
        ("On 12 June 2023 the lower house passed the Charities Bill in its first reading.",
         [("first-reading", "2023-06-12", "Charities Bill")]),
        ("A state of emergency was declared on 15 March 2020 and lifted on 11 May 2020.",
         [("in-force", "2020-03-15", "state of emergency"), ("withdrawn", "2020-05-11", "state of emergency")]),
        ("On 4 April 2023, deputies adopted in its third reading a bill that would ban rallies.",
         [("approved", "2023-04-04", "bill that would ban rallies")]),
        ("The Supreme Court declared the Assemblies Act unconstitutional in March 2020.",
         [("rejected", "2020-03", "Assemblies Act")]),
        ("The death penalty was abolished in September 2021.", [("adopted", "2021-09", "death penalty")]),
        ("The Societies Law and the Law on Public Gatherings were passed by the Senate in May 2023.",
         [("approved", "2023-05", "Societies Law"), ("approved", "2023-05", "Law on Public Gatherings")]),
    ],
)  # fmt: skip
def test_each_step_has_its_stage_and_date(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Human rights groups called on the government to repeal the Public Order Act.",
        "Parliament failed to adopt the law on domestic violence.",
        "He was arrested under the Public Safety Act.",
        "Law enforcement agencies broke international law.",
        "The law has not been adopted.",
    ],
)
def test_wishes_failures_and_mentions_are_no_steps(text: str) -> None:
    assert steps(text) == []


def test_what_is_planned_is_announced() -> None:
    assert [s.stage for s in steps("A separate regulation will be issued on housing.")] == ["announced"]


def test_each_of_the_coordinated_proposals_is_a_step() -> None:
    text = (
        "On 3 May 2023 the president proposed to introduce a mixed electoral system, "
        "to abolish quotas and to revise the media law."
    )
    assert [(s.stage, s.date, s.kind) for s in steps(text)] == [("announced", "2023-05-03", "reform")] * 3
    assert [s.evidence[0].quote for s in steps(text)] == [
        "to introduce a mixed electoral system", "to abolish quotas", "to revise the media law",
    ]  # fmt: skip


def test_a_short_name_means_the_law_named_before() -> None:
    text = (
        "In May 2023 parliament debated the draft law on foreign funding. "
        "The bill was signed by the president in July 2023."
    )
    assert {s.title for s in steps(text)} == {"draft law on foreign funding"}
    assert [(s.stage, s.date) for s in steps(text)] == [("drafted", "2023-05"), ("signed", "2023-07")]


def test_a_step_told_twice_is_one_step_with_two_quotes() -> None:
    text = (
        "The law on foreign funding was adopted in 2023.\n\n"
        "On 4 July 2023, parliament adopted the law on foreign funding."
    )
    (step,) = steps(text)
    assert step.date == "2023-07-04"
    assert len(step.evidence) == 2


def test_amendments_without_a_name_belong_to_the_law_of_their_sentence() -> None:
    text = "The 2014 Law on Trade Unions remains strict, despite some amendments adopted in 2020."
    assert {(s.stage, s.date) for s in steps(text)} == {("adopted", "2014"), ("amended", "2020")}


def test_evidence_is_the_reports_own_words() -> None:
    text = "Background.\n\nIn 2021 the Senate   rejected the Press Bill.\n"
    (step,) = steps(text)
    assert all(text[q.start : q.end] == q.quote for q in step.evidence)
