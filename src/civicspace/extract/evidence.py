"""What speaks for and against a capitalised sequence being the name of a person.

Every sequence that may be a name is weighed over all its mentions in the document: what the model's entity
recogniser says, what stands before and after, what it does in its sentences, what it is made of.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Span, Token

from civicspace.extract.known_places import standing
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.parse import is_english_word
from civicspace.extract.vocabulary import nouns, words
from civicspace.reference.name_parts import is_given_name, is_surname

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sequence that may name a person; ``title`` is what stood before it in the same capitals."""

    run: Run
    title: str


@dataclass(slots=True)
class Sequence:
    """All mentions of one sequence in the document, with the evidence summed over them."""

    key: Key
    mentions: list[Candidate] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)


def _is_title(word: str) -> bool:
    return word in words("titles") or word in words("roles")


def candidates(run: Run) -> Iterator[Candidate]:
    """Cut titles off a capitalised sequence: "UN Secretary-General Antonio Guterres" leaves the name."""
    parts = run.words
    start = 0
    for at, word in enumerate(parts):
        last = at == len(parts) - 1
        name_like = any(not _describes(run, earlier) for earlier in range(start, at))
        ambiguous = word.lower in words("ambiguous_titles") and (name_like or last)
        if _is_title(word.lower) and not ambiguous:
            if at > start:
                yield from _untitled(run.part(start, at), run.part(0, start).text if start else "")
            start = at + 1
        elif last or at + 1 == len(parts):
            break
    if start < len(parts):
        yield from _untitled(run.part(start, len(parts)), run.part(0, start).text if start else "")


def _describes(run: Run, at: int) -> bool:
    """Whether a word only says of what: "US", "Nigerian", "Police" before a title."""
    word = run.words[at]
    token = run.paragraph.doc[run.part(at, at + 1).tokens()[0]]
    return word.text.isupper() or token.ent_type_ == "NORP" or is_english_word(word.lower)


def _untitled(run: Run, title: str) -> Iterator[Candidate]:
    """Drop a sentence's first word and words that only describe: "Follow Michael Sisak", "Nigerian Michael"."""
    doc = run.paragraph.doc
    first = 0
    before = run.tokens()[0] - 1
    of_an_office = before > 0 and doc[before].lower_ in {"of", "for", "on"}
    while first < len(run.words) - 1:
        token = next(t for t in doc[slice(*run.part(first, first + 1).tokens())] if t.text != "'")
        english = is_english_word(token.lower_) and not is_given_name(token.lower_)
        plain = english and (token.pos_ not in {"PROPN", "NOUN"} or (of_an_office and len(run.words) - first > 2))
        if not (plain or token.ent_type_ == "NORP" or len(token) == 1):
            break
        first += 1
    last = len(run.words)
    while last - first > 2 and _is_credit(run, last - 1):
        last -= 1
    if last - first >= 1 and any(len(w.text) > 1 for w in run.words[first:last]):
        yield Candidate(run.part(first, last), title or (run.part(0, first).text if of_an_office and first else ""))


def _is_credit(run: Run, at: int) -> bool:
    """Whether the last word is an acronym behind a name in small letters: "Le Luan AFP"."""
    word = run.words[at].text
    return word.isupper() and len(word) > 2 and "." not in word and not run.words[at - 1].text.isupper()


def _clause(token: Token) -> dict[str, float]:
    """What the head word of a name does in its sentence."""
    lemma = token.head.lemma_.lower()
    found: dict[str, float] = {}
    if token.dep_ == "nsubj" and lemma in words("human_subject"):
        found["acts"] = 1
    if token.dep_ in {"nsubjpass", "dobj"} and lemma in words("human_object"):
        found["suffers"] = 1
    if token.dep_ == "poss" and lemma in words("belongings"):
        found["owns"] = 1
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near", "across", "throughout", "outside", "around"}:
        found["located"] = 1
    return found


