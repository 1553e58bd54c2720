"""The reading copy leads back to the report's own characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicspace.text.offsets import substitute
from civicspace.text.repair import reading_copy

WORDS = frozenset("he was in proposed the law people and".split())
TEXTS = st.text(alphabet="abcHW e2019\u00a0\u200b’“”–\n.,", max_size=80)
steady = settings(derandomize=True, deadline=None)


@steady
@given(TEXTS, st.data())
def test_every_character_of_the_copy_comes_from_within_the_text_in_order(text: str, data: st.DataObject) -> None:
    copy, offsets = reading_copy(text, WORDS.__contains__)
    places = [offsets.to_source(at) for at in range(len(copy) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
    if copy:
        start = data.draw(st.integers(0, len(copy) - 1))
        end = data.draw(st.integers(start + 1, len(copy)))
        first, last = offsets.span(start, end)
        assert 0 <= first <= last <= len(text) + 1


@steady
@given(TEXTS)
def test_plain_characters_stay_what_they_are(text: str) -> None:
    copy, offsets = reading_copy(text, WORDS.__contains__)
    for at, character in enumerate(copy):
        if character.isalnum():
            assert text[offsets.to_source(at)] == character


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("4 January 2022He was", "4 January 2022 He was"),
        ("“Yes”he said", '"Yes" he said'),
        ("15\u00a0days’ arrest", "15 days' arrest"),
        ("Sampler spoke. Samplerproposed it.", "Sampler spoke. Sampler proposed it."),
        ("McSampler stays", "McSampler stays"),
    ],
)
def test_repairs(text: str, copy: str) -> None:
    assert reading_copy(text, WORDS.__contains__)[0] == copy


def test_a_substitution_maps_both_sides_of_the_change() -> None:
    changed, offsets = substitute("abcdef", [(2, 4, "XYZ")])
    assert changed == "abXYZef"
    assert [offsets.to_source(at) for at in range(8)] == [0, 1, 2, 3, 4, 4, 5, 6]
