"""Facts as the pages show them: numbered in the order of the text, worded, with the way to their evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext

from civicspace.model.event import Event
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote
from civicspace.web.records.reading import Held
from civicspace.web.site import words
from civicspace.web.site.dates import date_words
from civicspace.web.site.labels import label

FREEDOMS = {"assembly": "peaceful-assembly", "association": "association", "expression": "expression"}  # hue: key


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a card. ``quoted`` is true where the value is the report's own words; ``person`` is an address."""

    name: str
    value: str
    quoted: bool = False
    person: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One event, figure or law step. ``lead`` says before the title whose word it is, if not the report's own.

    Two are the same where their address is: by value, every look into a set would go through all the words of each.
    """

    key: str
    number: int
    kind: str
    type: str
    label: str
    freedom: str
    status: str
    lead: str
    about: str
    when: str
    where: str
    sentence: str
    confidence: float
    sure: str
    evidence: tuple[Quote, ...]
    slots: tuple[Slot, ...] = ()
    people: frozenset[str] = field(default_factory=frozenset)
    background: bool = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fact) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def start(self) -> int:
        return self.evidence[0].start

    @property
    def spoken(self) -> str:
        """One line for a screen reader."""
        return " ".join(filter(None, (self.lead, self.label, self.about, self.when, self.where)))


@dataclass(frozen=True, slots=True)
class Names:
    """Entities of one record by id, with their addresses."""

    held: Held
    by_id: dict[str, str] = field(init=False)
    kinds: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {e.id: e.name for e in self.held.record.entities})
        object.__setattr__(self, "kinds", {e.id: e.kind for e in self.held.record.entities})

    def name(self, words_or_id: str) -> str:
        return self.by_id.get(words_or_id, words_or_id)

    def address(self, entity: str) -> str | None:
        return self.held.keys[entity] if self.kinds.get(entity) == "person" else None


def freedom_of(name: str | None) -> str:
    """The hue of a freedom by its codebook key; none is empty."""
    return next((hue for hue, key in FREEDOMS.items() if key == name), "")


def _event_slots(event: Event, names: Names) -> Iterator[Slot]:
    for one in event.who:
        yield Slot(gettext("Who"), names.name(one), quoted=True, person=names.address(one))
    if event.group:
        yield Slot(gettext("How many"), words.group_words(event.group), quoted=bool(event.group.words))
        counted = words.amount(event.group.min, event.group.max, event.group.qualifier)
        if event.group.words and event.group.min is not None and counted != event.group.words:
            yield Slot(gettext("As a number"), counted)
    for one in event.by:
        yield Slot(gettext("By"), names.name(one), quoted=True, person=names.address(one))
    yield Slot(gettext("When"), date_words(event.date) if event.date else gettext("the report does not say"))
    if event.place:
        yield Slot(gettext("Where"), event.place, quoted=True)
    for charge in event.charges:
        yield Slot(gettext("Charge"), words.charge_words(charge), quoted=True)
    if event.penalty:
        yield Slot(gettext("Penalty"), words.penalty_words(event.penalty))
    if event.background:
        yield Slot(gettext("Background"), gettext("told as context, from before the time the report covers"))


def _about(event: Event, names: Names) -> str:
    who = [names.name(one) for one in event.who]
    if event.group:
        who.append(words.group_words(event.group))
    return ", ".join(who)


def _of_event(event: Event, *, key: str, number: int, names: Names) -> Fact:
    source = names.name(event.attributed_to) if event.attributed_to else None
    return Fact(
        key=key,
        number=number,
        kind="event",
        type=event.type,
        label=label("event_types", event.type),
        freedom=freedom_of(event.freedom),
        status=event.status,
        lead=words.status_lead(event.status, source),
        about=_about(event, names),
        when=date_words(event.date) if event.date else "",
        where=event.place or "",
        sentence=words.status_sentence(event.status, source),
        confidence=event.confidence,
        sure=words.confidence_words(event.confidence),
        evidence=event.evidence,
        slots=tuple(_event_slots(event, names)),
        people=frozenset((*event.who, *event.by)),
        background=event.background,
    )


def counted_by(figure: Figure, names: Names) -> str:
    """Who counted; a count is never shown without this."""
    if figure.attributed_to:
        return gettext("counted by %(source)s") % {"source": names.name(figure.attributed_to)}
    return gettext("the report does not say who counted")


def counted_when(figure: Figure) -> str:
    """As of when; a count is never shown without this either."""
    if figure.as_of:
        return gettext("as of %(date)s") % {"date": date_words(figure.as_of)}
    return gettext("no date given for the count")


def _of_figure(figure: Figure, *, key: str, number: int, names: Names) -> Fact:
    slots = [
        Slot(gettext("Count"), words.figure_words(figure)),
        Slot(gettext("Of what"), figure.measure, quoted=True),
        Slot(
            gettext("Who counted"),
            names.name(figure.attributed_to) if figure.attributed_to else gettext("the report does not say"),
            quoted=bool(figure.attributed_to),
        ),
        Slot(gettext("As of"), date_words(figure.as_of) if figure.as_of else gettext("no date given")),
    ]
    if figure.scope:
        slots.append(Slot(gettext("Scope"), figure.scope, quoted=True))
    return Fact(
        key=key,
        number=number,
        kind="figure",
        type="figure",
        label=f"{words.figure_words(figure)} {figure.measure}",
        freedom="",
        status="reported",
        lead="",
        about=counted_by(figure, names),
        when=counted_when(figure),
        where="",
        sentence=words.status_sentence("reported", None),
        confidence=figure.confidence,
        sure=words.confidence_words(figure.confidence),
        evidence=figure.evidence,
        slots=tuple(slots),
    )


def _of_law(step: LawStep, *, key: str, number: int) -> Fact:
    slots = [
        Slot(gettext("Law"), step.title, quoted=True),
        Slot(gettext("Kind"), label("law_kinds", step.kind)),
        Slot(gettext("Stage"), label("law_stages", step.stage)),
        Slot(gettext("When"), date_words(step.date) if step.date else gettext("the report does not say")),
    ]
    return Fact(
        key=key,
        number=number,
        kind="law",
        type=step.stage,
        label=label("law_stages", step.stage),
        freedom="",
        status="reported",
        lead="",
        about=step.title,
        when=date_words(step.date) if step.date else "",
        where="",
        sentence=words.status_sentence("reported", None),
        confidence=step.confidence,
        sure=words.confidence_words(step.confidence),
        evidence=step.evidence,
        slots=tuple(slots),
    )


def facts_of(held: Held) -> tuple[Fact, ...]:
    """Every fact of a record, numbered in the order of the text."""
    names = Names(held)
    record = held.record
    items: list[Event | Figure | LawStep] = [*record.events, *record.figures, *record.laws]
    items.sort(key=lambda item: (item.evidence[0].start, item.evidence[0].end, item.id))
    facts = []
    for number, item in enumerate(items, 1):
        key = held.keys[item.id]
        if isinstance(item, Event):
            facts.append(_of_event(item, key=key, number=number, names=names))
        elif isinstance(item, Figure):
            facts.append(_of_figure(item, key=key, number=number, names=names))
        else:
            facts.append(_of_law(item, key=key, number=number))
    return tuple(facts)
