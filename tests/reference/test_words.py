"""What single words and names say: kinds of place, known bodies, offices, parts of names."""

import pytest

from civicspace.reference import institutions, name_parts
from civicspace.reference.fold import fold
from civicspace.reference.near import one_apart
from civicspace.reference.place_words import split_generic


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Öskemen", "oskemen"),
        ("Sana’a", "sanaa"),
        ("Port-au-Prince", "port au prince"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("  Two   words ", "two words"),
        ("Орёл", "орел"),
    ],
)
def test_spellings_are_folded(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("name", "bare", "kind"),
    [
        ("Mangystau region", "Mangystau", "subdivision"),
        ("the city of Homs", "Homs", "settlement"),
        ("the Republic of Karelia", "Karelia", "subdivision"),
        ("West Kazakhstan", "West Kazakhstan", None),
        ("Mexico City", "Mexico", "settlement"),
        ("Almaty", "Almaty", None),
        ("District", "District", None),
    ],
)
def test_words_beside_a_place_name(name: str, bare: str, kind: str | None) -> None:
    assert split_generic(name) == (bare, kind)


@pytest.mark.parametrize(
    ("one", "two", "near"),
    [
        ("kokshetay", "kokshetau", True),
        ("kokshetu", "kokshetau", True),
        ("kokshteau", "kokshetau", True),
        ("kokshetau", "kokshetau", True),
        ("kokchetav", "kokshetau", False),
        ("koksheta", "kokshetauu", False),
    ],
)
def test_one_letter_apart(one: str, two: str, near: bool) -> None:
    assert one_apart(one, two) is near


@pytest.mark.parametrize(
    ("name", "country", "full"),
    [
        ("FSB", None, "Federal Security Service"),
        ("the OSCE", "KZ", "Organization for Security and Co-operation in Europe"),
        ("RSF", "SD", "Rapid Support Forces"),
        ("RSF", "KZ", "Reporters Without Borders"),
        ("State Security Service", "UZ", "State Security Service"),
        ("GKNB", None, None),
        ("ice", "US", None),
    ],
)
def test_bodies_known_by_name(name: str, country: str | None, full: str | None) -> None:
    found = institutions.named(name, country=country)
    assert (found.name if found else None) == full


def test_offices() -> None:
    assert institutions.is_office("Vice-President")
    assert institutions.is_office("prime minister")
    assert not institutions.is_office("teacher")


def test_parts_of_names() -> None:
    assert name_parts.is_given_name("Maria")
    assert name_parts.is_given_name("Dmitry")
    assert name_parts.is_given_name("Дмитрий")
    assert name_parts.is_surname("Müller")
    assert not name_parts.is_given_name("Court")
    assert not name_parts.is_surname("Ministry")
