"""What speaks for and against a capitalised sequence being the name of a person.

Every sequence that may be a name is weighed over all its mentions in the document: what the model's entity
recogniser says, what stands before and after, what it does in its sentences, what it is made of.
"""

import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise

from spacy.tokens import Span, Token

from civicspace.extract.known_places import standing
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.parse import is_english_word
from civicspace.extract.titles import Candidate, candidates
from civicspace.extract.vocabulary import is_armed_group, nouns, words
from civicspace.reference import institutions
from civicspace.reference.name_parts import is_given_name, is_surname

Key = tuple[str, ...]


@dataclass(slots=True)
class Sequence:
    """All mentions of one sequence in the document, with the evidence summed over them."""

    key: Key
    mentions: list[Candidate] = field(default_factory=list)
    evidence: dict[str, float] = field(default_factory=dict)


def _clause(token: Token) -> dict[str, float]:
    """What the head word of a name does in its sentence."""
    while token.dep_ == "conj" and token.head.pos_ == "PROPN":
        token = token.head
    verb = token.head
    lemmas = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children if c.dep_ == "xcomp")}
    found: dict[str, float] = {}
    if token.dep_ in {"nsubj", "nsubjpass"} and _among(lemmas - {verb.lemma_.lower()}, "human_subject", "human_object"):
        found["suffers"] = 1
    if token.dep_ == "nsubj" and _among(lemmas, "human_subject"):
        found["acts"] = 1
    if token.dep_ in {"nsubjpass", "dobj"} and _among(lemmas, "human_object"):
        found["suffers"] = 1
    lemma = verb.lemma_.lower()
    if token.dep_ == "poss" and lemma in words("belongings"):
        found["owns"] = 1
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near", "across", "throughout", "outside", "around"}:
        found["located"] = 1
    return found


def _among(lemmas: set[str], *lists: str) -> bool:
    return any(lemmas & words(name) for name in lists)


def _context(candidate: Candidate, start: int, end: int) -> dict[str, float]:
    """Evidence in the words around one mention, tokens ``start`` to ``end``."""
    doc = candidate.run.paragraph.doc
    found: dict[str, float] = {}
    before = doc[start - 1] if start else None
    if candidate.title:
        found["titled"] = found["styled"] = 1
        found["courtesy"] = float(candidate.title.split()[-1].lower().rstrip(".") in words("courtesies"))
    elif before is not None:
        found |= _before(before, doc[end].lower_ if end < len(doc) else "", is_last=end >= len(doc) or _ends(doc[end]))
    root = doc[start:end].root
    if root.dep_ == "appos" and root.head.lower_ in nouns("roles") and root.head.is_lower:
        found["apposed"] = 1
    found |= _after(doc[end : min(end + 14, len(doc))])
    closing = end + (end + 1 < len(doc) and doc[end].text in {'"', ")", "-"})
    if closing < len(doc) and _is_kind(doc[closing]):
        found["kind-after"] = 1
    if _listed_bodies(doc[max(0, start - 14) : start]):
        found["kind-before"] = 1
    if before is not None and not candidate.title:
        named_for = before.nbor(-1) if before.lower_ in {"of", '"', "called", "named"} and before.i else before
        if _is_kind(named_for) and named_for.lower_ not in nouns("roles"):
            found["kind-before"] = 1
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper() and len(doc[end + 1]) > 2:
        found["acronym-after"] = 1
    return found


def _ends(token: Token) -> bool:
    return token.pos_ not in {"NOUN", "PROPN"}


def _before(before: Token, following: str, *, is_last: bool) -> dict[str, float]:
    """Evidence in the word before a name; ``following`` is the one after, ``is_last`` that no noun is."""
    back = before.nbor(-1) if before.lower_ == "." and before.i else before
    lower = back.lower_
    if lower in nouns("roles") or lower in words("titles") or back.text == "old":
        return {"titled": 1.0, "courtesy": float(lower.rstrip(".") in words("courtesies"))}
    if lower == "the":
        return {"the": 1.0, "rules": float(following in {"administration", "regime", "presidency"})}
    if lower == "one":
        return {"called": float(is_last)}
    if lower in {"in", "at", "near", "across"}:
        return {"located": 1.0}
    noun = before.nbor(-1) if lower == "," and before.i else None
    return {"apposed": 1.0} if noun is not None and noun.lower_ in nouns("roles") | words("kin") else {}


