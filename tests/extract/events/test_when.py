"""The date of an event: which of a sentence's dates is its own. All people in these sentences are invented."""

import pytest

from civicspace.extract.events.when import event_date
from civicspace.extract.mention import DateMention
from extract.events.told import draft


@pytest.mark.parametrize(
    ("text", "type_", "edtf"),
    [
        ("On 14 March 2022, police detained the blogger Daniyar Testov.", "detention", "2022-03-14"),
        ("Daniyar Testov was detained on 14 March and charged on 20 March.", "detention", "2022-03-14"),
        ("Daniyar Testov was detained on 14 March and charged on 20 March.", "charge", "2022-03-20"),
        (
            "According to a report published on 2 April, police detained Daniyar Testov on 14 March.",
            "detention",
            "2022-03-14",
        ),
        ("Daniyar Testov has been held since 3 March.", "detention", "2022-03-03"),
        ("Daniyar Testov was convicted under the 2015 Law on Assemblies.", "conviction", None),
    ],
)
def test_an_event_has_the_date_that_its_words_give(text: str, type_: str, edtf: str | None) -> None:
    date = draft(text, type_).date
    assert (date and event_date(date, type_)) == edtf


def test_a_sentence_without_a_date_goes_on_from_the_one_before() -> None:
    told = draft("On 14 March, Daniyar Testov was detained. He was released without charge.", "release")
    assert told.date is None
    assert told.carried is not None
    assert told.carried.edtf == "2022-03-14"


def test_nothing_is_carried_into_what_lies_before() -> None:
    told = draft("On 14 March, Daniyar Testov was released. He had been detained without charge.", "detention")
    assert (told.date, told.carried) == (None, None)


@pytest.mark.parametrize(
    ("edtf", "role", "type_", "expected"),
    [
        ("2022-03-14", "at", "detention", "2022-03-14"),
        ("2022-03-14/..", "since", "detention", "2022-03-14"),  # an arrest happened on one day
        ("2022-03-14/..", "since", "censorship", "2022-03-14/.."),  # a ban lasts
        ("2022-03-14", "as-of", "injury", "../2022-03-14"),
        ("2022-03-14", "as-of", "statement", "2022-03-14"),
    ],
)
def test_since_and_as_of(edtf: str, role: str, type_: str, expected: str) -> None:
    date = DateMention(paragraph=0, start=0, end=1, edtf=edtf, role=role)  # type: ignore[arg-type]
    assert event_date(date, type_) == expected
