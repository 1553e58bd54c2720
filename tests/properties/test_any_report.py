"""Whatever the words of a report, its record is sound. People and places of the pieces are invented or common."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.extract.record import extract
from civicspace.model.document import Document
from civicspace.model.record import Record

PIECES = (
    "On 14 March 2022, police detained the activist Daniyar Testov in Almaty. ",
    "He was sentenced to 15 days’ detention under Article 488 of the Administrative Code. ",
    "At least 230 people were killed, the prosecutor’s office said. ",
    "The law on assemblies was adopted in 2020 and amended in the second reading. ",
    "Ms Probek, 43, could face up to five years in prison",
    "inAlmaty 2022He was",
    "«Аким» сказал: ",
    "31 February 0000",
    "99999999999999999999 people",
    "• ",
    "1. ",
    "\n\n",
    "\n",
    "\u00a0\u200b\ufeff",
    "()[]{}<>&\"'`´ ",
    "🙂\U0001f1f0\U0001f1ff",
    "e\u0301\u0323",
    "مظاهرة ",
    "Article 1(1)(a)(b)-2, ",
    "between 10 and 5 ",
    "€1,000.00 ",
    "$$$ ",
)
ABOUT = st.fixed_dictionaries(
    {
        "country": st.sampled_from([None, "KZ", "VA"]),
        "published": st.sampled_from([None, "2022-04-29", "2022"]),
        "period": st.sampled_from([None, "2022-02/2022-04", "2021"]),
    }
)
few = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def check(document: Document) -> None:
    record = extract(document)
    names = {entity.id for entity in record.entities}
    events = {event.id for event in record.events}
    for entity in record.entities:
        assert all(document.text[span.start : span.end].strip() for span in entity.mentions)
    for item in (*record.events, *record.figures, *record.laws):
        assert item.evidence
        assert all(document.text[quote.start : quote.end] == quote.quote for quote in item.evidence)
    for event in record.events:
        assert {*event.who, *event.by} <= names
    for state in record.custody:
        assert state.person in names
        assert set(state.events) <= events
    assert Record.from_json(record.to_json()) == record
    assert extract(document).to_json() == record.to_json()


@few
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), ABOUT)
def test_pieces_of_reports(text: str, about: dict[str, str | None]) -> None:
    check(Document.of(text, **about))


@few
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(Document.of(text))
