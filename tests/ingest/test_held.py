"""A report that is held already is recognised."""

from civicspace.ingest import read_bytes
from civicspace.ingest.held import Held, Match, fingerprint
from civicspace.model.document import Document
from ingest.one_report import BODY, as_docx, as_html, as_pdf, as_text, word

FIRST = read_bytes(as_html())


def held() -> Held:
    reports = Held()
    reports.add(FIRST)
    return reports


def test_the_same_file_is_known_before_it_is_read() -> None:
    assert FIRST.source_id is not None
    assert held().same_file(FIRST.source_id) == Match(FIRST.id, "same-file", 1.0)
    assert held().find(FIRST) == [Match(FIRST.id, "same-file", 1.0)]


def test_the_same_text_in_another_form_is_the_same_report() -> None:
    for data in (as_text(), as_pdf(), as_docx()):
        assert held().find(read_bytes(data)) == [Match(FIRST.id, "same-text", 1.0)]


def test_a_report_with_a_sentence_changed_is_a_version() -> None:
    made = word()
    made.paragraphs[3].add_run(" She was later freed.")
    found = held().find(read_bytes(as_docx(made)))
    assert [(match.id, match.how) for match in found] == [(FIRST.id, "version")]
    assert 0.8 < found[0].likeness < 1


def test_a_part_of_a_report_is_an_excerpt() -> None:
    part = Document.of("\n\n".join(text for _, text in BODY[1:6]))
    assert [match.how for match in held().find(part)] == ["excerpt"]
    reports = Held()
    reports.add(part)
    assert [(match.id, match.how) for match in reports.find(FIRST)] == [(part.id, "excerpt")]


def test_another_report_is_not_recognised() -> None:
    other = Document.of(
        "The parliament of Osterlich passed a bill on public gatherings on Monday. Its sponsors said that the police "
        "had asked for more powers, and that the opposition had been heard. A lawyer called the vote a farce."
    )
    assert held().find(other) == []


def test_a_fingerprint_is_the_same_on_every_machine_and_blind_to_case_and_signs() -> None:
    text = " ".join(f"word{n}" for n in range(60))
    assert fingerprint(text) == fingerprint(text.upper().replace(" ", ", "))
    assert min(fingerprint(text)) == 789833824942499908
