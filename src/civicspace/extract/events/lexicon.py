"""The trigger lexicon: which words can tell of which type of event, and in which company."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Who = Literal["patient", "agent", "subject"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tell of a type: a head lemma, lemmas that must stand under it, a class for what it happens to.

    ``who`` says in which role those stand whom the event is recorded for.
    """

    type: str
    text: str
    head: str
    needs: tuple[frozenset[str], ...] = ()
    patient: str | None = None
    who: Who = "patient"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by head lemma, verbs and nouns apart, and the word classes."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    classes: Mapping[str, frozenset[str]]

    def is_a(self, lemma: str, word_class: str) -> bool:
        """Whether a lower-case lemma belongs to a class of the lexicon."""
        return lemma in self.classes[word_class]


def _pattern(type_: str, text: str, who: Who) -> Pattern:
    head, *rest = text.split()
    if head[0] in "~!":
        who, head = ("subject" if head[0] == "~" else "agent"), head[1:]
    needs = tuple(frozenset(word[1:].split("|")) for word in rest if word[0] == "+")
    patient = next((word[1:] for word in rest if word[0] == "@"), None)
    return Pattern(type_, text, head, needs, patient, who)


@cache
def lexicon() -> Lexicon:
    """Read ``lexicon.toml``, once a process."""
    raw = tomllib.loads((resources.files(__package__) / "lexicon.toml").read_text("utf-8"))
    tables: dict[str, dict[str, list[Pattern]]] = {"verbs": defaultdict(list), "nouns": defaultdict(list)}
    for type_, entry in raw["types"].items():
        for kind, table in tables.items():
            for text in entry[kind]:
                pattern = _pattern(type_, text, entry.get("who", "patient"))
                table[pattern.head].append(pattern)
    verbs, nouns = ({head: tuple(found) for head, found in table.items()} for table in tables.values())
    return Lexicon(verbs, nouns, {name: frozenset(words) for name, words in raw["classes"].items()})
