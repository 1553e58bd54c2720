"""The place of an event, in the report's own country first. All people in these sentences are invented."""

import pytest

from extract.events.told import draft


@pytest.mark.parametrize(
    ("text", "type_", "place", "place_id"),
    [
        ("Police detained Daniyar Testov in Almaty.", "detention", "Almaty", "geonames:1526384"),
        ("Daniyar Testov was detained in the capital.", "detention", "the capital", "geonames:1526273"),
        (
            "Daniyar Testov, who was born in Paris, was detained in Shymkent.",
            "detention",
            "Shymkent",
            "geonames:1518980",
        ),
        ("A court in Aktau jailed Daniyar Testov for ten days.", "administrative-penalty", "Aktau", "geonames:610612"),
        # The report's own country says nothing.
        ("Police in Almaty detained Daniyar Testov in Kazakhstan.", "detention", "Almaty", "geonames:1526384"),
    ],
)
def test_an_event_is_placed_by_its_sentence(text: str, type_: str, place: str, place_id: str) -> None:
    where = draft(text, type_).where
    assert where is not None
    assert (where.name, where.place and where.place.id) == (place, place_id)
