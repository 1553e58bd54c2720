"""What people are accused of: offences and articles of the law, as one paragraph names them and as the report does."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from spacy.tokens import Doc

from civicspace.extract import articles, offences, statutes
from civicspace.extract.articles import Citation
from civicspace.extract.mention import ChargeMention
from civicspace.extract.offences import Offences
from civicspace.extract.paragraph import Paragraph, text_of
from civicspace.model.event import Charge

_LINK: Final = re.compile(
    r"[\s\"',(–-]*(?:(?:an?\s+)?(?:crimes?|offen[cs]es?|charges?)\s+)?"
    r"(?:(?:which|that)\s+(?:is|are)\s+)?"
    r"(?:(?:punishable|prohibited|criminali[sz]ed|penali[sz]ed|covered|defined|provided for|prosecuted)\s+)?"
    r"(?:as\s+(?:defined|set out)\s+)?"
    r"(?:under|by|in|of|pursuant to|in violation of|in breach of|contrary to|within the meaning of|per)?"
    r"(?:\s+(?:the|part \d+ of|parts? \w+(?: and \w+)? of))*[\s(\"]*",
    re.IGNORECASE,
)
# How many characters may stand between an offence and the article in brackets behind it ("… on Facebook (Article 5)").
_LOOSE: Final = 60
_LEGAL: Final = re.compile(
    r"\b(?:charg|accus|convict|sentenc|indict|prosecut|offen[cs]e|guilty|violating|contrary to|pursuant|criminal case|"
    r"criminali[sz]|investigat|crimes?\b|penal|arrest|detain|fined|jailed|breach)",
    re.IGNORECASE,
)
_GLOSS: Final = re.compile(
    r"\s*(?:,\s*)?(?:\(\s*|which\s+(?:criminali[sz]es|penali[sz]es|prohibits|punishes|bans)\s+|on\s+|–\s+|\")"
)
_NAMED_LAW: Final = re.compile(r"[A-Z]\w+ (?:[A-Z]\w+|law|legislation|code|act)|\blaws?\b")
_ACCUSING: Final = [
    "charge",
    "charges",
    "charged",
    "arrested",
    "detained",
    "prosecuted",
    "indicted",
    "convicted",
    "tried",
    "sentenced",
    "investigated",
    "questioned",
    "held",
    "summoned",
    "accused",
    "jailed",
    "imprisoned",
    "fined",
    "guilty",
    "case",
    "cases",
    "proceedings",
    "investigation",
    "penalised",
    "penalized",
    "punished",
    "wanted",
]


def find(paragraph: Paragraph, *, country: str | None = None) -> list[ChargeMention]:
    """The charges of one paragraph, in order; an article is paired with the offence that it stands beside.

    ``country`` (ISO 3166-1 alpha-2) spells out short names of codes ("IPC") where that country has one.
    """
    return [mention for mention, _ in _find(paragraph, country)]


def _find(paragraph: Paragraph, country: str | None) -> list[tuple[ChargeMention, bool]]:
    """As ``find``, each with whether its offences only illustrate ("offences ranging from theft to riots")."""
    doc = paragraph.doc
    cited = [c for c in articles.find(doc) if not c.treaty]
    taken: set[int] = set()
    found: list[tuple[ChargeMention, bool]] = []
    for group in _groups(doc, cited):
        own = [c for c in cited if id(c) not in taken and _belongs(doc, group, c)]
        taken |= {id(c) for c in own}
        found.append((_mention(paragraph, group, own, country=country), group.listed))
    alone = (c for c in cited if id(c) not in taken and _accuses(doc, c))
    found += [(_cited_alone(paragraph, citation, country=country), False) for citation in alone]
    found += [(mention, False) for mention in _under_an_act(paragraph, [mention for mention, _ in found])]
    return sorted(found, key=lambda one: (one[0].start, one[0].end))


def _groups(doc: Doc, cited: list[Citation]) -> Iterator[Offences]:
    """The accusations, and what follows ", and" behind the article of one ("…, contrary to section 77, and theft")."""
    for group in offences.find(doc):
        yield group
        end = doc[group.end - 1].idx + len(doc[group.end - 1])
        for citation in cited:
            if citation.start >= end and _LINK.fullmatch(text_of(doc), end, citation.start):
                going_on = re.compile(r"\)?\"?(?:,\s*|\s+)and\s+").match(text_of(doc), citation.end)
                span = doc.char_span(going_on.end(), going_on.end() + 1, alignment_mode="expand") if going_on else None
                further = offences.read_further(doc, span.start) if span is not None else None
                if further:
                    yield further


def read(paragraphs: Iterable[Paragraph], *, country: str | None = None) -> tuple[ChargeMention, ...]:
    """The charges of a whole report: an offence named with its article once has it wherever it is named again."""
    return tuple(_carry([one for paragraph in paragraphs for one in _find(paragraph, country)]))


def _belongs(doc: Doc, group: Offences, citation: Citation) -> bool:
    """Whether nothing but a link ("under", a bracket) stands between offences and citation, or one holds the other."""
    start = doc[group.start].idx
    end = doc[group.end - 1].idx + len(doc[group.end - 1])
    if citation.start >= end:
        gap = text_of(doc)[end : citation.start]
        loose = len(gap) <= _LOOSE and "(" in gap and not re.search(r"[.;)]|\b(?:and|charges?)\b", gap)
        return loose or bool(_LINK.fullmatch(gap))
    return start <= citation.start and citation.end <= end


def _span(doc: Doc, citation: Citation) -> tuple[int, int]:
    span = doc.char_span(citation.start, citation.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def _mention(paragraph: Paragraph, group: Offences, cited: list[Citation], *, country: str | None) -> ChargeMention:
    doc = paragraph.doc
    items = list(group.items)
    charges: list[Charge] = []
    start, end = group.start, group.end
    for citation in cited:
        before = [item for item in items if doc[item[0]].idx < citation.start]
        last = citation.start >= doc[group.end - 1].idx or citation.end <= doc[items[0][0]].idx if items else True
        mine = items if last else before
        items = [] if last else [item for item in items if item not in before]
        worded = [words for words in (_worded(doc, *item, without=citation) for item in mine) if words]
        bracket = text_of(doc)[: citation.start].rstrip().endswith("(")
        charges += _paired(worded, citation, _code(citation, country), bracket=bracket)
        first, behind = _span(doc, citation)
        start, end = min(start, first), max(end, behind)
    code = None if cited else _code_alone(doc, group)
    charges += [Charge(offence=_worded(doc, *item), code=code) for item in items]
    return ChargeMention(paragraph.index, start, end, tuple(charges))


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
    glossed = _GLOSS.match(text_of(doc), citation.end)
    if glossed and len(citation.numbers) == 1 and not citation.glosses[0]:
        span = doc.char_span(glossed.end(), min(len(text_of(doc)), glossed.end() + 1), alignment_mode="expand")
        group = (
            offences.read_further(doc, span.start) if span is not None and glossed.end() < len(text_of(doc)) else None
        )
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
    if span is None:
        return False
    under = text_of(doc)[: citation.start].rstrip().endswith(("under", "of violating", "violated"))
    return under or bool(_LEGAL.search(span.sent.text))


@cache
def _under() -> re.Pattern[str]:
    verbs = "|".join(_ACCUSING)
    return re.compile(
        rf"\b(?:{verbs})\b[^.;:()]{{0,70}}?\bunder\s+(?:the\s+|its\s+)?(?P<name>{statutes.name_pattern()})"
    )


def _under_an_act(paragraph: Paragraph, found: list[ChargeMention]) -> Iterator[ChargeMention]:
    """ "charged under the Sedition Act" with no article and no offence: the act is all that is known."""
    doc = paragraph.doc
    if " under " not in text_of(doc) or not _NAMED_LAW.search(text_of(doc)):
        return
    for match in _under().finditer(text_of(doc)):
        span = doc.char_span(match.start("name"), match.end("name"), alignment_mode="expand")
        if span is None or not statutes.is_offence_law(match["name"]):
            continue
        near = (m for m in found if m.start - 12 <= span.start < m.end + 12)
        if not any(charge.code for mention in near for charge in mention.charges):
            yield ChargeMention(paragraph.index, span.start, span.end, (Charge(code=match["name"]),))


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


def _worded(doc: Doc, start: int, end: int, *, without: Citation | None = None) -> str:
    """The offence in words; "violating article 5 of the Act by …" leaves what stands behind the article."""
    words = doc[start:end].text
    if without is not None and doc[start].idx <= without.start < doc[start:end].end_char:
        behind = text_of(doc)[without.end : doc[start:end].end_char].strip(" ,()")
        before = text_of(doc)[doc[start].idx : without.start]
        words = (
            behind
            if re.match(r"(?:violating|breaching|violation|breach|contravening|infringing)", before)
            else before.strip(" ,(")
        )
        words = re.sub(r"^(?:by|for|which)\s+", "", words)
    bare = re.sub(r"\"|(?<!\w)'|'(?=\s*$)", "", words)
    return re.sub(r"\s+", " ", bare).strip()


def _key(offence: str) -> str:
    """The offence without its grammar, so that "participation in" and "participating in mass riots" agree."""
    words = [
        w
        for w in re.findall(r"\w+", offence.lower())
        if w not in ("the", "a", "an", "in", "of", "his", "her", "their", "allegedly")
    ]
    return " ".join(re.sub(r"(?:ations?|ating|ates?|ions?|ing|ments?|ed|es|s|e)$", "", w) for w in words)


def _carry(found: list[tuple[ChargeMention, bool]]) -> Iterable[ChargeMention]:
    """Articles carried to later and earlier mentions of the same offence, save where a list only illustrates."""
    known: dict[str, Charge] = {}
    for mention, _ in found:
        for charge in mention.charges:
            if charge.article and charge.offence:
                known.setdefault(_key(charge.offence), charge)
    codes = {c.article: c.code for m, _ in reversed(found) for c in m.charges if c.article and c.code}
    for mention, listed in found:
        charges = mention.charges if listed else tuple(_with_article(c, known, codes) for c in mention.charges)
        yield replace(mention, charges=charges)


def _with_article(charge: Charge, known: dict[str, Charge], codes: dict[str, str]) -> Charge:
    if charge.article is None and charge.offence:
        same = known.get(_key(charge.offence))
        if same:
            return Charge(article=same.article, code=same.code, offence=charge.offence)
    elif charge.article and charge.code is None and charge.article in codes:
        return charge.model_copy(update={"code": codes[charge.article]})
    return charge
