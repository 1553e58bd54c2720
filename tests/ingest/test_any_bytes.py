"""Whatever the bytes, reading ends in a document or in a reason."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.ingest import read_bytes
from civicspace.model.document import Document
from civicspace.model.errors import ItemError
from ingest.one_report import as_docx, as_html, as_pdf, as_text

SEEDS = (as_text(), as_html(), as_pdf(), as_docx())
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=12)
TAGS = "<p> </p> <ul> <li> <table><tr><td> </table> <h2> <b> <br> <div/class=share> <sup>1</sup> <a/href=x> <title>"
WORDS = ["A court ruled. ", "29.04.2022", "&nbsp;"]
quick = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes) -> None:
    found: Document | ItemError
    try:
        found = read_bytes(data)
    except ItemError as reason:
        found = reason
    if isinstance(found, Document):
        assert found == Document.model_validate_json(found.model_dump_json())
        assert all(found.text[s.start : s.end] == s.heading for s in found.sections)
        assert "\n\n\n" not in found.text
    else:
        assert len(str(found)) > 10
        assert "broke its reader" not in str(found)


@quick
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)


@quick
@given(st.text(max_size=400))
def test_random_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quick
@given(st.sampled_from(SEEDS), CHANGES, st.floats(0, 1))
def test_damaged_files(seed: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    data = bytearray(seed)
    for place, new in changes:
        at = int(place * len(data))
        data[at : at + len(new)] = new
    check(bytes(data[: int(len(data) * max(cut, 0.3))]))


@quick
@given(st.lists(st.sampled_from(TAGS.split() + WORDS), max_size=60))
def test_odd_pages(parts: list[str]) -> None:
    check(("<html><body>" + "".join(parts)).encode())
