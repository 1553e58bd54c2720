"""What people are accused of, as reports of many countries word it. All people in these sentences are invented."""

from functools import cache

import pytest

from civicspace.extract import charges
from civicspace.extract.mention import ChargeMention
from civicspace.extract.parse import parse
from civicspace.model.document import Document


@cache
def read(text: str, country: str | None = None) -> tuple[ChargeMention, ...]:
    return charges.read(parse(Document.of(text)), country=country)


def told(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(c.article, c.code, c.offence) for mention in read(text) for c in mention.charges]


def offences(text: str) -> list[str | None]:
    return [offence for _, _, offence in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was charged with possession of weapons in March.", ["possession of weapons"]),
        ("They were accused of “spreading rumours” and ‘picking quarrels’.", ["spreading rumours", "picking quarrels"]),
        ("She was found guilty of tax evasion after a short trial.", ["tax evasion"]),
        ("Police arrested two reporters on suspicion of espionage and leaking state secrets.",
         ["espionage", "leaking state secrets"]),
        ("He faces charges of treason, inciting violence and membership in a banned group.",
         ["treason", "inciting violence", "membership in a banned group"]),
        ("They were detained on petty hooliganism charges.", ["petty hooliganism"]),
        ("The student was sentenced to ten days' detention for organising an unsanctioned event.",
         ["organising an unsanctioned event"]),
        ("The editor pleaded not guilty to charges of money laundering and tax evasion.",
         ["money laundering", "tax evasion"]),
        ("She was arrested for allegedly insulting the governor and released on 3 May.", ["insulting the governor"]),
        ("Others were charged with various offences, ranging from theft to mass riots and acts of terrorism.",
         ["theft", "mass riots", "acts of terrorism"]),
        ("The appeal court upheld the conviction of Ana Testova, aged 18, for insulting the flag.",
         ["insulting the flag"]),
    ],
)  # fmt: skip
def test_an_offence_is_told_in_the_words_of_the_report(text: str, expected: list[str]) -> None:
    assert offences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The activist was detained for three hours.",
        "She is in charge of receiving complaints.",
        "They were taken to a police station for questioning.",
        "The minister accused nobody.",
        "He received permission for the demonstration.",
    ],
)
def test_no_offence_where_for_and_of_mean_something_else(text: str) -> None:
    assert offences(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is held on charges of rioting and theft (under articles 12 and 15 of the Criminal Code, respectively).",
         [("12", "Criminal Code", "rioting"), ("15", "Criminal Code", "theft")]),
        ("He is held on charges of “rioting” and “vandalism” (under Criminal Code articles 12 and 15, respectively).",
         [("12", "Criminal Code", "rioting"), ("15", "Criminal Code", "vandalism")]),
        ("She was charged under Article 95-4 of the Penal Code with incitement.",
         [("95-4", "Penal Code", "incitement")]),
        ("A case was opened against him under Articles 6 (fraud) and 9 (embezzlement) of the Criminal Code.",
         [("6", "Criminal Code", "fraud"), ("9", "Criminal Code", "embezzlement")]),
        ("He was found guilty of sedition under section 4(1) of the Sedition Act 1948.",
         [("4(1)", "Sedition Act 1948", "sedition")]),
        ("They were charged with unlawful assembly, contrary to section 77 of the Public Order Act, and theft.",
         [("77", "Public Order Act", "unlawful assembly"), (None, None, "theft")]),
        ("She was fined for petty hooliganism (Art. 19.1 of the Code of Administrative Offences).",
         [("19.1", "Code of Administrative Offences", "petty hooliganism")]),
        ("Police charged him under criminal code article 44-1, part 3 (d) for “showing slogans”.",
         [("44-1", "criminal code", "showing slogans")]),
        ("He is accused of “treason” (article 20), “spying” and “collusion” (article 38 of the Penal Code).",
         [("20", None, "treason"), (None, None, "spying"), ("38", "Penal Code", "collusion")]),
        ("Nine bloggers were charged under the Public Information Act.", [(None, "Public Information Act", None)]),
    ],
)  # fmt: skip
def test_an_article_goes_with_the_offence_beside_it(
    text: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested in breach of article 19 of the International Covenant on Civil and Political Rights.",
        "ARTICLE 19 and others said that he was arrested.",
        "They were detained although article 21 of the Constitution protects assemblies.",
    ],
)
def test_rights_and_organisations_are_no_charges(text: str) -> None:
    assert [article for article, _, _ in told(text) if article] == []


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("He was charged with fraud under Art. 74 CC.", "KZ", "Criminal Code"),
        ("She was charged with defamation under Article 27 ITE.", "ID", "Electronic Information and Transactions Law"),
        ("She was charged with defamation under Article 27 ITE.", "MY", "ITE"),
    ],
)
def test_short_names_of_codes_are_spelt_out(text: str, country: str, code: str) -> None:
    assert [charge.code for mention in read(text, country) for charge in mention.charges] == [code]


def test_an_article_is_carried_to_the_same_offence_wherever_it_is_named_again() -> None:
    text = (
        "He is accused of participation in mass riots.\n\n"
        "Two others face charges of participating in mass riots (article 72 of the Criminal Code).\n\n"
        "She was charged with theft."
    )
    assert [article for article, _, _ in told(text)] == ["72", "72", None]


def test_an_article_is_not_carried_into_a_list_that_only_illustrates() -> None:
    text = (
        "People were charged with various offences, ranging from theft to mass riots.\n\n"
        "He was charged with mass riots (article 72 of the Criminal Code)."
    )
    assert [article for article, _, _ in told(text)] == [None, None, "72"]
