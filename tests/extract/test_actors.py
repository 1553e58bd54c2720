"""Who a report speaks of. All people in these sentences are invented."""

from functools import cache

import pytest

from civicspace.extract import actors
from civicspace.extract.mention import Actor
from civicspace.extract.parse import parse
from civicspace.extract.reading import Reading
from civicspace.model.document import Document


@cache
def reading(text: str, country: str | None = "KZ") -> Reading:
    document = Document.of(text, country=country)
    paragraphs = parse(document)
    return Reading(document, paragraphs, actors=actors.read(paragraphs, document))


def names(text: str, kind: str = "person", *, country: str | None = "KZ") -> list[str]:
    return [a.name for a in reading(text, country).actors if a.kind == kind]


def actor(text: str, name: str) -> Actor:
    return next(a for a in reading(text).actors if a.name == name)


def meant(text: str, word: str, *, nth: int = 0) -> list[str]:
    """Names of those whom the ``nth`` token ``word`` means."""
    read = reading(text)
    tokens = [(p.index, t.i) for p in read.paragraphs for t in p.doc if t.text == word]
    return [a.name for a in read.actors_at(*tokens[nth])]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Activist Daniyar Testov was arrested in Almaty.", ["Daniyar Testov"]),
        ("On Monday, President Kairat Probayev met the press.", ["Kairat Probayev"]),
        ("UN High Commissioner for Human Rights Maria Sampler welcomed the step.", ["Maria Sampler"]),
        ("Omar al-Sampli, a lawyer, was released.", ["Omar al-Sampli"]),
        ("Police detained journalists Aruzhan Probek, Ruslan Testbay and Timur Sampov.", None),
        ("He was taken to Aktobe Prison by the National Guard.", []),
        ("The Sampler Act was adopted by the Senate.", []),
    ],
)
def test_people_are_named_without_their_titles(text: str, people: list[str] | None) -> None:
    expected = ["Aruzhan Probek", "Ruslan Testbay", "Timur Sampov"] if people is None else people
    assert names(text) == expected


def test_a_surname_alone_is_a_mention_and_an_alias() -> None:
    text = "Activist Daniyar Testov was arrested. Testov was beaten in custody, Testov's lawyer said."
    person = actor(text, "Daniyar Testov")
    assert person.aliases == ["Testov"]
    assert [m.how for m in person.mentions].count("name") == 3


def test_a_surname_that_two_share_is_nobodys_alias() -> None:
    text = "Police arrested activists Daniyar Testov and Ruslan Testov. Testov was fined later."
    assert all(not a.aliases for a in reading(text).actors if a.kind == "person")


def test_two_spellings_of_a_name_are_one_person() -> None:
    text = "Journalist Fikrat Testzade was arrested. Journalist Fikret Testzade was released on Monday."
    assert names(text) == ["Fikrat Testzade"]


def test_another_name_is_an_alias() -> None:
    text = "Omar al-Sampli, also known as Sheikh Abu Karim al-Testi, was freed on 12 March."
    assert names(text) == ["Omar al-Sampli"]
    assert actor(text, "Omar al-Sampli").aliases == ["Abu Karim al-Testi"]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Women's rights campaigner Aliya Testova was arrested.", "Aliya Testova", "Women's rights campaigner"),
        ("Aliya Testova, a single mother of six, was arrested.", "Aliya Testova", "single mother of six"),
        (
            "Daniyar Testov, who leads the opposition Sample Party, was arrested.",
            "Daniyar Testov",
            "leads the opposition Sample Party",
        ),
        ("The new General Prosecutor, Kairat Probayev, took office.", "Kairat Probayev", "new General Prosecutor"),
        ("Mr Daniyar Testov was arrested.", "Daniyar Testov", None),
    ],
)
def test_a_description_is_the_reports_own_words(text: str, name: str, description: str | None) -> None:
    assert actor(text, name).description == description


