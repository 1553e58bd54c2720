"""What an item says must stand where it points. All people in these sentences are invented."""

from typing import Any

import pytest

from civicspace.extract.parse import parse
from civicspace.extract.record import read
from civicspace.extract.verify import Verifier
from civicspace.model.amount import Group
from civicspace.model.document import Document
from civicspace.model.event import Charge, Event, Penalty
from civicspace.model.figure import Figure
from civicspace.model.law import LawStep
from civicspace.model.quote import Quote

TEXT = (
    "The lawyer Aruzhan Probek was detained in Almaty on 3 May 2021 with 90 men and three women.\n\n"
    "She was charged under Article 274(2) of the Criminal Code with spreading false news.\n\n"
    "The hearing was closed. The next day a court in the capital gave her 15 days and a fine of 500 euros.\n\n"
    "On 12 June parliament adopted the Law on Invented Matters."
)


def verifier() -> Verifier:
    document = Document.of(TEXT, country="KZ", published="2021-07-01")
    return Verifier(read(document, parse(document)))


def at(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote.of(TEXT, start, start + len(words))


def checked(words: str, **slots: Any) -> Event:
    """An event told by ``words`` as the check leaves it."""
    event = verifier().event(Event(id="e1", type="detention", confidence=0.9, evidence=(at(words),), **slots))
    assert event is not None
    return event


def test_a_quote_is_found_in_its_paragraph() -> None:
    assert [verifier().paragraph(at(words)).index for words in ("lawyer", "charged", "hearing was closed")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "date", "stands"),
    [
        ("lawyer", "2021-05-03", True),
        ("lawyer", "2021-05", True),
        ("lawyer", "2021-05-03/..", True),
        ("lawyer", "2021-05-04", False),  # another day
        ("lawyer", "2021-06-03", False),  # another month
        ("lawyer", "2020-05-03", False),  # another year than the one written
        ("charged", "2021-05-03", False),  # told in another paragraph
        ("hearing", "2021-05-04", True),  # counted: the next day
        ("12 June", "2021-06-12", True),  # the year of the report
        ("12 June", "1998-06-12", False),  # a year that nothing gives
        ("charged", "2021-07-01", True),  # the day of publication
    ],
)
def test_a_date_is_read_off_or_counted_from_the_paragraph(words: str, date: str, stands: bool) -> None:
    assert checked(words, date=date).date == (date if stands else None)


@pytest.mark.parametrize(("words", "size", "stands"), [("90 men", 90, True), ("90 men and three women", 93, True),
                                                       ("a man", 1, True), ("90 men", 94, False)])  # fmt: skip
def test_the_size_of_a_group_is_counted_in_the_paragraph(words: str, size: int, stands: bool) -> None:
    group = checked("lawyer", group=Group(words=words, min=size, max=size, qualifier="exact")).group
    assert group == (Group(words=words, min=size, max=size, qualifier="exact") if stands else Group(words=words))


@pytest.mark.parametrize(
    ("words", "place", "stands"),
    [("lawyer", "Almaty", True), ("hearing", "Almaty", False), ("lawyer", "Republic Square, Almaty", False)],
)
def test_a_place_is_named_in_the_paragraph(words: str, place: str, stands: bool) -> None:
    left = checked(words, place=place, place_id="kz-1", point=(43.2, 76.9))
    assert (left.place, left.place_id, left.point) == ((place, "kz-1", (43.2, 76.9)) if stands else (None, None, None))


def test_a_penalty_keeps_what_the_paragraph_says_of_it() -> None:
    assert checked("hearing", penalty=Penalty(kind="detention", duration="P15D")).penalty == Penalty(
        kind="detention", duration="P15D"
    )
    assert checked("hearing", penalty=Penalty(kind="detention", duration="P5D")).penalty == Penalty(kind="detention")
    fine = Penalty(kind="fine", amount=500, currency="EUR")
    assert checked("hearing", penalty=fine).penalty == fine
    assert checked("hearing", penalty=Penalty(kind="fine", amount=50, currency="EUR")).penalty == Penalty(kind="fine")


def test_an_article_stands_only_where_its_paragraph_gives_the_number() -> None:
    given = Charge(article="274(2)", code="Criminal Code", offence="spreading false news")
    charges = (given, Charge(article="27"), Charge(offence="extremism"))
    assert checked("She was charged", charges=charges).charges == (given,)
    carried = Charge(article="405", code="Criminal Code", offence="spreading false news")
    assert checked("She was charged", charges=(carried,)).charges == (Charge(offence="spreading false news"),)
    elsewhere = Charge(article="274", code="Tax Code", offence="extremism")
    assert checked("She was charged", charges=(elsewhere,)).charges == (Charge(article="274"),)


def test_a_source_is_named_in_the_paragraph() -> None:
    assert checked("hearing", attributed_to="a court").attributed_to == "a court"
    assert checked("hearing", attributed_to="a newspaper").attributed_to is None


def test_only_those_stay_who_are_meant_in_the_paragraph() -> None:
    assert checked("lawyer", who=("n1",)).who == ("n1",)
    assert checked("She was charged", who=("n1",)).who == ("n1",)
    assert checked("On 12 June", who=("n1",)).who == ()


def test_who_is_only_a_pronoun_is_backed_by_the_name_before() -> None:
    check = verifier()
    person = next(a for a in check.reading.actors if a.kind == "person")
    naming = check.naming(person, [at("She was charged")])
    assert naming is not None
    assert naming.quote == "Aruzhan Probek"
    assert check.naming(person, [at("The lawyer")]) is None  # its own paragraph names her


def test_an_event_stands_where_its_quote_is_what_stands_there() -> None:
    told = at("She was charged")
    good = Event(id="e1", type="charge", confidence=0.9, evidence=(told,))
    moved = told.model_copy(update={"start": told.start + 1, "end": told.end + 1})
    assert verifier().event(good) == good
    assert verifier().event(good.model_copy(update={"evidence": (moved,)})) is None
    assert verifier().event(good.model_copy(update={"evidence": ()})) is None


def test_a_figure_needs_its_number_in_the_paragraph() -> None:
    figure = Figure(id="f1", measure="men", min=90, max=90, qualifier="exact", confidence=0.9, evidence=(at("90 men"),))
    assert verifier().figure(figure) == figure
    assert verifier().figure(figure.model_copy(update={"min": 91, "max": 91})) is None
    assert verifier().figure(figure.model_copy(update={"as_of": "2019", "scope": "in Paris"})) == figure


def test_a_law_needs_its_title_in_the_report_and_its_date_in_the_paragraph() -> None:
    step = LawStep(
        id="l1",
        title="Law on Invented Matters",
        kind="law",
        stage="adopted",
        confidence=0.9,
        evidence=(at("On 12 June"),),
    )
    assert verifier().law(step.model_copy(update={"date": "2021-06-12"})) == step.model_copy(
        update={"date": "2021-06-12"}
    )
    assert verifier().law(step.model_copy(update={"date": "2021-05-03"})) == step
    assert verifier().law(step.model_copy(update={"title": "Law on Other Matters"})) is None
