"""Whatever the bytes, reading ends in a document or in a reason."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicspace.ingest import read_bytes
from civicspace.model.document import Document
from civicspace.model.errors import ItemError
from ingest.one_report import as_docx, as_html, as_pdf, as_text

SEEDS = (as_text(), as_html(), as_pdf(), as_docx())
quick = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes) -> None:
    try:
        document = read_bytes(data)
    except ItemError as reason:
        assert len(str(reason)) > 10
    else:
        assert document == Document.model_validate_json(document.model_dump_json())
        assert all(document.text[s.start : s.end] == s.heading for s in document.sections)
        assert "\n\n\n" not in document.text


@quick
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)


@quick
@given(st.text(max_size=400))
def test_random_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@quick
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), max_size=12),
    st.floats(0, 1),
)
def test_damaged_files(seed: bytes, changes: list[tuple[float, bytes]], cut: float) -> None:
    data = bytearray(seed)
    for place, new in changes:
        at = int(place * len(data))
        data[at : at + len(new)] = new
    check(bytes(data[: int(len(data) * max(cut, 0.3))]))


@quick
@given(st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "<li>", "<table><tr><td>", "</table>", "<h2>", "<b>", "<br>", "<div class=share>",
                                 "A court ruled. ", "29.04.2022", "&nbsp;", "<sup>1</sup>", "<a href=x>", "<title>"]), max_size=60))  # fmt: skip
def test_odd_pages(parts: list[str]) -> None:
    check(("<html><body>" + "".join(parts)).encode())