ARREST = (
    "Activist Aliya Testova was arrested on Monday. She was taken to a police station, where officers searched her. "
    "The activist was released later."
)
TOGETHER = "Police arrested Daniyar Testov and Ruslan Probek in May. They were fined. Both appealed."


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (ARREST, "She", ["Aliya Testova"]),
        (ARREST, "her", ["Aliya Testova"]),
        (ARREST, "activist", ["Aliya Testova"]),
        (TOGETHER, "They", ["Daniyar Testov", "Ruslan Probek"]),
        (TOGETHER, "Both", ["Daniyar Testov", "Ruslan Probek"]),
        ("As he left the court, Daniyar Testov was arrested.", "he", ["Daniyar Testov"]),
        ("Daniyar Testov fled. His wife, Aliya Testova, said that she was afraid.", "she", ["Aliya Testova"]),
        ("President Kairat Probayev spoke. The president promised reforms.", "president", ["Kairat Probayev"]),
    ],
)
def test_pronouns_and_descriptions_mean_somebody(text: str, word: str, who: list[str]) -> None:
    assert meant(text, word) == who


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Daniyar Testov was fined. A woman was killed by her husband.", "her"),
        ("Daniyar Testov was fined. The authorities said they would appeal.", "they"),
        ("Activist Daniyar Testov was fined. The activist who shot the film fled.", "activist"),
    ],
)
def test_a_pronoun_of_somebody_unnamed_means_nobody(text: str, word: str) -> None:
    people = [n for n in meant(text, word, nth=-1) if n in names(text)]
    assert people == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Ministry of Justice refused.", "public-body", "Ministry of Justice"),
        ("The General Prosecutor's Office said so.", "public-body", "General Prosecutor's Office"),
        ("On Monday, an Almaty court fined him.", "public-body", "Almaty court"),
        ("Protesters were kicked by riot police.", "public-body", "riot police"),
        ("The Sample Bureau for Human Rights and Rule of Law (SBHR) wrote it.", "organisation", None),
        ("He is held in Kyzylorda.", "place", "Kyzylorda"),
        ("They met at Republic Square.", "place", "Republic Square"),
    ],
)
def test_bodies_and_places(text: str, kind: str, name: str | None) -> None:
    assert (name or "Sample Bureau for Human Rights and Rule of Law") in names(text, kind)


def test_an_acronym_in_brackets_is_an_alias_and_later_a_mention() -> None:
    text = "The Sample Partnership for Human Rights (SPHR) wrote it. SPHR asked for his release."
    body = next(a for a in reading(text).actors if a.kind == "organisation")
    assert body.aliases == ["SPHR"]
    assert len(body.mentions) == 3


def test_a_body_met_by_its_acronym_first_is_one_with_its_full_name() -> None:
    text = "Police raided the SPHR offices. The Sample Partnership for Human Rights (SPHR) wrote to the UN."
    bodies = [(a.name, a.aliases) for a in reading(text).actors if a.kind == "organisation"]
    assert bodies == [("Sample Partnership for Human Rights", ["SPHR"])]


def test_the_party_is_the_party_named_before() -> None:
    text = "The Sample Party was refused registration in March. The party said that it would appeal."
    assert meant(text, "party") == ["Sample Party"]


def test_a_bare_court_is_the_court_named_before() -> None:
    text = "A local court fined him. The court also dropped the charges."
    assert [len(a.mentions) for a in reading(text).actors if a.name == "local court"] == [2]


def test_entities_are_numbered_and_their_mentions_are_words_of_the_text() -> None:
    read = reading(ARREST)
    entities = actors.entities(read.actors, read)
    assert [e.id for e in entities] == [f"n{i}" for i in range(1, len(entities) + 1)]
    person = next(e for e in entities if e.kind == "person")
    assert [ARREST[m.start : m.end] for m in person.mentions] == ["Aliya Testova"]
    assert person == next(e for e in actors.entities(read.actors, read) if e.kind == "person")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In May, the Defence Secretary announced a reform.", "Defence Secretary"),
        ("The UN Special Rapporteur on torture, summary or other executions issued a report.", None),
        ("The president's spokesman denied it.", "president's spokesman"),
        ("The UN High Commissioner for Refugees pointed out the risk.", "UN High Commissioner for Refugees"),
        ("Malaysia rejected the recommendations.", "Malaysia"),
    ],
)
def test_offices_and_states_that_speak_are_public_bodies(text: str, who: str | None) -> None:
    expected = who or "UN Special Rapporteur on torture, summary or other executions"
    assert expected in names(text, "public-body")


