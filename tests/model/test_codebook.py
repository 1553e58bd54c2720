"""The codebook has every word of the annotation guidelines, and every entry is complete."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from civicspace.model.codebook import LANGUAGES, Codebook, codebook
from civicspace.model.codebook_page import render
from civicspace.model.custody import Custody
from civicspace.model.event import Event, Penalty
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote

ROOT = Path(__file__).parents[2]
EVIDENCE = (Quote(start=0, end=4, quote="They"),)
VOCABULARIES = tuple(Codebook.model_fields)
KEYS = {
    "event_types": "protest strike assembly-refused assembly-allowed assembly-prevented assembly-dispersed "
    "strike-ruled-unlawful summons search detention charge pretrial-detention house-arrest restriction trial "
    "conviction administrative-penalty appeal case-closed release killing death-in-custody injury torture attack "
    "threat disappearance self-harm registration-refused organisation-restricted censorship internet-disruption "
    "complaint official-investigation official-penalised statement",
    "penalty_kinds": "imprisonment death corporal suspended probation detention fine warning ban disciplinary",
    "law_stages": "announced drafted first-reading second-reading amended approved signed adopted in-force rejected "
    "withdrawn",
    "law_kinds": "law bill reform regulation",
    "custody_states": "free detained pretrial-detention house-arrest restricted imprisoned released deceased",
    "statuses": "reported alleged planned denied",
    "valences": "violation positive neutral",
    "freedoms": "peaceful-assembly association expression",
    "qualifiers": "exact approximately at-least at-most between",
}


@pytest.mark.parametrize("name", KEYS)
def test_the_vocabulary_is_that_of_the_guidelines(name: str) -> None:
    assert set(codebook().vocabulary(name)) == set(KEYS[name].split())


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_entry_is_complete_in_three_languages(name: str) -> None:
    for key, term in codebook().vocabulary(name).items():
        assert term.key == key
        assert term.positive
        assert term.negative
        assert term.positive != term.negative
        for language in LANGUAGES:
            assert term.label(language), (key, language)
            assert term.definition(language).endswith("."), (key, language)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_labels_tell_the_entries_apart(name: str) -> None:
    for language in LANGUAGES:
        labels = [term.label(language) for term in codebook().vocabulary(name).values()]
        assert len(set(labels)) == len(labels)


def test_russian_and_kazakh_are_not_left_in_english() -> None:
    for name in VOCABULARIES:
        for term in codebook().vocabulary(name).values():
            assert any("а" <= c <= "я" for c in term.definition("ru")), term.key
            assert any(c in "әғқңөұүһі" for c in term.definition("kk").lower()), term.key


def test_event_types_point_at_groups_and_freedoms_of_the_codebook() -> None:
    book = codebook()
    for term in book.event_types.values():
        assert term.group in book.groups
        assert term.freedom is None or term.freedom in book.freedoms
        assert term.valence in book.valences


def test_the_languages_of_a_label() -> None:
    term = codebook().event_types["detention"]
    assert term.label("ru") == "Задержание"
    assert term.label("kk-KZ") == "Ұстау"
    assert term.label("fr") == term.label() == "Detention or arrest"


def test_an_unknown_vocabulary_is_refused() -> None:
    with pytest.raises(KeyError, match="colours"):
        codebook().vocabulary("colours")


@pytest.mark.parametrize(
    ("build", "word"),
    [
        (lambda w: Event(id="e1", type=w, confidence=1, evidence=EVIDENCE), "arrested"),
        (lambda w: Event(id="e1", type="protest", freedom=w, confidence=1, evidence=EVIDENCE), "assembly"),
        (lambda w: Penalty(kind=w), "prison"),
        (lambda w: LawStep(id="l1", title="law", kind="law", stage=w, confidence=1, evidence=EVIDENCE), "passed"),
        (lambda w: Custody(person="n1", status=w), "jailed"),
    ],
)
def test_a_record_with_a_word_outside_of_the_codebook_is_refused(build, word: str) -> None:
    with pytest.raises(ValidationError, match=f"'{word}' is not in the codebook"):
        build(word)


def test_the_page_in_the_documentation_is_up_to_date() -> None:
    assert (ROOT / "docs/codebook.md").read_text("utf-8") == render(), "run: make codebook"
