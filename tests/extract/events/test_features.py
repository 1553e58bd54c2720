"""What the judge is told of a draft: language, never who it is about. The people are invented."""

import pytest

from civicspace.extract.events.events import drafts
from extract.events.told import reading


@pytest.mark.parametrize(
    "text",
    [
        "Police detained the blogger Daniyar Testov at a rally of the Testovites in Almaty.",
        "Testov's lawyer Aruzhan Probek said that the Sampler Court had fined Testov.",
        "Following the arrest of Daniyar Testov, Probek’s home was searched by SMPL agents.",
    ],
)
def test_no_feature_holds_a_name(text: str) -> None:
    names = {"daniyar", "testov", "testovites", "aruzhan", "probek", "almaty", "smpl"}
    words = {word for _, features in drafts(reading(text)) for one in features for word in one.lower().split(":")}
    assert words & names == set()
    assert "detention~pattern" in words or "search~pattern" in words or "statement~pattern" in words


def test_a_sentence_is_described_in_the_same_words_whoever_it_is_about() -> None:
    one, other = (
        [f for _, features in drafts(reading(f"Police detained the blogger {name} in Almaty.")) for f in features]
        for name in ("Daniyar Testov", "Ruslan Sampov")
    )
    assert one == other