def _listed_bodies(before: Span) -> bool:
    """Whether a name stands in a list or in brackets behind a word for bodies: "organisations X, Y"; "NGO X (Y)"."""
    crossed = False
    for token in reversed(before):
        if token.pos_ == "PROPN" or token.text in {",", "(", '"', "and", "&"}:
            crossed = crossed or token.pos_ != "PROPN"
            continue
        plural = token.tag_ == "NNS" or before[-1].text == "("
        return crossed and plural and token.is_lower and token.lower_ in nouns("organisation_words")
    return False


def _is_kind(token: Token) -> bool:
    """Whether a small word says that the name beside it is a body or a place: "province", "newspaper"."""
    kinds = nouns("organisation_words") | nouns("place_words")
    return token.is_lower and token.lower_ in kinds and token.pos_ == "NOUN"


def _after(following: Span) -> dict[str, float]:
    """Evidence in the next tokens: an age, a description, a relative clause of a person."""
    if len(following) < 2 or following[0].text not in {",", "(", "-"}:
        return {"who": 1.0} if len(following) and following[0].lower_ in {"who", "whose"} else {}
    second = following[1]
    if (len(second) == 2 and second.text.isdigit()) or second.lower_ in {"m", "f", "male", "female"}:
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
    surname = len(capitals) > 1 and (all(capitals) or (not any(capitals[:-1]) and len(run.words[-1].text) > 4))
    found["acronym"] = float(any(capitals) and not surname)
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


_LASTING = {"called", "rules", "courtesy", "titled", "styled", "apposed", "who", "acts", "suffers", "owns"}


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
    if institutions.named(sequence.mentions[0].run.text, country=country):
        total["institution"] = 1.0
    known = standing(sequence.mentions[0].run.text, country=country)
    total |= dict.fromkeys(sorted(known), 1.0)
    total["apart"] = float(not any(total.get(sign) for sign in _KNOWN_ELSE))
    plain = not any(total.get(sign) for sign in ("acronym", "institution", "country", "adjective"))
    total["styled-single"] = float(bool(total.get("styled")) and len(sequence.key) == 1 and plain)
    known_else = any(total.get(sign) for sign in ("english", "home", "abroad"))
    total["titled-plain"] = float(bool(total.get("titled")) and len(sequence.key) > 1 and plain and not known_else)
    total["often"] = math.log(len(sequence.mentions))


_KNOWN_ELSE = (
    "english",
    "acronym",
    "institution",
    "country",
    "adjective",
    "home",
    "abroad",
    "kind-before",
    "kind-after",
)
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
        if same and _BETWEEN.fullmatch(one.run.paragraph.text[one.run.end : other.run.start]):
            row = [*(row or [key]), following]
        elif row:
            yield row
            row = []
    if row:
        yield row


@cache
def _weights() -> dict[str, float]:
    text = (resources.files("civicspace.extract") / "words/person_weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def probability(sequence: Sequence) -> float:
    """How likely the sequence names a person, from its evidence."""
    if sequence.key[-1] in words("peoples") and not sequence.evidence.get("titled"):
        return 0.0
    if "country" in sequence.evidence and sequence.evidence.get("related", 0.0) < 0.5:
        return 0.0
    if is_armed_group(" ".join(sequence.key)):
        return 0.0
    if sequence.evidence.get("courtesy") and not sequence.evidence.get("institution"):
        return 1.0
    if _is_namesake(sequence):
        return 0.0
    if len(sequence.key) == 1 and sequence.evidence.get("apart") and _is_called(sequence.evidence):
        return _CALLED
    weights = _weights()
    odds = weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in sequence.evidence.items())
    return 1 / (1 + math.exp(-odds))


_CALLED = 0.9
"""Of a single word that a title, an apposition or "one" before it makes somebody's name."""


def _is_called(evidence: dict[str, float]) -> bool:
    """Whether a single word is put as a person's name: "Major General X", "another detainee, X", "one X"."""
    return any(evidence.get(sign) for sign in ("styled", "apposed", "called", "rules"))


def _is_namesake(sequence: Sequence) -> bool:
    """Whether every mention is of a thing named after somebody, or of a body: "X airport", "the newspaper X"."""
    seen = sequence.evidence
    if any(seen.get(sign) for sign in ("titled", "courtesy", "suffers", "apposed")):
        return False
    if is_english_word(sequence.key[-1]) and sequence.key[-1] in words("organisation_words"):
        return len(sequence.key) > 1
    return seen.get("kind-before", 0.0) >= _MOSTLY or (seen.get("kind-after", 0.0) == 1 and not seen.get("acts"))


_MOSTLY = 0.5
