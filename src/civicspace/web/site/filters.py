"""Which facts a page shows: by kind, type, freedom and how the report tells them, from the address's query."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from civicspace.web.site.facts import FREEDOMS, Fact
from civicspace.web.site.labels import label

KINDS = ("event", "figure", "law")
STATUSES = ("reported", "alleged", "planned", "denied")


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One drop-down: its name in the address, its label, what can be chosen."""

    name: str
    words: str
    choices: tuple[Choice, ...]


def kind_words(kind: str) -> str:
    return {"event": gettext("Events"), "figure": gettext("Figures"), "law": gettext("Laws")}[kind]


def status_words(status: str) -> str:
    return {
        "reported": gettext("Stated by the report"),
        "alleged": gettext("Alleged"),
        "planned": gettext("Planned"),
        "denied": gettext("Denied"),
    }[status]


@dataclass(frozen=True, slots=True)
class Filter:
    """An empty part lets everything through."""

    kind: str = ""
    type: str = ""
    freedom: str = ""
    status: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> "Filter":
        return cls(*(query.get(name, "") for name in ("kind", "type", "freedom", "status")))

    def __bool__(self) -> bool:
        return any((self.kind, self.type, self.freedom, self.status))

    def lets(self, fact: Fact) -> bool:
        return (
            self.kind in ("", fact.kind)
            and self.type in ("", fact.type)
            and self.freedom in ("", fact.freedom)
            and self.status in ("", fact.status)
        )

    def fields(self, facts: Sequence[Fact]) -> list[Field]:
        """The drop-downs for these facts; one that offers no choice is left out."""
        kinds = Counter(fact.kind for fact in facts)
        types = Counter(fact.type for fact in facts if fact.kind == "event")
        freedoms = Counter(fact.freedom for fact in facts)
        statuses = Counter(fact.status for fact in facts)
        named = sorted(((label("event_types", key), key) for key in types), key=lambda pair: pair[0].casefold())
        fields = [
            Field(
                "kind",
                gettext("Kind"),
                tuple(Choice(k, kind_words(k), kinds[k], self.kind == k) for k in KINDS if kinds[k]),
            ),
            Field(
                "type",
                gettext("Type of event"),
                tuple(Choice(k, words, types[k], self.type == k) for words, k in named),
            ),
            Field(
                "freedom",
                gettext("Freedom"),
                tuple(
                    Choice(k, label("freedoms", FREEDOMS[k]), freedoms[k], self.freedom == k)
                    for k in FREEDOMS
                    if freedoms[k]
                ),
            ),
            Field(
                "status",
                gettext("How it is told"),
                tuple(Choice(k, status_words(k), statuses[k], self.status == k) for k in STATUSES if statuses[k]),
            ),
        ]
        return [f for f in fields if len(f.choices) > 1 or any(c.chosen for c in f.choices)]
