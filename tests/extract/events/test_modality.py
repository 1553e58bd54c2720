"""How a sentence puts an event: as fact, claim, plan or denial. All people in these sentences are invented."""

import pytest

from extract.events.told import all_drafts, draft


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Daniyar Testov was detained.", "detention", "reported"),
        ("Daniyar Testov was allegedly beaten in custody.", "torture", "alleged"),
        ("Police denied that they had beaten Daniyar Testov.", "torture", "denied"),
        ("Daniyar Testov will be tried in May.", "trial", "planned"),
        ("Activists plan to hold a rally on 1 May.", "protest", "planned"),
    ],
)
def test_status(text: str, type_: str, status: str) -> None:
    assert draft(text, type_).modality.status == status


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Daniyar Testov said that police had beaten him.", "Testov"),
        ("According to the Sampler Group, police beat Daniyar Testov.", "Group"),
        ("Police beat Daniyar Testov.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    said = draft(text, "attack").modality.speaker
    assert (said and said.text) == speaker


def test_a_negation_is_marked() -> None:
    assert "negated" in draft("Daniyar Testov was not detained.", "detention").modality.marks


def test_a_sentence_that_a_court_could_pass_is_no_verdict() -> None:
    assert all_drafts("Daniyar Testov could be sentenced to ten years in prison.", "conviction") == []
