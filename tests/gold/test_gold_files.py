"""The annotated reports keep to gold/GUIDELINES.md: quotes verbatim, dates EDTF, known words, names declared."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from civicspace.model import edtf

GOLD = Path(__file__).parents[2] / "gold"
NAMES = sorted(path.stem for path in GOLD.glob("*.json"))
GUIDELINES = (GOLD / "GUIDELINES.md").read_text(encoding="utf-8")

STAGES = {
    "announced",
    "drafted",
    "first-reading",
    "second-reading",
    "amended",
    "approved",
    "signed",
    "adopted",
    "in-force",
    "rejected",
    "withdrawn",
}
CUSTODY = {"free", "detained", "pretrial-detention", "house-arrest", "restricted", "imprisoned", "released", "deceased"}
PENALTIES = {
    "imprisonment",
    "death",
    "corporal",
    "suspended",
    "probation",
    "detention",
    "fine",
    "warning",
    "ban",
    "disciplinary",
}
QUALIFIERS = {"exact", "approximately", "at-least", "at-most", "between"}
STATUSES = {"reported", "alleged", "planned", "denied"}
NEED_NOBODY = {
    "assembly-refused",
    "assembly-allowed",
    "assembly-prevented",
    "assembly-dispersed",
    "registration-refused",
    "organisation-restricted",
    "censorship",
    "internet-disruption",
}


def event_types() -> set[str]:
    """The first column of the tables under "Types" in the guidelines."""
    rows = GUIDELINES.split("### Types")[1].split("## Figures")[0].splitlines()
    return {row.split("`")[1] for row in rows if row.startswith("| `")}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.fixture
def text(name: str) -> str:
    return (GOLD / f"{name}.txt").read_text(encoding="utf-8")


def dates(gold: dict[str, Any]) -> Iterator[str]:
    yield from (gold[key] for key in ("published", "period") if key in gold)
    yield from (event["date"] for event in gold["events"] if "date" in event)
    yield from (law["date"] for law in gold["laws"] if "date" in law)
    yield from (item["as_of"] for item in gold["figures"] + gold["custody"] if "as_of" in item)
    yield from (item["until"] for item in gold["custody"] if "until" in item)


def test_there_are_reports_from_fourteen_countries_at_least() -> None:
    countries = {json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))["country"] for name in NAMES}
    assert len(countries) >= 14


def test_guidelines_and_codebook_have_the_same_types() -> None:
    codebook = Path(edtf.__file__).with_name("codebook") / "event_types.toml"
    assert event_types() == set(tomllib.loads(codebook.read_text(encoding="utf-8")))


def test_each_report_is_in_one_half_of_the_split() -> None:
    split = tomllib.loads((GOLD / "split.toml").read_text(encoding="utf-8"))
    assert sorted(split["dev"] + split["held-out"]) == NAMES
    assert len(split["dev"]) >= len(split["held-out"]) >= 9


def test_each_report_has_its_sources(name: str) -> None:
    assert f"`{name}`" in (GOLD / "README.md").read_text(encoding="utf-8")


def test_quotes_stand_in_the_report(gold: dict[str, Any], text: str) -> None:
    lines = text.splitlines()
    for item in gold["events"] + gold["figures"] + gold["laws"]:
        assert any(item["quote"] in line for line in lines), item["quote"]
        assert len(item["quote"]) <= 300, item["quote"]


def test_dates_are_edtf_and_days_exist(gold: dict[str, Any]) -> None:
    for date in dates(gold):
        assert edtf.check(date) == date


def test_events_use_known_words(gold: dict[str, Any]) -> None:
    known = event_types()
    for event in gold["events"]:
        assert event["type"] in known
        assert event["status"] in STATUSES
        assert event.get("penalty", {"kind": "fine"})["kind"] in PENALTIES
        assert event.get("group", {}).get("qualifier", "exact") in QUALIFIERS


def test_events_happen_to_somebody(gold: dict[str, Any]) -> None:
    for event in gold["events"]:
        assert event.get("who") or "group" in event or event["type"] in NEED_NOBODY, event["quote"]


def test_counts_fit_their_qualifier(gold: dict[str, Any]) -> None:
    counts = [event["group"] for event in gold["events"] if "qualifier" in event.get("group", {})] + gold["figures"]
    for count in counts:
        low, high = count.get("min"), count.get("max")
        fits = {
            "exact": low is not None and low == high,
            "approximately": low is not None and low == high,
            "at-least": low is not None and high is None,
            "at-most": low is None and high is not None,
            "between": low is not None and high is not None and low < high,
        }
        assert fits[count["qualifier"]], count


def test_group_words_stand_in_the_report(gold: dict[str, Any], text: str) -> None:
    for event in gold["events"]:
        assert event.get("group", {}).get("words", "") in text


def test_law_stages_and_custody_states_are_known(gold: dict[str, Any]) -> None:
    assert {law["stage"] for law in gold["laws"]} <= STAGES
    assert {state["status"] for state in gold["custody"]} <= CUSTODY


def test_people_are_named_in_the_report_once(gold: dict[str, Any], text: str) -> None:
    people = [person["name"] for person in gold["people"]]
    assert len(people) == len(set(people))
    assert [person for person in people if person not in text] == []


def test_whoever_acts_or_suffers_is_a_declared_person_or_organisation(gold: dict[str, Any], text: str) -> None:
    people, organisations = {person["name"] for person in gold["people"]}, set(gold["organisations"])
    who = {one for event in gold["events"] for one in event.get("who", ())}
    assert not people & organisations
    assert who - people == organisations
    assert [one for one in sorted(organisations) if one not in text] == []


def test_custody_is_of_people_and_once(gold: dict[str, Any]) -> None:
    held = [state["person"] for state in gold["custody"]]
    assert set(held) <= {person["name"] for person in gold["people"]}
    assert len(held) == len(set(held))


def test_no_event_is_entered_twice(gold: dict[str, Any]) -> None:
    seen = [json.dumps({k: e.get(k) for k in ("type", "who", "date", "quote")}) for e in gold["events"]]
    assert len(seen) == len(set(seen))
