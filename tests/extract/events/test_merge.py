"""The same happening told twice is one event. All people in these sentences are invented."""

import pytest

from civicspace.extract.events.events import tellings
from extract.events.told import reading


def told(text: str, type_: str) -> list[int]:
    """How many drafts each event of a type has, where every candidate counts as likely."""
    found = tellings(reading(text), lambda _: 0.9, 0.5)
    return [len(one.drafts) for one in found if one.drafts[0].candidate.type == type_]


@pytest.mark.parametrize(
    ("first", "second", "type_"),
    [
        (
            "Police detained Daniyar Testov on 14 March 2022.",
            "Daniyar Testov was detained on 14 March 2022 in Almaty.",
            "detention",
        ),
        (
            "Police detained Daniyar Testov.",
            "After the detention of Daniyar Testov, his lawyer was not let in.",
            "detention",
        ),
        (
            "Police detained 20 people in January 2022.",
            "Those detained in January 2022 were released.",
            "detention",
        ),
    ],
)
def test_told_twice_is_one(first: str, second: str, type_: str) -> None:
    assert told(f"{first}\n\n{second}", type_) == [2]


@pytest.mark.parametrize(
    ("first", "second", "type_"),
    [
        (
            "Police detained Daniyar Testov on 14 March 2022.",
            "Daniyar Testov was detained on 20 April 2022.",
            "detention",
        ),
        ("Police detained Daniyar Testov.", "Police detained Ruslan Sampov.", "detention"),
        (
            "Police detained 20 people on 14 March 2022.",
            "Police detained 30 people on 14 March 2022.",
            "detention",
        ),
    ],
)
def test_other_days_people_and_numbers_are_other_events(first: str, second: str, type_: str) -> None:
    assert told(f"{first}\n\n{second}", type_) == [1, 1]


def test_a_telling_is_led_by_its_fullest_words() -> None:
    text = "After the detention of Daniyar Testov, his lawyer left.\n\nOn 14 March, police detained Daniyar Testov."
    (one,) = (t for t in tellings(reading(text), lambda _: 0.9, 0.5) if t.drafts[0].candidate.type == "detention")
    assert one.drafts[0].date is not None


@pytest.mark.parametrize(("conviction", "stands"), [(0.6, "administrative-penalty"), (0.8, "conviction")])
def test_one_word_tells_of_one_verdict_the_likelier(conviction: float, stands: str) -> None:
    text = "Daniyar Testov was fined 500 euros by a court."
    found = tellings(reading(text), lambda features: conviction if "type:conviction" in features else 0.7, 0.5)
    assert [one.drafts[0].candidate.type for one in found] == [stands]
