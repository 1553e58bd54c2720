"""What the user says about a report, checked as it is typed."""

import re

import typer

from civicspace.model import edtf
from civicspace.reference.countries import by_code


def date(value: str | None) -> str | None:
    """An EDTF date or interval, else a message that shows the forms."""
    if value is None:
        return None
    try:
        return edtf.check(value)
    except ValueError as error:
        raise typer.BadParameter(f"{error} (a period is 2022-02/2022-03)") from error


def country(value: str | None) -> str | None:
    """Two letters, in capitals."""
    if value is None:
        return None
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        raise typer.BadParameter(f"{value!r} is not a country code: write two letters, as KZ or BY (ISO 3166-1)")
    if by_code(value.upper()) is None:
        raise typer.BadParameter(f"{value.upper()} is no country's code (ISO 3166-1): KZ is Kazakhstan, BY is Belarus")
    return value.upper()


def language(value: str | None) -> str | None:
    """A language tag."""
    if value is not None and not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", value):
        raise typer.BadParameter(f"{value!r} is not a language tag: write en, ru or zh-Hant (BCP 47)")
    return value
