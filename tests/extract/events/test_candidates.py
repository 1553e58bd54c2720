"""Which types a sentence may tell of, before anything is judged. All sentences are invented."""

import pytest

from civicspace.extract.events import draft, events, merge
from civicspace.extract.events.lexicon import lexicon
from civicspace.model.codebook import codebook
from extract.events.told import candidates


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police detained the blogger.", "detention"),
        ("He was taken into custody.", "detention"),
        ("A court sentenced the blogger to three years in prison.", "conviction"),
        ("The editor was fined 500 euros by a court.", "administrative-penalty"),
        ("Officers dispersed the rally with tear gas.", "assembly-dispersed"),
        ("The city refused to authorise the march.", "assembly-refused"),
        ("The trial of the lawyer began on Monday.", "trial"),
        ("Protesters gathered in the square.", "protest"),
        ("He was placed under house arrest.", "house-arrest"),
        ("She was released on bail.", "release"),
        ("The Ministry suspended the newspaper.", "censorship"),
        ("The internet was shut down for two days.", "internet-disruption"),
        ("He died in custody.", "death-in-custody"),
        ("The reporter was beaten by unknown men.", "attack"),
        ("The activist began a hunger strike.", "self-harm"),
        ("The Court of Appeal upheld the sentence.", "appeal"),
        ("The group was denied registration.", "registration-refused"),
        ("Soldiers shot dead two miners.", "killing"),
        ("The editor was questioned by police.", "summons"),
        ("Police searched her home.", "search"),
    ],
)
def test_a_type_is_seen(text: str, type_: str) -> None:
    assert type_ in [c.type for c in candidates(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine in May.",  # no fine was imposed
        "The minister painted a bridge.",
        "The report was published in March.",  # the month is no march
        "The law suspended the tax.",  # neither media nor a body
    ],
)
def test_words_that_tell_of_nothing_to_record(text: str) -> None:
    assert {c.type for c in candidates(text)} <= {"statement"}


def test_a_type_stands_at_most_once_a_trigger() -> None:
    found = [(c.type, c.trigger.i) for c in candidates("Police detained, beat and charged the blogger in custody.")]
    assert len(found) == len(set(found))


def test_every_type_of_the_lexicon_and_of_the_rules_is_in_the_codebook() -> None:
    words = lexicon()
    patterns = [p for table in (words.verbs, words.nouns) for found in table.values() for p in found]
    assert {p.type for p in patterns} == set(codebook().event_types)
    lists = [
        value
        for module in (draft, events, merge)
        for name, value in vars(module).items()
        if isinstance(value, frozenset) and {"detention", "statement", "appeal", "conviction"} & value
    ]
    assert len(lists) >= 5
    for types in lists:
        assert types <= set(codebook().event_types)
    assert set(codebook().event_types) >= draft.OBJECT_TYPES


def test_every_pattern_names_a_class_that_the_lexicon_has() -> None:
    words = lexicon()
    patterns = [p for table in (words.verbs, words.nouns) for found in table.values() for p in found]
    assert {p.patient for p in patterns if p.patient} <= set(words.classes)