def _context(candidate: Candidate, start: int, end: int) -> dict[str, float]:
    """Evidence in the words around one mention, tokens ``start`` to ``end``."""
    doc = candidate.run.paragraph.doc
    found: dict[str, float] = {}
    before = doc[start - 1] if start else None
    if candidate.title:
        found["titled"] = found["styled"] = 1
    elif before is not None:
        back = before.nbor(-1) if before.lower_ == "." and before.i else before
        lower = back.lower_
        if lower in nouns("roles") or lower in words("titles") or back.text == "old":
            found["titled"] = 1
        elif lower == "the":
            found["the"] = 1
        elif lower in {"in", "at", "near", "across"}:
            found["located"] = 1
        elif lower == ",":
            noun = doc[start - 2] if start > 1 else None
            if noun is not None and (noun.lower_ in nouns("roles") or noun.lower_ in words("kin")):
                found["apposed"] = 1
    found |= _after(doc[end : min(end + 14, len(doc))])
    closing = end + (end + 1 < len(doc) and doc[end].text in {'"', ")", "-"})
    if closing < len(doc) and _is_kind(doc[closing]):
        found["kind-after"] = 1
    if before is not None and not candidate.title:
        named_for = before.nbor(-1) if before.lower_ in {"of", '"', "called", "named"} and before.i else before
        if _is_kind(named_for) and named_for.lower_ not in nouns("roles"):
            found["kind-before"] = 1
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper() and len(doc[end + 1]) > 2:
        found["acronym-after"] = 1
    return found


def _is_kind(token: Token) -> bool:
    """Whether a small word says that the name beside it is a body or a place: "province", "newspaper"."""
    kinds = nouns("organisation_words") | nouns("place_words")
    return token.is_lower and token.lower_ in kinds and token.pos_ == "NOUN"


def _after(following: Span) -> dict[str, float]:
    """Evidence in the next tokens: an age, a description, a relative clause of a person."""
    if len(following) < 2 or following[0].text not in {",", "(", "-"}:
        return {"who": 1.0} if len(following) and following[0].lower_ in {"who", "whose"} else {}
    second = following[1]
    if second.like_num and len(second) == 2 and second.text.isdigit():
        return {"apposed": 1.0}
    if second.lower_ in {"who", "whose", "aged"}:
        return {"who": 1.0}
    if second.lower_ in {"a", "an", "the", "his", "her", "its", "former"} or second.lower_ in nouns("roles"):
        for token in following[1:]:
            if token.lower_ in nouns("roles"):
                return {"apposed": 1.0}
            if token.is_punct or token.pos_ in {"VERB", "AUX"}:
                break
    return {}


def _made_of(run: Run) -> dict[str, float]:
    """Evidence in the words of the name itself."""
    lower = [w.lower for w in run.words]
    count = len([w for w in run.words if w.text[0].isupper() or "-" in w.text or w.text.startswith("'")])
    found: dict[str, float] = {f"words-{min(count, 4)}": 1}
    institution = words("organisation_words") | words("public_words") | words("place_words") | words("thing_words")
    found["institution"] = float(any(w in institution for w in lower))
    found["english"] = sum(is_english_word(w) for w in lower) / len(lower)
    parts = [p for w in lower for p in w.split("-") if p not in words("joined_particles")]
    found["given"] = float(is_given_name(lower[0]) or is_given_name(parts[0] if parts else ""))
    found["surname"] = float(is_surname(lower[-1]) or is_surname(parts[-1] if parts else ""))
    found["given-and-surname"] = found["given"] * found["surname"] * (len(lower) > 1)
    endings = tuple(sorted(words("surname_endings")))
    found["ending"] = float(len(lower[-1]) > 4 and lower[-1].endswith(endings))
    found["particle"] = float(any(w in words("particles") or w.startswith(("al-", "el-")) for w in lower[:-1]))
    found["initial"] = float(any(w.text.endswith(".") and len(w.text) == 2 for w in run.words))
    capitals = [w.text.isupper() and len(w.text) > 1 and "." not in w.text for w in run.words]
    found["acronym"] = float(any(capitals) and not (all(capitals) and len(capitals) > 1))
    return found


def _recognised(span: Span) -> dict[str, float]:
    """What the entity recogniser says: its label, and whether its edges are the same."""
    labels = [t.ent_type_ for t in span if not t.is_punct] or [""]
    found = {f"ner-{label or 'none'}": labels.count(label) / len(labels) for label in sorted(set(labels))}
    exact = any(e.start == span.start and e.end == span.end and e.label_ == "PERSON" for e in span.ents)
    return {**found, "ner-exact": float(exact)}


def sequences(paragraphs: Iterable[Paragraph], *, country: str | None) -> dict[Key, Sequence]:
    """All candidate sequences of the document, by key in the order of the text."""
    found: dict[Key, Sequence] = {}
    for paragraph in paragraphs:
        for run in runs(paragraph):
            for candidate in candidates(run):
                key = candidate.run.key
                if all(is_function_word(w) for w in key):
                    continue
                found.setdefault(key, Sequence(key)).mentions.append(candidate)
    for sequence in found.values():
        _weigh(sequence, country)
    for _ in range(_LOOKS):
        _in_company(found)
    return found


