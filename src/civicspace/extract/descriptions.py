"""The words of the report that say who a person is: title, apposition, relative clause, predicate."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from civicspace.extract.mention import Actor
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words

LONGEST = 30
"""Most tokens of a description; appositions beyond that are sentences of their own."""
_PREMODIFIER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PART"})


_RELATIVE = frozenset({"nsubj", "nsubjpass", "dobj"})
Named = set[tuple[int, int]]
"""Tokens, as (paragraph, position), of the names of people."""


@dataclass(frozen=True, slots=True)
class Description:
    """Tokens ``start`` to ``end`` of a paragraph say who a person is; ``head`` is the noun of standing in them."""

    paragraph: Paragraph
    start: int
    end: int
    head: Token | None

    @property
    def words(self) -> str:
        """The document's own words, on one line."""
        return " ".join(self.paragraph.quote(self.paragraph.doc[self.start : self.end]).quote.split())


def _is_role(token: Token) -> bool:
    """Whether a noun says what somebody is; "Mr" and "former" alone do not."""
    titled = token.lower_ in words("titles") and token.lower_ not in words("courtesy")
    return token.pos_ in {"NOUN", "PROPN"} and (token.lower_ in nouns("roles") or titled)


def _before(paragraph: Paragraph, start: int) -> Description | None:
    """What stands before a name: "women's rights campaigner", "UN High Commissioner for Human Rights"."""
    doc = paragraph.doc
    at, head, sentence = start, None, doc[start].sent.start
    best = start
    while at > sentence and start - at < 12:
        token = doc[at - 1]
        if _is_role(token):
            head, best = head or token, at - 1
        elif token.pos_ in _PREMODIFIER or token.text in {"-", "."} or token.tag_ == "POS":
            best = at - 1 if head is not None else best
        elif not (head is None and token.lower_ in {"for", "of", "on"} and at < start and doc[at].text[0].isupper()):
            break
        at -= 1
    while best < start and (doc[best].is_punct or doc[best].tag_ == "POS" or doc[best].like_num):
        best += 1
    while start > best and (doc[start - 1].lower_.rstrip(".") in words("courtesies") or doc[start - 1].is_punct):
        start -= 1
    return Description(paragraph, best, start, head) if head is not None and best < start else None


def _closing(doc: Doc, start: int, mark: str) -> int:
    """Where an apposition that opened with ``mark`` ends: at its closing mark, a relative clause or the sentence."""
    limit = min(start + LONGEST, doc[start].sent.end)
    marks = {",", ";", ":"} | ({"-"} if mark == "-" else set())
    open_brackets = 0
    for token in doc[start:limit]:
        if token.text in {"(", "["}:
            open_brackets += 1
        elif token.text in {")", "]"}:
            if not open_brackets:
                return token.i
            open_brackets -= 1
        elif not open_brackets and _ends(token, marks, start):
            return token.i
    return limit


def _ends(token: Token, marks: set[str], start: int) -> bool:
    spaced = token.text != "-" or bool(token.nbor(-1).whitespace_)
    relative = token.lower_ in {"that", "which"} and token.i > start + 1 and token.dep_ in _RELATIVE
    return (token.text in marks and spaced) or relative or (token.is_punct and bool(token.is_sent_end))


def _after(paragraph: Paragraph, end: int, named: Named) -> Description | None:
    """An apposition after a name: ", a single mother of six,"; ", who leads the Democratic Party,"."""
    doc = paragraph.doc
    if end + 2 >= len(doc) or doc[end].text not in {",", "(", "-"} or doc[end + 1].sent != doc[end - 1].sent:
        return None
    start = end + 1
    if doc[start].like_num and doc[start + 1].text == "," and start + 2 < len(doc):
        start += 2
    closing = _closing(doc, start, doc[end].text)
    if doc[start].lower_ == "who" and doc[min(start + 1, len(doc) - 1)].lemma_ in words("verbs_of_standing"):
        return Description(paragraph, start + 1, closing, None) if closing > start + 1 else None
    head = _apposed(doc[start:closing], paragraph.index, named)
    if head is None:
        return None
    first = start + (doc[start].lower_ in {"a", "an", "the"})
    end = _before_verb(doc, head.i, closing)
    return Description(paragraph, first, end, head) if first < end else None


