"""A record of an invented report on an invented country, built by hand: every page has something to show."""

from civicspace.model.amount import Group
from civicspace.model.custody import Custody
from civicspace.model.document import Document, Section
from civicspace.model.entity import Entity
from civicspace.model.event import Charge, Event, Penalty
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote, Span
from civicspace.model.record import Record

PARAGRAPHS = (
    "Peaceful Assembly",
    "On 12 March 2031, police in Nordhaven detained Anna Example at a march. Two days later a Nordhaven court ordered "
    "her pre-trial detention for two months. According to her lawyer, officers beat Anna Example in custody.",
    "A further march is planned for May 2031. The ministry denied that Boris Sample was ever held.",
    "Figures and laws",
    "By 15 March 2031 at least 200 people had been detained, the Ministry of Parks said; by the end of April 2031 the "
    "union counted 350 people detained. The bill on kites was announced in 2030 and adopted on 2 February 2031.",
    "Carla Nobody watched.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote.of(TEXT, start, start + len(words))


def mentions(*names: str) -> tuple[Span, ...]:
    found = []
    for name in names:
        start = TEXT.find(name)
        while start >= 0:
            found.append(Span(start=start, end=start + len(name)))
            start = TEXT.find(name, start + 1)
    return tuple(sorted(found, key=lambda span: span.start))


def section(heading: str, freedom: str | None = None) -> Section:
    start = TEXT.index(heading)
    return Section(heading=heading, level=2, freedom=freedom, start=start, end=start + len(heading))


DOCUMENT = Document.of(
    TEXT,
    title="A spring in Norland <invented>",
    country="KZ",
    published="2031-05-02",
    period="2031-03/2031-04",
    publishers=("Norland Monitor",),
    sections=(section("Peaceful Assembly", "peaceful-assembly"), section("Figures and laws")),
)
ENTITIES = (
    Entity(id="n1", kind="person", name="Anna Example", description="a painter", mentions=mentions("Anna Example")),
    Entity(id="n2", kind="person", name="Boris Sample", mentions=mentions("Boris Sample")),
    Entity(id="n3", kind="person", name="Carla Nobody", mentions=mentions("Carla Nobody")),
    Entity(id="n4", kind="public-body", name="Nordhaven court", mentions=mentions("Nordhaven court")),
)
EVENTS = (
    Event(
        id="e1",
        type="detention",
        who=("n1",),
        date="2031-03-12",
        place="Nordhaven",
        freedom="peaceful-assembly",
        confidence=0.95,
        evidence=(quote("On 12 March 2031, police in Nordhaven detained Anna Example at a march"),),
    ),
    Event(
        id="e2",
        type="pretrial-detention",
        who=("n1",),
        by=("n4",),
        date="2031-03-14",
        charges=(Charge(article="7", code="Park Code", offence="flying without leave"),),
        penalty=Penalty(kind="detention", duration="P2M"),
        confidence=0.8,
        evidence=(quote("a Nordhaven court ordered her pre-trial detention for two months"),),
    ),
    Event(
        id="e3",
        type="torture",
        who=("n1",),
        status="alleged",
        attributed_to="her lawyer",
        confidence=0.6,
        evidence=(quote("officers beat Anna Example in custody"),),
    ),
    Event(
        id="e4",
        type="protest",
        group=Group(words="at a march"),
        date="2031-03-12",
        freedom="peaceful-assembly",
        confidence=0.4,
        evidence=(quote("detained Anna Example at a march"),),
    ),
    Event(
        id="e5",
        type="protest",
        group=Group(min=24, qualifier="at-least"),
        status="planned",
        date="2031-05~",
        freedom="peaceful-assembly",
        confidence=0.7,
        evidence=(quote("A further march is planned for May 2031"),),
    ),
    Event(
        id="e6",
        type="detention",
        who=("n2",),
        status="denied",
        attributed_to="The ministry",
        confidence=0.7,
        evidence=(quote("The ministry denied that Boris Sample was ever held"),),
    ),
)
FIGURES = (
    Figure(
        id="f1",
        measure="people detained",
        min=200,
        qualifier="at-least",
        as_of="2031-03-15",
        attributed_to="Ministry of Parks",
        confidence=0.9,
        evidence=(quote("at least 200 people had been detained"),),
    ),
    Figure(
        id="f2",
        measure="people detained",
        min=350,
        max=350,
        qualifier="exact",
        as_of="2031-04~",
        confidence=0.9,
        evidence=(quote("350 people detained"),),
    ),
)
LAWS = (
    LawStep(
        id="l1",
        title="bill on kites",
        kind="bill",
        stage="announced",
        date="2030",
        confidence=0.8,
        evidence=(quote("The bill on kites was announced in 2030"),),
    ),
    LawStep(
        id="l2",
        title="bill on kites",
        kind="bill",
        stage="adopted",
        date="2031-02-02",
        confidence=0.8,
        evidence=(quote("adopted on 2 February 2031"),),
    ),
)
CUSTODY = (
    Custody(person="n1", status="pretrial-detention", as_of="2031-04~", until="2031-05-14", events=("e1", "e2")),
)
RECORD = Record(document=DOCUMENT, entities=ENTITIES, events=EVENTS, figures=FIGURES, laws=LAWS, custody=CUSTODY)
