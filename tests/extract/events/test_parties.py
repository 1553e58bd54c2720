"""Named people and groups in a role. All people in these sentences are invented."""

import pytest

from extract.events.told import draft


@pytest.mark.parametrize(
    ("text", "type_", "low", "high", "qualifier"),
    [
        ("Police detained some 200 protesters in Almaty.", "detention", 200, 200, "approximately"),
        ("At least 30 people were injured.", "injury", 30, None, "at-least"),
        ("Police detained Daniyar Testov and 14 others.", "detention", 14, 14, "exact"),
        ("A man was detained by police.", "detention", 1, 1, "exact"),
        ("Police detained 90 men and three women.", "detention", 93, 93, "exact"),
        ("Police detained five students. They were beaten in the police station.", "torture", 5, 5, "exact"),
    ],
)
def test_the_size_of_a_group(text: str, type_: str, low: int, high: int | None, qualifier: str) -> None:
    group = draft(text, type_).who.group
    assert group is not None
    assert (group.min, group.max, group.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize(
    ("text", "type_", "who", "by"),
    [
        ("Police detained Daniyar Testov.", "detention", ["Daniyar Testov"], ["police"]),
        ("Daniyar Testov and Aruzhan Probek were detained.", "detention", ["Daniyar Testov", "Aruzhan Probek"], []),
        ("The blogger Daniyar Testov lives in Almaty. He was detained in March.", "detention", ["Daniyar Testov"], []),
        ("Police searched Daniyar Testov's home.", "search", ["Daniyar Testov"], ["police"]),
    ],
)
def test_who_and_by_whom(text: str, type_: str, who: list[str], by: list[str]) -> None:
    told = draft(text, type_)
    assert [a.name for a in told.who.actors] == who
    assert [a.name.lower() for a in told.by.actors] == by