_LASTING = {"titled", "styled", "apposed", "who", "acts", "suffers", "owns"}


def _weigh(sequence: Sequence, country: str | None) -> None:
    total = sequence.evidence
    for candidate in sequence.mentions:
        doc = candidate.run.paragraph.doc
        start, end = candidate.run.tokens()
        seen = _recognised(doc[start:end]) | _context(candidate, start, end) | _clause(doc[start:end].root)
        for name, value in seen.items():
            if name in _LASTING:
                total[name] = max(total.get(name, 0.0), value)
            else:
                total[name] = total.get(name, 0.0) + value / len(sequence.mentions)
    total |= _made_of(sequence.mentions[0].run)
    known = standing(sequence.mentions[0].run.text, country=country)
    total |= dict.fromkeys(sorted(known), 1.0)
    plain = not any(total.get(sign) for sign in ("acronym", "institution", "country", "adjective"))
    total["styled-single"] = float(bool(total.get("styled")) and len(sequence.key) == 1 and plain)
    total["often"] = math.log(len(sequence.mentions))


_LOOKS = 2
"""Rounds of weighing in company: the second reaches the far end of a list."""
_BETWEEN = re.compile(r"(?:,? \(?\d{1,2}\)?)?(?:, and | and |, | & |; | or |; and )")


def _in_company(found: dict[Key, Sequence]) -> None:
    """A further look: a sequence listed beside a likely person, or sharing a word with one, gains by it."""
    likely = {key: probability(sequence) for key, sequence in found.items()}
    by_word: dict[str, list[Key]] = {}
    for key in found:
        if len(key) > 1:
            for word in key:
                by_word.setdefault(word, []).append(key)
    for key, sequence in found.items():
        related = [likely[k] for w in key if w not in words("particles") for k in by_word.get(w, ()) if k != key]
        sequence.evidence["related"] = max(related, default=0.0)
    in_order = [(c, key) for key, sequence in found.items() for c in sequence.mentions]
    in_order.sort(key=lambda pair: (pair[0].run.paragraph.index, pair[0].run.start))
    for row in _rows(in_order):
        for key in row:
            beside = max((likely[k] for k in row if k != key), default=0.0)
            found[key].evidence["listed"] = max(found[key].evidence.get("listed", 0.0), beside)


def _rows(in_order: list[tuple[Candidate, Key]]) -> Iterator[list[Key]]:
    """Sequences that stand in one list: "X, Y and Z"."""
    row: list[Key] = []
    for (one, key), (other, following) in pairwise(in_order):
        same = one.run.paragraph is other.run.paragraph
        if same and _BETWEEN.fullmatch(one.run.paragraph.doc.text[one.run.end : other.run.start]):
            row = [*(row or [key]), following]
        elif row:
            yield row
            row = []
    if row:
        yield row


WEIGHTS = {
    "abroad": -0.9,
    "abroad-small": -0.3,
    "acronym": -0.9,
    "acronym-after": -0.2,
    "acts": 1.2,
    "adjective": -0.3,
    "apposed": 2.0,
    "bias": -1.9,
    "country": -0.7,
    "ending": 1.1,
    "english": -2.4,
    "given": 1.5,
    "given-and-surname": 0.6,
    "home": -1.5,
    "home-small": -0.1,
    "institution": -1.7,
    "kind-after": -0.2,
    "kind-before": -1.1,
    "listed": 1.9,
    "located": -0.5,
    "ner-FAC": -0.3,
    "ner-GPE": 0.2,
    "ner-LOC": -0.4,
    "ner-NORP": -0.4,
    "ner-ORG": -0.3,
    "ner-PERSON": 1.2,
    "ner-exact": 1.4,
    "often": -0.2,
    "owns": 0.4,
    "particle": -0.7,
    "related": 4.0,
    "styled": -0.0,
    "styled-single": 0.2,
    "suffers": 1.8,
    "surname": 1.2,
    "the": -0.7,
    "titled": 1.7,
    "who": 1.3,
    "words-1": -1.5,
    "words-3": 0.6,
    "words-4": 0.0,
}
"""Logistic regression over the annotated development reports (ridge penalty 1, rounded to tenths)."""


def probability(sequence: Sequence) -> float:
    """How likely the sequence names a person, from its evidence."""
    if "country" in sequence.evidence and sequence.evidence.get("related", 0.0) < 0.5:
        return 0.0
    odds = WEIGHTS.get("bias", 0.0) + sum(WEIGHTS.get(n, 0.0) * v for n, v in sequence.evidence.items())
    return 1 / (1 + math.exp(-odds))
