"""The pages. Each reads the current record of a report and shows it; none writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from civicspace.model.custody import Custody
from civicspace.model.entity import Entity
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.web.archive.models import Report
from civicspace.web.records import models
from civicspace.web.records.reading import Held, held
from civicspace.web.site import chart, stages, timeline, words
from civicspace.web.site.codebook import vocabularies
from civicspace.web.site.custody import custody_words, known_words
from civicspace.web.site.facts import Fact, Names, counted_by, facts_of
from civicspace.web.site.filters import Filter
from civicspace.web.site.segments import blocks, people_of

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Portrait:
    """A person of a report: address, state of custody in words (empty where the report has none)."""

    entity: Entity
    key: str
    custody: str
    known: str
    facts: int


def _report(key: str) -> Held:
    return held(get_object_or_404(Report, key=key))


def _portraits(whole: Held, facts: Sequence[Fact]) -> list[Portrait]:
    states = {state.person: state for state in whole.record.custody}
    found = []
    for entity in whole.record.entities:
        if entity.kind != "person":
            continue
        state = states.get(entity.id)
        found.append(
            Portrait(
                entity,
                whole.keys[entity.id],
                custody_words(whole.record, state) if state else "",
                known_words(state) if state else "",
                sum(entity.id in fact.people for fact in facts),
            )
        )
    return sorted(found, key=lambda p: (-p.facts, p.entity.name))


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """The front page: every report, newest first."""
    current = {
        name: Count(f"{table}_rows", filter=Q(**{f"{table}_rows__withdrawn": False}), distinct=True)
        for name, table in (("events", "event"), ("figures", "figure"), ("laws", "lawstep"))
    }
    people = Count("entity_rows", filter=Q(entity_rows__withdrawn=False, entity_rows__kind="person"), distinct=True)
    listed = (
        Report.objects.defer("text", "sections")
        .annotate(**current, people=people)
        .order_by("-published", "title", "key")
    )
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "site/reports.html", {"page": page})


@require_safe
def report(request: HttpRequest, key: str) -> HttpResponse:
    """A report's text with the record beside it."""
    whole = _report(key)
    facts = facts_of(whole)
    chosen = Filter.of(request.GET)
    shown = [fact for fact in facts if chosen.lets(fact)]
    people = people_of(whole.record.entities, whole.keys)
    return render(
        request,
        "site/report.html",
        {
            "report": whole.report,
            "tab": "text",
            "blocks": blocks(whole.record.document, shown, people),
            "filter": chosen,
            "fields": chosen.fields(facts),
            "shown": len(shown),
            "total": len(facts),
        },
    )


@require_safe
def people(request: HttpRequest, key: str) -> HttpResponse:
    """Everybody whom a report names."""
    whole = _report(key)
    found = _portraits(whole, facts_of(whole))
    return render(request, "site/people.html", {"report": whole.report, "tab": "people", "people": found})


@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """One person of one report: state of custody in words, the case as a line and as a table."""
    row = get_object_or_404(models.Entity.objects.select_related("report"), key=key, kind="person")
    if row.withdrawn:
        return _withdrawn(request, row)
    whole = held(row.report)
    facts = [fact for fact in facts_of(whole) if row.local_id in fact.people]
    by_key = {fact.key: fact for fact in facts}
    events = [e for e in whole.record.events if row.local_id in (*e.who, *e.by)]
    numbered = timeline.dated([(e, whole.keys[e.id], by_key[whole.keys[e.id]].number) for e in events])
    in_order = [by_key[step.key] for step in numbered]
    state: Custody | None = next((c for c in whole.record.custody if c.person == row.local_id), None)
    return render(
        request,
        "site/person.html",
        {
            "report": whole.report,
            "tab": "people",
            "person": next(e for e in whole.record.entities if e.id == row.local_id),
            "custody": custody_words(whole.record, state) if state else "",
            "known": known_words(state) if state else "",
            "facts": list(dict.fromkeys((*in_order, *facts))),
            "line": timeline.draw(numbered, row.local_id, state),
        },
    )


@require_safe
def figures(request: HttpRequest, key: str) -> HttpResponse:
    """The counts of a report by what was counted, with who counted and as of when."""
    whole = _report(key)
    names = Names(whole)
    facts = {fact.key: fact for fact in facts_of(whole)}
    groups: dict[str, list[Figure]] = {}
    for figure in whole.record.figures:
        groups.setdefault(figure.measure.casefold(), []).append(figure)
    measures = [
        {
            "measure": found[0].measure,
            "chart": chart.draw([(f, counted_by(f, names)) for f in found]),
            "facts": [facts[whole.keys[f.id]] for f in found],
        }
        for found in groups.values()
    ]
    return render(request, "site/figures.html", {"report": whole.report, "tab": "figures", "measures": measures})


@require_safe
def laws(request: HttpRequest, key: str) -> HttpResponse:
    """The laws of a report, each as a row of stages."""
    whole = _report(key)
    facts = {fact.key: fact for fact in facts_of(whole)}
    groups: dict[str, list[LawStep]] = {}
    for step in whole.record.laws:
        groups.setdefault(step.title.casefold(), []).append(step)
    found = [
        {"title": steps[0].title, "row": stages.draw(steps), "facts": [facts[whole.keys[s.id]] for s in steps]}
        for steps in groups.values()
    ]
    return render(request, "site/laws.html", {"report": whole.report, "tab": "laws", "laws": found})


def _withdrawn(request: HttpRequest, row: models.Row) -> HttpResponse:
    return render(request, "site/withdrawn.html", {"report": row.report}, status=410)


@require_safe
def fact(request: HttpRequest, key: str) -> HttpResponse:
    """One fact at its permanent address: its card, and its quote marked in its paragraph."""
    row: models.Row | None = None
    for table in (models.Event, models.Figure, models.LawStep):
        row = row or table._default_manager.select_related("report").filter(key=key).first()
    if row is None:
        raise Http404
    if row.withdrawn:
        return _withdrawn(request, row)
    whole = held(row.report)
    one = next(f for f in facts_of(whole) if f.key == key)
    cut = blocks(whole.record.document, [one], people_of(whole.record.entities, whole.keys))
    at = next(n for n, block in enumerate(cut) if one in block.facts)
    last = max((n for n, block in enumerate(cut) if any(one in s.facts for s in block.segments)), default=at)
    heading = next((block for block in reversed(cut[:at]) if block.level), None)
    return render(
        request,
        "site/fact.html",
        {
            "report": whole.report,
            "tab": "",
            "fact": one,
            "heading": heading,
            "blocks": cut[at : last + 1],
            "before": cut[at - 1] if at and not cut[at - 1].level else None,
            "after": cut[last + 1] if last + 1 < len(cut) and not cut[last + 1].level else None,
            "address": request.build_absolute_uri(reverse("fact", args=[key])),
        },
    )


@require_safe
def codebook_page(request: HttpRequest) -> HttpResponse:
    """The vocabularies: what every word of the record means."""
    return render(request, "site/codebook.html", {"groups": vocabularies()})


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, how it is made, what it cannot do."""
    return render(request, "site/about.html", {"sure": words.SURE, "fairly": words.FAIRLY, "unsure": words.UNSURE})


@require_safe
def record_json(request: HttpRequest, key: str) -> HttpResponse:
    """The record file of a report, at an address without a language."""
    whole = _report(key)
    response = HttpResponse(whole.record.to_json(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="civicspace-{key}.json"'
    return response