def test_an_office_means_the_person_who_is_said_to_hold_it() -> None:
    text = "Prime Minister Kairat Probayev resigned. The Prime Minister announced it on television."
    assert meant(text, "Minister", nth=-1) == ["Kairat Probayev"]


FOUR = ["Daniyar Testov", "Ruslan Probek", "Aliya Testova", "Timur Sampov"]
LISTED = "Four people were detained: Daniyar Testov, Ruslan Probek, Aliya Testova and Timur Sampov."


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        (LISTED, "people", FOUR),
        (
            LISTED + " All four were fined.",
            "four",
            ["Daniyar Testov", "Ruslan Probek", "Aliya Testova", "Timur Sampov"],
        ),
        ("Dozens of activists, including lawyer Daniyar Testov, were fined.", "Dozens", ["Daniyar Testov"]),
        ("Daniyar Testov, a lawyer, was among 11 activists detained in May.", "activists", ["Daniyar Testov"]),
        (
            "Daniyar Testov was arrested. He and the editor Ruslan Probek were beaten. The court freed them.",
            "them",
            ["Daniyar Testov", "Ruslan Probek"],
        ),
        ("Eleven people were killed. They were shot by soldiers.", "They", []),
    ],
)
def test_words_for_several_mean_those_listed(text: str, word: str, who: list[str]) -> None:
    assert meant(text, word) == who


def test_a_case_goes_on_through_paragraphs_that_name_others() -> None:
    text = (
        "Activist Daniyar Testov was arrested on Monday. Testov denies the charges.\n\n"
        "Judge Kairat Probayev remanded him on Tuesday.\n\nHe was beaten in custody."
    )
    assert meant(text, "He") == ["Daniyar Testov"]


def test_a_section_headed_by_a_name_is_about_its_bearer() -> None:
    text = "Aliya Testova\n\nThe nurse was detained on her way home. She was released in May."
    document = Document.of(text, sections=({"heading": "Aliya Testova", "level": 2, "start": 0, "end": 13},))
    paragraphs = parse(document)
    person = next(a for a in actors.read(paragraphs, document) if a.kind == "person")
    assert [paragraphs[m.paragraph].doc[m.start : m.end].text for m in person.mentions][1:] == [
        "The nurse",
        "her",
        "She",
    ]


@pytest.mark.parametrize(
    ("text", "word", "body"),
    [
        ("The Sample Party condemned the ruling. It also called for his release.", "It", "Sample Party"),
        ("Police raided the Sample Foundation. They also seized its computers.", "its", "Sample Foundation"),
        ("The Sample Rights Commission met in May. The Commission urged reform.", "Commission", None),
    ],
)
def test_it_and_its_mean_the_body_spoken_of(text: str, word: str, body: str | None) -> None:
    assert meant(text, word, nth=-1) == [body or "Sample Rights Commission"]


def test_we_means_the_publisher_outside_quotations() -> None:
    text = "Sample Rights Watch works in ten countries. We call on the government to free them."
    document = Document.of(text, publishers=("Sample Rights Watch",))
    paragraphs = parse(document)
    read = Reading(document, paragraphs, actors=actors.read(paragraphs, document))
    at = next(t.i for t in paragraphs[0].doc if t.text == "We")
    assert [a.name for a in read.actors_at(0, at)] == ["Sample Rights Watch"]


def test_an_acronym_that_only_use_introduces_is_an_alias() -> None:
    text = "The Sample City Police Department denied it. Later the SCPD issued a statement."
    assert [(a.name, a.aliases) for a in reading(text).actors if a.aliases] == [
        ("Sample City Police Department", ["SCPD"])
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The judge spoke of one Probayan, who had fled.", ["Probayan"]),
        ("He was taken to Kairat Probayev airport.", []),
        ("The newspaper Nova Probaya was closed.", []),
        ("Artist Aliya (Liya) Testova was detained.", ["Aliya (Liya) Testova"]),
        ("Lawyer Can Probayev was detained.", ["Can Probayev"]),
        ("Facebook was blocked.", []),
    ],
)
def test_what_is_a_persons_name_and_what_is_not(text: str, people: list[str]) -> None:
    assert names(text, country=None) == people
