"""EDTF dates: what is one, and which days it can mean. The ``edtf`` library is the second opinion."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from civicspace.model.edtf import bounds, check

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    "text", ["2022", "2022-03", "2022-03-14", "2022-03~", "2022-02/2022-03", "2022-03-13/..", "../2022"]
)
def test_the_library_reads_what_we_take(text: str) -> None:
    assert check(text) == text
    assert parse_edtf(text)


@pytest.mark.parametrize("text", ["2022-13", "2022-02-30", "22", "../..", "mid-March", "2022/2023/2024", ""])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        check(text)


@given(days)
def test_a_day_means_itself(day: date) -> None:
    assert bounds(check(day.isoformat())) == (day, day)


@given(days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~"]))
def test_bounds_agree_with_the_library(day: date, length: int, mark: str) -> None:
    text = day.isoformat()[:length]
    first, last = bounds(check(text + mark))
    theirs = parse_edtf(text)
    assert tuple(theirs.lower_strict())[:3] == (first.year, first.month, first.day)
    assert tuple(theirs.upper_strict())[:3] == (last.year, last.month, last.day)
