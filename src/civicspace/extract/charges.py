"""What people are accused of: offences and articles of the law, as one paragraph names them and as the report does."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from civicspace.extract import articles, offences, statutes
from civicspace.extract.articles import Citation
from civicspace.extract.mention import ChargeMention
from civicspace.extract.offences import Offences
from civicspace.extract.paragraph import Paragraph
from civicspace.model.event import Charge

_LINK: Final = re.compile(
    r"[\s\"',(–-]*(?:(?:an?\s+)?(?:crimes?|offen[cs]es?|charges?)\s+)?"
    r"(?:(?:which|that)\s+(?:is|are)\s+)?(?:(?:punishable|prohibited|criminali[sz]ed|penali[sz]ed|covered|defined|provided for|prosecuted)\s+)?"
    r"(?:as\s+(?:defined|set out)\s+)?(?:under|by|in|of|pursuant to|in violation of|in breach of|contrary to|within the meaning of|per)?"
    r"(?:\s+(?:the|part \d+ of|parts? \w+(?: and \w+)? of))*[\s(\"]*",
    re.IGNORECASE,
)
_LEGAL: Final = re.compile(
    r"\b(?:charg|accus|convict|sentenc|indict|prosecut|offen[cs]e|guilty|violat|under|contrary to|pursuant|criminal case|"
    r"investigat|crimes?\b|penal|arrest|detain|fined|jailed|breach)",
    re.IGNORECASE,
)
_GLOSS: Final = re.compile(
    r"\s*(?:,\s*)?(?:\(\s*|which\s+(?:criminali[sz]es|penali[sz]es|prohibits|punishes|bans)\s+|on\s+|–\s+|\")"
)
_ACCUSING: Final = ["charge", "charges", "charged", "arrested", "detained", "prosecuted", "indicted", "convicted", "tried", "sentenced", "investigated", "questioned", "held", "summoned", "accused", "jailed", "imprisoned", "fined", "guilty", "case", "cases", "proceedings", "investigation", "penalised", "penalized", "punished", "wanted"]


def find(paragraph: Paragraph, *, country: str | None = None) -> list[ChargeMention]:
    """The charges of one paragraph, in order; an article is paired with the offence that it stands beside.

    ``country`` (ISO 3166-1 alpha-2) spells out short names of codes ("IPC") where that country has one.
    """
    doc = paragraph.doc
    named = offences.find(doc)
    cited = [c for c in articles.find(doc) if not c.treaty]
    taken: set[int] = set()
    found: list[ChargeMention] = []
    for group in named:
        match = next((c for c in cited if id(c) not in taken and _belongs(doc, group, c)), None)
        if match is not None:
            taken.add(id(match))
        found.append(_mention(paragraph, group, match, country=country))
    for citation in cited:
        if id(citation) not in taken and _accuses(doc, citation):
            found.append(_cited_alone(paragraph, citation, country=country))
    return sorted(found, key=lambda m: (m.start, m.end))


def read(paragraphs: Iterable[Paragraph], *, country: str | None = None) -> tuple[ChargeMention, ...]:
    """The charges of a whole report: an offence named with its article once has it wherever it is named again."""
    found = [mention for paragraph in paragraphs for mention in find(paragraph, country=country)]
    return tuple(_carry(found))


def _belongs(doc: Doc, group: Offences, citation: Citation) -> bool:
    """Whether nothing but a link ("under", a bracket) stands between offences and citation, or one holds the other."""
    start = doc[group.start].idx
    end = doc[group.end - 1].idx + len(doc[group.end - 1])
    if citation.start >= end:
        return bool(_LINK.fullmatch(doc.text, end, citation.start))
    first = doc[group.items[0][0]].idx
    return start <= citation.start and citation.end <= first


def _span(doc: Doc, citation: Citation) -> tuple[int, int]:
    span = doc.char_span(citation.start, citation.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def _mention(paragraph: Paragraph, group: Offences, citation: Citation | None, *, country: str | None) -> ChargeMention:
    doc = paragraph.doc
    worded = [_worded(doc, *item) for item in group.items]
    if citation is None:
        code = _code_alone(doc, group)
        charges = tuple(Charge(offence=words, code=code) for words in worded)
        return ChargeMention(paragraph.index, group.start, group.end, charges)
    start, end = _span(doc, citation)
    code = _code(citation, country)
    charges = tuple(_paired(worded, citation, code, bracket=doc.text[: citation.start].rstrip().endswith("(")))
    return ChargeMention(paragraph.index, min(start, group.start), max(end, group.end), charges)


def _paired(worded: list[str], citation: Citation, code: str | None, *, bracket: bool) -> Iterable[Charge]:
    """Articles with their offences in order; one article in brackets speaks of the offence in front of it alone."""
    numbers = citation.numbers
    if len(numbers) == 1 and len(worded) > 1:
        for words in worded[:-1]:
            yield Charge(offence=words) if bracket else Charge(article=numbers[0], code=code, offence=words)
        yield Charge(article=numbers[0], code=code, offence=worded[-1])
        return
    for i, number in enumerate(numbers):
        gloss = citation.glosses[i] or (worded[i] if i < len(worded) else None)
        yield Charge(article=number, code=code, offence=gloss)
    for words in worded[len(numbers) :]:
        yield Charge(offence=words, code=code)


def _cited_alone(paragraph: Paragraph, citation: Citation, *, country: str | None) -> ChargeMention:
    doc = paragraph.doc
    start, end = _span(doc, citation)
    code = _code(citation, country)
    worded: list[str] = []
    glossed = _GLOSS.match(doc.text, citation.end)
    if glossed and len(citation.numbers) == 1 and not citation.glosses[0]:
        span = doc.char_span(glossed.end(), min(len(doc.text), glossed.end() + 1), alignment_mode="expand")
        group = offences.read_at(doc, span.start) if span is not None and glossed.end() < len(doc.text) else None
        if group:
            worded, end = [_worded(doc, group.items[0][0], group.items[-1][1])], group.end
    charges = tuple(
        Charge(article=number, code=code, offence=citation.glosses[i] or (worded[i] if i < len(worded) else None))
        for i, number in enumerate(citation.numbers)
    )
    return ChargeMention(paragraph.index, start, end, charges)


def _accuses(doc: Doc, citation: Citation) -> bool:
    """Whether an article stands for an accusation: its sentence speaks of charges, or it names a code of offences."""
    span = doc.char_span(citation.start, citation.end, alignment_mode="expand")
    return span is not None and bool(_LEGAL.search(span.sent.text))


def _code_alone(doc: Doc, group: Offences) -> str | None:
    """The act that an accusation rests on where no article is given ("charged under the Sedition Act for …")."""
    text = doc[group.start : min(group.end + 12, doc[group.start].sent.end)].text
    match = re.search(rf"\bunder\s+(?:the\s+|its\s+)?(?P<name>{statutes.name_pattern()})", text)
    return match["name"] if match and statutes.is_offence_law(match["name"]) else None


def _code(citation: Citation, country: str | None) -> str | None:
    if citation.code is None:
        return None
    full: dict[str, str] = statutes.words()["short"].get("full", {})
    return full.get(f"{country}:{citation.code}", full.get(citation.code, citation.code))


def _worded(doc: Doc, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", doc[start:end].text.replace('"', "")).strip()


def _key(offence: str) -> str:
    """The offence without its grammar, so that "participation in" and "participating in mass riots" agree."""
    words = [
        w
        for w in re.findall(r"\w+", offence.lower())
        if w not in ("the", "a", "an", "in", "of", "his", "her", "their", "allegedly")
    ]
    return " ".join(re.sub(r"(?:ations?|ating|ates?|ions?|ing|ments?|ed|es|s|e)$", "", w) for w in words)


def _carry(found: list[ChargeMention]) -> Iterable[ChargeMention]:
    known: dict[str, Charge] = {}
    for mention in found:
        for charge in mention.charges:
            if charge.article and charge.offence:
                known.setdefault(_key(charge.offence), charge)
    codes = {c.article: c.code for m in reversed(found) for c in m.charges if c.article and c.code}
    for mention in found:
        yield replace(mention, charges=tuple(_with_article(charge, known, codes) for charge in mention.charges))


def _with_article(charge: Charge, known: dict[str, Charge], codes: dict[str | None, str | None]) -> Charge:
    if charge.article is None and charge.offence:
        same = known.get(_key(charge.offence))
        if same:
            return Charge(article=same.article, code=same.code, offence=charge.offence)
    elif charge.article and charge.code is None and charge.article in codes:
        return charge.model_copy(update={"code": codes[charge.article]})
    return charge
