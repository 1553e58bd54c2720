"""Named people whom a noun counts or lists: "eleven people were detained: X, Y …", "dozens, including X"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words

Where = dict[tuple[int, int], tuple[Actor, ActorMention]]
_ROW_GAP = 16
"""Most tokens between two names of a list: what stands there describes the first or the second."""
_BACK = 45
"""Most tokens from a list back to the noun that it belongs to."""
_OPENERS = frozenset({":", "-", "–", "—", "("})
_PARTS = frozenset({"including", "notably", "especially", "namely"})


@dataclass(frozen=True, slots=True)
class Row:
    """Names in one list: tokens ``start`` to ``end`` of a paragraph, ``actors`` in order."""

    start: int
    end: int
    actors: tuple[Actor, ...]


def rows(paragraph: Paragraph, where: Where) -> Iterator[Row]:
    """Every list of names, single names too."""
    current: Row | None = None
    for at in range(len(paragraph.doc)):
        hit = where.get((paragraph.index, at))
        if hit is None or hit[1].start != at or hit[1].how != "name":
            continue
        if current is not None and at - current.end <= _ROW_GAP and lists(paragraph, current.end, at):
            actors = current.actors if hit[0] in current.actors else (*current.actors, hit[0])
            current = Row(current.start, hit[1].end, actors)
            continue
        if current is not None:
            yield current
        current = Row(at, hit[1].end, (hit[0],))
    if current is not None:
        yield current


def lists(paragraph: Paragraph, end: int, start: int) -> bool:
    """Whether the words between two names only list and describe: ", a lawyer, and"."""
    between = paragraph.doc[end:start]
    if not len(between) or paragraph.doc[end - 1].sent != paragraph.doc[start].sent:
        return False
    joins = any(t.lower_ in {",", "and", "or", ";", "&"} for t in between)
    return joins and not any(_breaks(t) for t in between)


def _breaks(token: Token) -> bool:
    """Whether a word ends a list: a verb, unless it is in a relative clause that describes somebody."""
    if token.pos_ not in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBG"}:
        return False
    return not any(a.dep_ == "relcl" for a in (token, *token.ancestors))


def _counts(token: Token) -> bool:
    """Whether a word stands for several people, or for one of several: "people", "all eleven", "dozens", "one"."""
    if token.lower_ in words("members_of"):
        return True
    if token.tag_ in {"NNS", "NNPS"}:
        return token.lower_ in nouns("roles")
    return token.tag_ == "CD" and token.dep_ not in {"nummod", "compound", "appos", "quantmod"}


def _named_as(paragraph: Paragraph, row: Row, where: Where) -> Token | None:
    """The word before a list that the list belongs to: opened by a dash, a colon or "including"."""
    doc, sentence = paragraph.doc, paragraph.doc[row.start].sent
    at = row.start - 1
    while at > sentence.start and at > row.start - 14 and not _opens(doc[at]) and doc[at].pos_ not in {"VERB", "AUX"}:
        at -= 1
    opener = doc[at]
    if (
        at < sentence.start
        or not _opens(opener)
        or (opener.text in _OPENERS and opener.text != ":" and len(row.actors) < 2)
    ):
        return None
    for token in reversed(doc[max(sentence.start, at - _BACK) : at]):
        if (paragraph.index, token.i) in where:
            continue
        if _counts(token):
            return token
    return None


def _opens(token: Token) -> bool:
    return (
        token.text in _OPENERS
        or token.lower_ in _PARTS
        or (token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such")
    )


def _with_others(paragraph: Paragraph, row: Row) -> Token | None:
    """ "X and 17 others who had been sentenced": what the clause says of the others it says of X."""
    for token in paragraph.doc[row.end : row.end + 5]:
        clause = any(c.dep_ in {"relcl", "acl"} for c in token.children)
        if token.lower_ == "others" and token.dep_ == "conj" and clause:
            return token
    return None


def _among(paragraph: Paragraph, row: Row) -> Token | None:
    """ "X was among 11 defenders detained", "Among those released were X and Y": the noun after "among"."""
    for token in paragraph.doc[row.start].sent:
        if token.lower_ != "among" or not any(c.dep_ == "pobj" for c in token.children):
            continue
        noun = next(c for c in token.children if c.dep_ == "pobj")
        near = token.i < row.start <= token.i + 16 or row.end <= token.i <= row.end + 14
        if near and noun.lower_ not in {"them", "whom", "these"} and _counts(noun):
            return noun
    return None


def _among_them(paragraph: Paragraph, row: Row) -> Token | None:
    """ "Among them were X and Y": the last word for several people in the sentence before."""
    doc, sentence = paragraph.doc, paragraph.doc[row.start].sent
    opening = [t.lower_ for t in sentence[:4]]
    if "among" not in opening or not {"them", "these"} & set(opening) or not sentence.start:
        return None
    before = doc[sentence.start - 1].sent
    subjects = [t for t in before if _counts(t) and t.dep_ in {"nsubj", "nsubjpass", "dobj", "conj"}]
    return subjects[0] if subjects else None


def heads(paragraph: Paragraph, row: Row, where: Where) -> list[Token]:
    """The nouns that a list of names belongs to, those joined to it by "and" too."""
    others = _with_others(paragraph, row)
    noun = _named_as(paragraph, row, where) or _among(paragraph, row) or _among_them(paragraph, row)
    joined = (noun, *noun.conjuncts) if noun is not None else ()
    if noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "dozens of activists"
        joined = (*joined, noun.head.head)
    found = [t for t in joined if t == noun or (_counts(t) and (paragraph.index, t.i) not in where)]
    return [*found, others] if others is not None and others not in found else found


@dataclass(frozen=True, slots=True)
class Items:
    """The people of a list set as items below the paragraph whose ``noun`` counts them; ``last`` is its last item."""

    noun: Token
    actors: tuple[Actor, ...]
    last: int


def below(paragraphs: tuple[Paragraph, ...], at: int, where: Where) -> Items | None:
    """The people of the list that a paragraph opens with a colon: the names that its items begin with."""
    doc = paragraphs[at].doc
    if doc[-1].text != ":":
        return None
    noun = next((t for t in reversed(doc[doc[-1].sent.start : -1]) if _counts(t)), None)
    found: dict[int, Actor] = {}
    last = paragraphs[at].index
    for item in paragraphs[at + 1 :]:
        if not item.bullet:
            break
        row = next(rows(item, where), None)
        if row is not None and row.start <= 6:
            found.update((id(a), a) for a in row.actors)
        last = item.index
    return Items(noun, tuple(found.values()), last) if noun is not None and found else None
