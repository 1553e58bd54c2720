"""A report reads the same whatever it comes in."""

import pytest

from civicspace.ingest import Known, read, read_bytes
from civicspace.model.document import digest
from ingest import one_report
from ingest.one_report import BODY, TITLE, URL, as_docx, as_html, as_pdf, as_text, expected_text, word

FORMS = {
    "text": as_text,
    "wrapped text": lambda: as_text(wrapped=True),
    "UTF-16 text": lambda: as_text().decode().encode("utf-16"),
    "html": as_html,
    "pdf": as_pdf,
    "docx": as_docx,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_text_and_facts(form: str) -> None:
    data = FORMS[form]()
    document = read_bytes(data)
    assert document.text == expected_text()
    assert document.id == digest(expected_text().encode())
    assert document.source_id == digest(data)
    assert (document.title, document.url) == (TITLE, URL)
    assert (document.published, document.period) == ("2023-07-17", "2023-04/2023-06")
    assert (document.country, document.language) == ("KZ", "en")
    assert document.publishers == ("Freedonian Rights Bureau", "Open Streets Network for Justice")


@pytest.mark.parametrize("form", FORMS)
def test_headings_are_sections_that_say_which_freedom(form: str) -> None:
    document = read_bytes(FORMS[form]())
    assert [(s.heading, s.level, s.freedom) for s in document.sections] == [
        (TITLE, 0, None),
        ("Peaceful Assembly", 1, "peaceful-assembly"),
        ("Detentions at peaceful rallies", 2, "peaceful-assembly"),
        ("Association", 1, "association"),
        ("Refusal to register a trade union", 2, "association"),
        ("Expression", 1, "expression"),
        ("News site blocked", 2, "expression"),
    ]
    assert all(document.text[s.start : s.end] == s.heading for s in document.sections)


def test_the_same_bytes_give_the_same_document() -> None:
    assert read_bytes(as_pdf()) == read_bytes(as_pdf())


def test_what_the_user_knows_wins() -> None:
    known = Known(published="2024-01", country="KG", language="ky", title="Another", publishers=("Me",), period="2023")
    document = read_bytes(as_html(), known=known)
    assert document.published == "2024-01"
    assert (document.country, document.language, document.title) == ("KG", "ky", "Another")
    assert (document.publishers, document.period) == (("Me",), "2023")


def test_a_path_is_read(tmp_path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(as_pdf())
    assert read(str(path)).text == expected_text()


def test_a_file_is_read_as_what_it_is_not_as_it_is_called() -> None:
    assert read_bytes(as_pdf(), name="report.txt", media_type="text/plain").text == expected_text()
    assert read_bytes(as_docx(), name="report.pdf").text == expected_text()


def test_page_furniture_is_not_in_the_text() -> None:
    text = read_bytes(as_html()).text
    for words in ("cookies", "Tweet", "Related", "newsletter", "All rights", "avoid it", "channel", "photographer"):
        assert words not in text


def test_running_heads_and_page_numbers_are_not_in_the_text() -> None:
    text = read_bytes(as_pdf()).text
    assert "Country updates" not in text
    assert "Page 1" not in text


def test_tables_are_read_as_lines_and_reviewed_text_as_accepted() -> None:
    made = word()
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "People detained", "230"
    made.add_paragraph("The table ends here.")
    assert "People detained | 230\n\nThe table ends here." in read_bytes(as_docx(made)).text


def test_old_encodings_are_told_from_the_bytes() -> None:
    words = "Полиция задержала активистов на площади. Суд назначил им административный арест на пятнадцать суток. " * 5
    document = read_bytes(words.encode("cp1251"))
    assert document.text == words.strip()
    assert document.language == "ru"
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{words}</p></body></html>'
    assert read_bytes(page.encode("cp1251")).text == words.strip()


def test_white_space_is_made_plain_and_words_stay() -> None:
    text = read_bytes(
        "The  court\u00a0sentenced\u200b him “at once”.\r\n\r\nHe appealed the cafe\u0301 ban.\n".encode()
    ).text
    assert text == "The court sentenced him “at once”.\n\nHe appealed the caf\u00e9 ban."


def test_every_sentence_of_the_report_is_in_it_once() -> None:
    for data in (as_html(), as_pdf()):
        text = read_bytes(data).text
        assert all(text.count(words) == 1 for _, words in one_report.BODY if len(words) > 20)
    assert len(BODY) == text.count("\n\n")
