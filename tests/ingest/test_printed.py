"""What browsers print at the edges of a page is no part of the report and dates nothing."""

import pytest

from civicspace.ingest.pdfflow import _PRINTED


@pytest.mark.parametrize(
    "line",
    [
        "11/24/26, 2:52 AM Two reporters freed | Example Watch",
        "24.11.2026, 14:52 Example Watch",
        "2026/11/24 14:52",
        "https://example.org/news/two-reporters 1/3",
    ],
)
def test_a_line_of_the_print_is_known(line: str) -> None:
    assert _PRINTED.fullmatch(line)


@pytest.mark.parametrize("line", ["On 11/24/26 police came.", "24.11.2026", "See https://example.org for more."])
def test_a_line_of_the_report_is_kept(line: str) -> None:
    assert not _PRINTED.fullmatch(line)
