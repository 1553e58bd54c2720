"""Who does what to whom around a trigger word. All sentences are invented."""

import pytest

from civicspace.extract.events.roles import is_measure, noun_roles, verb_roles
from extract.events.told import token


@pytest.mark.parametrize(
    ("text", "verb", "agents", "patients"),
    [
        ("Police arrested the activist in Almaty.", "arrested", ["Police"], ["activist"]),
        ("The activist was arrested by police.", "arrested", ["police"], ["activist"]),
        ("Police arrested an editor and two reporters.", "arrested", ["Police"], ["editor", "reporters"]),
        ("The lawyer who was detained by soldiers is ill.", "detained", ["soldiers"], ["lawyer"]),
        ("He was charged and arrested.", "arrested", [], ["He"]),
        ("The detained activists were freed.", "detained", [], ["activists"]),
        ("Police searched the office and seized computers.", "seized", ["Police"], ["computers"]),
        ("Police arrested and beat the students.", "arrested", ["Police"], ["students"]),
        ("Editor attacked by masked men.", "attacked", ["men"], ["Editor"]),
        ("On Monday, police arrested the singer.", "arrested", ["police"], ["singer"]),
    ],
)
def test_roles_around_a_verb(text: str, verb: str, agents: list[str], patients: list[str]) -> None:
    found = verb_roles(token(text, verb))
    assert ([t.text for t in found.agents], [t.text for t in found.patients]) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "noun", "agents", "patients"),
    [
        ("His arrest by police shocked the town.", "arrest", ["police"], ["His"]),
        ("The killing of a farmer by soldiers is unsolved.", "killing", ["soldiers"], ["farmer"]),
        ("She faced charges.", "charges", [], ["She"]),
        ("He was subjected to torture.", "torture", [], ["He"]),
        ("Police carried out searches of two homes.", "searches", ["Police"], ["homes"]),
    ],
)
def test_roles_around_a_noun_that_names_an_act(text: str, noun: str, agents: list[str], patients: list[str]) -> None:
    found = noun_roles(token(text, noun))
    assert ([t.text for t in found.agents], [t.text for t in found.patients]) == (agents, patients)


@pytest.mark.parametrize(
    ("text", "word", "measure"),
    [
        ("She was jailed for two years.", "years", True),
        ("He spent a month in prison.", "month", True),
        ("Police detained two students.", "students", False),
    ],
)
def test_a_noun_that_only_measures_is_nobody(text: str, word: str, *, measure: bool) -> None:
    assert is_measure(token(text, word)) is measure
