"""What an item says must stand where it points. All people in these sentences are invented."""

from civicspace.extract import actors
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.extract.verify import Verifier
from civicspace.model.document import Document
from civicspace.model.event import Charge, Event
from civicspace.model.quote import Quote

TEXT = (
    "The lawyer Aruzhan Probek was detained in Almaty.\n\n"
    "She was charged under Article 274(2) of the Criminal Code.\n\n"
    "The hearing was closed."
)


def verifier() -> Verifier:
    document = Document.of(TEXT, country="KZ")
    paragraphs = parse(document)
    return Verifier(Reading(document, paragraphs, actors=actors.read(paragraphs, document)))


def at(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote.of(TEXT, start, start + len(words))


def test_a_quote_is_found_in_its_paragraph() -> None:
    assert [verifier().paragraph(at(words)).index for words in ("lawyer", "charged", "hearing was closed")] == [0, 1, 2]


def test_an_article_stands_only_where_its_paragraph_gives_the_number() -> None:
    check = verifier()
    given = (Charge(article="274(2)", code="Criminal Code"), Charge(article="405"), Charge(offence="extremism"))
    assert check.charges(given, check.support([at("She was charged")])) == (given[0], given[2])


def test_who_is_only_a_pronoun_is_backed_by_the_name_before() -> None:
    check = verifier()
    person = next(a for a in check.reading.actors if a.kind == "person")
    naming = check.naming(person, [at("She was charged")])
    assert naming is not None
    assert naming.quote == "Aruzhan Probek"
    assert check.naming(person, [at("The lawyer")]) is None  # its own paragraph names her


def test_an_event_holds_where_its_quote_is_what_stands_there() -> None:
    told = at("She was charged")
    good = Event(id="e1", type="charge", confidence=0.9, evidence=(told,))
    moved = told.model_copy(update={"start": told.start + 1, "end": told.end + 1})
    assert verifier().holds(good)
    assert not verifier().holds(good.model_copy(update={"evidence": (moved,)}))
    assert not verifier().holds(good.model_copy(update={"evidence": ()}))
