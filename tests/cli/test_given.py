"""What the user says about a report is checked as it is typed."""

import pytest
import typer

from civicspace.cli import given


def test_a_country_is_two_letters_that_a_country_has() -> None:
    assert given.country("kz") == "KZ"
    assert given.country(None) is None


@pytest.mark.parametrize("value", ["ZZ", "Tajikistan", "K"])
def test_what_is_no_country_is_refused(value: str) -> None:
    with pytest.raises(typer.BadParameter, match="ISO 3166-1"):
        given.country(value)
