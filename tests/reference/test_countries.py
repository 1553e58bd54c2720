"""Countries by name, adjective and capital; currencies by the words for them."""

from datetime import date

import pytest

from civicspace.reference import countries, currencies


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kazakhstan", "KZ"),
        ("Казахстан", "KZ"),
        ("Қазақстан", "KZ"),
        ("Burma", "MM"),
        ("Myanmar", "MM"),
        ("Swaziland", "SZ"),
        ("Eswatini", "SZ"),
        ("Ivory Coast", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("the Gambia", "GM"),
        ("DRC", "CD"),
        ("UK", "GB"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("Saint Lucia", "LC"),
        ("Kyrgyz Republic", "KG"),
        ("Kazakh", None),
        ("Atlantis", None),
    ],
)
def test_a_country_by_name(text: str, code: str | None) -> None:
    found = countries.by_name(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kazakh", "KZ"),
        ("Kazakhstani", "KZ"),
        ("Kyrgyz", "KG"),
        ("Jordanians", "JO"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Congolese", "CD"),
        ("South Korean", "KR"),
        ("Jordan", None),
    ],
)
def test_a_country_by_adjective(text: str, code: str | None) -> None:
    found = countries.by_adjective(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("courts in Kazakhstan and Papua New Guinea", [("Kazakhstan", "KZ"), ("Papua New Guinea", "PG")]),
        ("Jordanian's lawyer met US and U.S. officials", [("Jordanian", "JO"), ("US", "US"), ("U.S.", "US")]),
        ("Ivory Coast's army", [("Ivory Coast", "CI")]),
        ("let us meet at the car park", []),
        ("Let Us Meet; Car Parks", []),
        ("Niger,\nNigeria", [("Niger", "NE"), ("Nigeria", "NG")]),
    ],
)
def test_countries_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[f.start : f.end], f.country.code) for f in countries.find_in(text)] == found


def test_the_capital_that_changed_its_name() -> None:
    kazakhstan = countries.by_code("kz")
    assert kazakhstan
    names = [kazakhstan.capital_on(day) for day in (date(2018, 5, 1), date(2021, 5, 1), date(2023, 5, 1))]
    assert names == ["Astana", "Nur-Sultan", "Astana"]


def test_every_country_is_named_in_three_languages() -> None:
    for country in countries.every():
        assert all(country.label(tag) for tag in ("en", "ru", "kk")), country.code


@pytest.mark.parametrize(
    ("word", "country", "code"),
    [
        ("tenge", "KZ", "KZT"),
        ("som", "KG", "KGS"),
        ("sums", "UZ", "UZS"),
        ("dollars", "CA", "CAD"),
        ("dollars", "KZ", "USD"),
        ("US dollars", "CA", "USD"),
        ("€", "TR", "EUR"),
        ("roubles", "BY", "BYN"),
        ("roubles", "RU", "RUB"),
        ("pounds", "EG", "EGP"),
        ("francs", "RW", "RWF"),
        ("CFA francs", "CM", "XAF"),
        ("Rs", "PK", "PKR"),
        ("lei", "MD", "MDL"),
        ("manat", "TM", "TMT"),
        ("krone", "KZ", None),
        ("apples", "KZ", None),
    ],
)
def test_a_currency_by_its_word_in_a_report_of_a_country(word: str, country: str, code: str | None) -> None:
    assert currencies.code_of(word, country=country) == code


def test_a_currency_that_was_replaced_is_meant_in_its_own_years() -> None:
    assert currencies.code_of("rubles", country="BY", year=2014) == "BYR"
    assert currencies.code_of("rubles", country="BY", year=2020) == "BYN"
    tender = currencies.of_country("KZ")
    assert tender
    assert tender.code == "KZT"
