"""What counts as found, item by item, and the figures that follow."""

from typing import Any

import pytest

import factory
from civicspace.quality.gold import Gold
from civicspace.quality.score import Score
from civicspace.quality.table import lines, miss_line

SENTENCED = "A court sentenced Aliya Sample to 15 days of detention"
DETAINED = "police in Almaty detained activist Aliya Sample"


def scored(gold: dict[str, Any], *items: dict[str, Any]) -> Score:
    score = Score()
    score.add(Gold.model_validate({"report": "test", **gold}), factory.record(*items))
    return score


def asked(**slots: Any) -> dict[str, Any]:
    return {"events": [{"type": "detention", "who": ["Aliya Sample"], "quote": DETAINED, **slots}]}


@pytest.mark.parametrize(
    ("gold", "found", "hit", "strict"),
    [
        (asked(), {"who": ["n1"]}, 1, 1),
        (asked(), {"who": []}, 0, 0),  # whom it happened to is the event
        (asked(date="2022-03-14"), {"who": ["n1"], "date": "2022-03-14"}, 1, 1),
        (asked(date="2022-03~"), {"who": ["n1"], "date": "2022-03"}, 1, 1),
        (asked(date="2022-03-14"), {"who": ["n1"], "date": "2022-03"}, 1, 0),  # found, the date too vague
        (asked(date="2022-03-14"), {"who": ["n1"]}, 1, 0),
        (asked(place="Almaty"), {"who": ["n1"], "place": "Almaty city"}, 1, 1),
        (asked(place="Almaty"), {"who": ["n1"], "place": "Astana"}, 1, 0),
        (asked(charges=[{"article": "274(1)"}]), {"who": ["n1"], "charges": [{"article": "274"}]}, 1, 1),
        (asked(charges=[{"article": "274"}]), {"who": ["n1"], "charges": [{"article": "378"}]}, 1, 0),
        (asked(penalty={"kind": "fine"}), {"who": ["n1"], "penalty": {"kind": "fine", "amount": 5}}, 1, 1),
        (asked(penalty={"kind": "fine", "amount": 6}), {"who": ["n1"], "penalty": {"kind": "fine", "amount": 5}}, 1, 0),
        (asked(group={"min": 12}), {"who": ["n1"], "group": {"min": 12}}, 1, 1),
        (asked(group={"min": 12}), {"who": ["n1"]}, 1, 0),
    ],
)
def test_event(gold: dict[str, Any], found: dict[str, Any], hit: int, strict: int) -> None:
    tally = scored(gold, factory.event("detention", DETAINED, **found)).kinds["events"]
    assert (tally.hit, tally.strict) == (hit, strict)


def test_other_words_are_the_same_event_only_with_the_same_people_and_time() -> None:
    told_elsewhere = factory.event("detention", SENTENCED.removesuffix(" to 15 days of detention"), who=["n1"])
    other = {
        "events": [{"type": "detention", "who": ["Aliya Sample"], "date": "2022-03-14", "quote": "others. At least"}]
    }
    assert scored(other, told_elsewhere).kinds["events"].hit == 0
    assert scored(other, {**told_elsewhere, "date": "2022-03-14"}).kinds["events"].hit == 1
    assert scored(other, {**told_elsewhere, "date": "2022-04-14"}).kinds["events"].hit == 0


def test_another_type_is_another_event() -> None:
    assert scored(asked(), factory.event("release", DETAINED, who=["n1"])).kinds["events"].hit == 0


def test_one_item_answers_one_item() -> None:
    twice = {"events": asked()["events"] * 2}
    assert scored(twice, factory.event("detention", DETAINED, who=["n1"])).kinds["events"].hit == 1


@pytest.mark.parametrize(
    ("name", "hit"),
    [
        ("Aliya Sample", 1),
        ("Sample", 1),
        ("ALIYA SÁMPLE", 1),
        ("Aliya Sampel", 1),
        ("Aliya Example", 0),
        ("Bolat Simple", 0),
    ],
)
def test_person(name: str, hit: int) -> None:
    assert scored({"people": [{"name": name}]}).kinds["people"].hit == hit


@pytest.mark.parametrize(
    ("measure", "low", "hit", "strict"),
    [
        ("people killed", 230, 1, 1),
        ("killed in the protests", 230, 1, 1),
        ("fines", 230, 0, 0),
        ("people killed", 231, 0, 0),
    ],
)
def test_figure(measure: str, low: int, hit: int, strict: int) -> None:
    gold = {"figures": [{"measure": "people killed", "min": 230, "quote": "At least 230 people were killed"}]}
    tally = scored(gold, factory.figure(measure, "At least 230 people were killed", min=low)).kinds["figures"]
    assert (tally.hit, tally.strict) == (hit, strict)


def test_law_step_is_its_stage() -> None:
    quote = "The law on assemblies was adopted in 2020"
    gold = {"laws": [{"title": "law on assemblies", "stage": "adopted", "quote": quote}]}
    assert scored(gold, factory.law("law on assemblies", quote, stage="adopted")).kinds["laws"].hit == 1
    assert scored(gold, factory.law("law on assemblies", quote, stage="signed")).kinds["laws"].hit == 0


def test_custody_is_person_and_status_with_its_end() -> None:
    gold = {"custody": [{"person": "Sample", "status": "detained", "until": "2022-03-29"}]}
    found = {"person": "n1", "status": "detained"}
    assert scored(gold, found).kinds["custody"].slots == 0
    assert scored(gold, {**found, "until": "2022-03-29"}).kinds["custody"].slots == 1
    assert scored(gold, {**found, "status": "free"}).kinds["custody"].hit == 0


def test_shares() -> None:
    tally = scored(asked(), factory.event("detention", DETAINED, who=["n1"]), factory.event("attack", SENTENCED)).kinds[
        "events"
    ]
    assert (tally.precision, tally.recall, round(tally.f1, 3)) == (0.5, 1.0, 0.667)


def test_nothing_found_is_nought_and_not_an_error() -> None:
    assert scored({}).to_dict()["kinds"]["events"]["f1"] == 0


def test_a_quote_that_is_not_the_text_is_not_grounded() -> None:
    good = factory.event("detention", DETAINED, who=["n1"])
    bad = {**good, "evidence": [{"start": 0, "end": 4, "quote": "Fear"}]}
    assert scored({}, good, bad).grounded == 0.5


def test_the_table_and_the_misses_name_both_sides() -> None:
    score = scored(asked(), factory.event("attack", SENTENCED))
    table = "\n".join(lines(score, types=True))
    assert "attack" in table
    assert "grounded 1.000" in table
    assert [miss_line(m).split()[:3] for m in score.misses if m.kind == "events"] == [
        ["MISSED", "test", "events"],
        ["EXTRA", "test", "events"],
    ]