def _apposed(words_after: Span, paragraph: int, named: Named) -> Token | None:
    """The noun of standing that heads an apposition; none in a list of names or the rest of a sentence."""
    if not len(words_after) or words_after[0].lower_ in {"and", "or", "as", "including"}:
        return None
    for token in words_after:
        following = token.i + 1
        if (paragraph, token.i) in named or (_is_role(token) and (paragraph, following) in named):
            return None
        compound = following < words_after.end and _is_role(token.doc[following])
        if _is_role(token) and not compound:
            return token
        verb = token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"
        if verb or token.dep_ == "prep" or token.pos_ == "PRON":
            return None
    return None


def _before_verb(doc: Doc, head: int, closing: int) -> int:
    """An apposition without a closing comma ends before the verb that the name is subject of."""
    for token in doc[head + 1 : closing]:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"ROOT", "conj"} and token.i > head:
            return token.i
    return closing


def _apposed_to(paragraph: Paragraph, name: Span) -> Description | None:
    """A description that the name is put beside: "the leader of the Democratic Party, Zhanbolat Mamai"."""
    doc = paragraph.doc
    if name.start < 3 or doc[name.start - 1].text != ",":
        return None
    head = name.root.head if name.root.dep_ == "appos" else None
    if head is None or not _is_role(head):
        head = doc[name.start - 2] if _is_role(doc[name.start - 2]) else None
    if head is None or head.i >= name.start:
        return None
    start = head.left_edge.i
    while start < head.i and (doc[start].pos_ in {"DET", "PRON", "PUNCT", "CCONJ"} or doc[start].tag_ == "POS"):
        start += 1
    return Description(paragraph, start, name.start - 1, head) if name.start - start <= LONGEST else None


def _predicate(paragraph: Paragraph, name: Span) -> Description | None:
    """What a name is said to be: "X was a lawyer in Homs"."""
    verb = name.root.head
    if name.root.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    noun = next((c for c in verb.children if c.dep_ == "attr" and _is_role(c)), None)
    if noun is None:
        return None
    start = noun.left_edge.i + (noun.left_edge.pos_ == "DET")
    end = min(noun.right_edge.i + 1, start + LONGEST)
    return Description(paragraph, start, end, noun)


def of_name(paragraph: Paragraph, start: int, end: int, *, named: Named) -> Iterator[Description]:
    """Every description beside one mention of a name."""
    name = paragraph.doc[start:end]
    found = (
        _after(paragraph, end, named),
        _apposed_to(paragraph, name),
        _before(paragraph, start),
        _predicate(paragraph, name),
    )
    yield from (d for d in found if d is not None)


def _fullness(description: Description) -> tuple[bool, int]:
    """An office or occupation says more than kin; then the longer one."""
    head = description.head
    return head is None or head.lower_ not in words("kin"), description.end - description.start


def describe(actors: list[Actor], paragraphs: tuple[Paragraph, ...]) -> dict[int, list[Description]]:
    """Give every person the fullest description; returns all of them, by ``id`` of the actor."""
    by_index = {p.index: p for p in paragraphs}
    named = {(m.paragraph, t) for a in actors if a.kind == "person" for m in a.mentions for t in range(m.start, m.end)}
    found: dict[int, list[Description]] = {}
    for actor in (a for a in actors if a.kind == "person"):
        mine = found.setdefault(id(actor), [])
        for mention in actor.mentions:
            if mention.how == "name":
                mine += of_name(by_index[mention.paragraph], mention.start, mention.end, named=named)
        if mine:
            actor.description = max(mine, key=_fullness).words
    return found
