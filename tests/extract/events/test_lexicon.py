"""Every pattern of the trigger lexicon can be met with, and says something that none before it says."""

from itertools import combinations

import pytest

from civicspace.extract.events.lexicon import Pattern, lexicon
from civicspace.model.codebook import codebook


def takes_all(one: Pattern, other: Pattern) -> bool:
    """Whether each sentence that ``other`` fits is taken by ``one``, which stands before it: one type, one trigger."""
    wider = all(any(need <= mine for need in other.needs) for mine in one.needs)
    return one.type == other.type and one.patient in (None, other.patient) and wider


@pytest.mark.parametrize("kind", ["verbs", "nouns"])
def test_no_pattern_stands_behind_one_that_takes_all_of_it(kind: str) -> None:
    patterns = getattr(lexicon(), kind).values()
    lost = [(a.type, b.text) for found in patterns for a, b in combinations(found, 2) if takes_all(a, b)]
    assert lost == []


def test_every_pattern_tells_of_a_type_of_the_codebook_and_asks_for_a_class_that_there_is() -> None:
    words = lexicon()
    patterns = [p for table in (words.verbs, words.nouns) for found in table.values() for p in found]
    assert {p.type for p in patterns} == set(codebook().event_types)
    assert {p.patient for p in patterns} - {None} <= set(words.classes)


def test_a_pattern_is_lower_case_and_made_of_the_parts_that_the_file_explains() -> None:
    words = lexicon()
    texts = [p.text for table in (words.verbs, words.nouns) for found in table.values() for p in found]
    assert [t for t in texts if t != t.lower() or any(part[0] not in "+@" for part in t.split()[1:])] == []
