"""One-line builders: ``record(TEXT, event("detention", "were detained", who=["n1"]))``. All names are invented."""

from typing import Any

from civicspace.model.document import Document
from civicspace.model.quote import Quote
from civicspace.model.record import Record

TEXT = (
    "Freedom of assembly\n\n"
    "On 14 March 2022, police in Almaty detained activist Aliya Sample and about a dozen others. "
    "A court sentenced Aliya Sample to 15 days of detention.\n\n"
    "At least 230 people were killed, the prosecutor said. The law on assemblies was adopted in 2020."
)
PERSON = {"id": "n1", "kind": "person", "name": "Aliya Sample", "aliases": ["Sample"], "description": "activist"}


def at(words: str, text: str = TEXT) -> list[dict[str, Any]]:
    """Evidence: where ``words`` stand in ``text``."""
    start = text.index(words)
    return [Quote.of(text, start, start + len(words)).model_dump()]


def event(kind: str, words: str, **slots: Any) -> dict[str, Any]:
    """An event told in ``words`` of TEXT."""
    return {"type": kind, "confidence": 0.9, "evidence": at(words), **slots}


def figure(measure: str, words: str, **slots: Any) -> dict[str, Any]:
    """A figure told in ``words`` of TEXT."""
    return {"measure": measure, "qualifier": "exact", "confidence": 0.9, "evidence": at(words), **slots}


def law(title: str, words: str, **slots: Any) -> dict[str, Any]:
    """A law step told in ``words`` of TEXT."""
    return {"title": title, "kind": "law", "confidence": 0.9, "evidence": at(words), **slots}


def record(*items: dict[str, Any], text: str = TEXT, entities: Any = (PERSON,), **document: Any) -> Record:
    """A record of these items; each goes into its list by what it has."""
    lists: dict[str, list[dict[str, Any]]] = {"events": [], "figures": [], "laws": [], "custody": []}
    for item in items:
        key = (
            "custody"
            if "person" in item
            else "events"
            if "type" in item
            else "figures"
            if "measure" in item
            else "laws"
        )
        prefix = {} if key == "custody" else {"id": f"{key[0]}{len(lists[key]) + 1}"}
        lists[key].append(prefix | item)
    about = Document.of(text, **({"title": "Update"} | document))
    return Record.model_validate({"document": about.model_dump(), "entities": list(entities), **lists})


def full() -> Record:
    """A record with an item of each kind."""
    return record(
        event(
            "detention", "police in Almaty detained activist Aliya Sample and about a dozen others", who=["n1"],
            date="2022-03-14", place="Almaty", point=[76.95, 43.25],
            group={"words": "about a dozen others", "min": 12, "max": 12, "qualifier": "approximately"},
        ),
        event(
            "administrative-penalty", "A court sentenced Aliya Sample to 15 days of detention", who=["n1"],
            by=["A court"], penalty={"kind": "detention", "duration": "P15D"},
            charges=[{"article": "488", "code": "Administrative Code"}],
        ),
        figure(
            "people killed", "At least 230 people were killed", min=230, qualifier="at-least",
            attributed_to="the prosecutor",
        ),
        law("law on assemblies", "The law on assemblies was adopted in 2020", stage="adopted", date="2020"),
        {"person": "n1", "status": "detained", "as_of": "2022-03-14", "until": "2022-03-29", "events": ["e1"]},
        country="KZ", published="2022-04-29",
    )  # fmt: skip
