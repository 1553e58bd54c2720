"""Where a paragraph names a law, bill, decree or reform: its head word, its title and what kind it is."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from civicspace.extract import law_names, statutes
from civicspace.extract.enactment import Enactment
from civicspace.extract.paragraph import text_of
from civicspace.model.law import LawKind

_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_TITLE_LONGEST: Final = 18
_OWN: Final = frozenset(("on", "of", "for", "against", "to", "concerning", "regarding", "about", "replacing"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those", "such", "its", "their"))


@cache
def _heads() -> dict[str, LawKind]:
    kinds: dict[str, LawKind] = {}
    every: tuple[LawKind, ...] = ("law", "bill", "regulation")
    for kind in every:
        kinds |= dict.fromkeys(statutes.words()["heads"][kind], kind)
    return kinds


def find(doc: Doc) -> dict[int, Enactment]:
    """The enactments of a paragraph by the position of every word of a name, or of the head word of a description."""
    if not _anywhere().search(text_of(doc)):
        return {}
    found = {token.i: one for token in doc if (one := _read(token))}
    named = law_names.find(doc, found)
    heads = {law.head for law in named.values()}
    inside = {i for law in named.values() for i in range(law.start, law.end)} - heads
    return {i: law for i, law in found.items() if i not in inside} | named


def _read(token: Token) -> Enactment | None:
    kind = _kind(token)
    if kind is None or _is_modifier(token) or (_general(token) and not _is_emergency(token)):
        return None
    reforms = statutes.words()["reforms"]
    start, end = _title_span(token)
    words = list(token.doc[start:end])
    judged = set(statutes.words()["judging"]["words"])
    draft = kind == "bill" or any(t.lower_ in ("draft", "proposed", "pending") for t in token.doc[start : token.i])
    telling = [t for t in words if t.lower_ not in judged and t.i != token.i and t.pos_ not in ("DET", "PUNCT", "ADV")]
    pointing = any(c.lower_ in _POINTING for c in token.lefts)
    return Enactment(
        head=token.i,
        start=start,
        end=end,
        title=token.doc[start:end].text.strip(" ,\"'"),
        kind="bill" if draft and kind == "law" else kind,
        short=not telling
        and not any(_YEAR.fullmatch(t.text) for t in words)
        and (pointing or (token.lower_ == "legislation" and draft)),
        draft=draft,
        weak=kind == "reform" and token.lower_ in reforms["weak"],
        year=next((t.text for t in words if _YEAR.fullmatch(t.text)), None),
    )


@cache
def _possible() -> frozenset[str]:
    """Every lower-case word that may be the head of a law's name or description."""
    lists = statutes.words()
    reforms = lists["reforms"]
    phrases = [*reforms["emergency"], *reforms["abolished"], "order", "orders", "change", "changes"]
    last = {phrase.split()[-1] for phrase in phrases}
    return frozenset({*_heads(), *reforms["nouns"], *reforms["weak"], *lists["instruments"]["heads"], *last})


@cache
def _anywhere() -> re.Pattern[str]:
    """A paragraph without one of these names no law."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(map(re.escape, _possible() | set(statutes.words()['numbered']))))})", re.I
    )


def _kind(token: Token) -> LawKind | None:
    low = token.lower_
    if low not in _possible() and token.lemma_.lower() not in _heads():
        return None
    if token.pos_ not in ("NOUN", "PROPN") and token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    reforms = statutes.words()["reforms"]
    named = token.text[0].isupper() and token.i > token.sent.start and token.nbor(-1).text[0].isupper()
    if low in reforms["nouns"] or (low in reforms["weak"] and not named):
        return "reform"
    if low in ("order", "orders") and token.i and token.nbor(-1).lower_ in statutes.words()["orders"]["before"]:
        return "regulation"
    if low in ("penalty", "punishment"):
        pair = token.doc[max(0, token.i - 1) : token.i + 1].text.lower()
        return "reform" if pair in reforms["abolished"] and token.head.lemma_ in reforms["abolishing"] else None
    if _is_emergency(token):
        return "regulation"
    if low in statutes.words()["instruments"]["heads"]:
        return "law" if token.text[0].isupper() else None
    if low == "change" or low == "changes":
        return (
            "bill" if any(c.lower_ in ("law", "legal", "legislative", "constitutional") for c in token.lefts) else None
        )
    kind = _heads().get(low) or _heads().get(token.lemma_.lower())
    if kind is None:
        return None
    capital = token.text[0].isupper()
    if low in ("act", "acts", "enactment", "charter", "statute", "proclamation", "order", "orders"):
        return kind if (capital and token.i > token.sent.start) or _legal(token) else None
    if low in ("rules",):
        return kind
    return kind


def _is_emergency(token: Token) -> bool:
    emergency = statutes.words()["reforms"]["emergency"]
    if not any(phrase.endswith(token.lower_) for phrase in emergency):
        return False
    return any(token.doc[max(0, token.i - len(p.split()) + 1) : token.i + 1].text.lower() == p for p in emergency)


def _legal(token: Token) -> bool:
    """Whether a lower-case "act" or "statute" is one of parliament: by its year, its subject or a quoted name."""
    if token.i == 0 or token.lower_ == "order":
        return False
    before, behind = token.nbor(-1), token.doc[token.i + 1 : token.i + 3].text
    kinds = statutes.words()["kinds_of_code"]["words"]
    named = before.text in ('"', "”", "’", "'") or before.lower_ in kinds
    return named or bool(_YEAR.fullmatch(before.text) or re.fullmatch(r"of (?:1[89]|20)\d\d", behind))


def _is_modifier(token: Token) -> bool:
    """Whether the word only qualifies another noun ("law enforcement", "the Law Society")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ in statutes.words()["never"]["behind"]:
        return True
    if token.dep_ == "poss" and token.head.lower_ in (
        n for ns in statutes.words()["nouns_of_stage"].values() for n in ns
    ):
        return False
    return (
        token.dep_ in ("compound", "nmod", "amod", "poss")
        and token.head.i > token.i
        and token.head.lower_ not in _heads()
        and (token.head.pos_ in ("NOUN", "PROPN") and token.head.lower_ not in ("change", "changes"))
    )


def _general(token: Token) -> bool:
    """ "international law", "by law", "in law and practice": no enactment is meant."""
    if token.lower_ not in ("law", "legislation", "laws", "rule", "rules"):
        return False
    left = [c for c in token.lefts if c.dep_ in ("det", "amod", "compound", "poss", "nmod", "nummod")]
    if not left and token.i and token.nbor(-1).lower_ in ("a", "an", "this", "another", "new"):
        left = [token.nbor(-1)]  # "a law criminalising dissent": the article may hang on the noun behind
    if (
        not left
        and token.text[0].islower()
        and not any(c.dep_ in ("acl", "relcl") or c.lower_ in ("on", "against") for c in token.rights)
    ):
        return True
    never = statutes.words()["never"]["before"]
    if (
        any(c.lower_ in never for c in left)
        and token.text[0].islower()
        and not any(c.lower_ in ("on", "against", "of") for c in token.rights)
    ):
        return True
    return token.head.lower_ == "of" and token.head.head.lower_ == "rule"


def _title_span(token: Token) -> tuple[int, int]:
    doc = token.doc
    lefts = [
        c
        for c in token.lefts
        if c.dep_ in ("amod", "compound", "nmod", "nummod", "npadvmod", "poss", "det", "punct", "quantmod", "advmod")
    ]
    start = min([token.i, *(c.left_edge.i for c in lefts)])
    judged = statutes.words()["judging"]["words"]
    while start < token.i and (
        doc[start].pos_ in ("DET", "PUNCT", "SPACE", "PRON")
        or (doc[start].lower_ in judged and doc[start].lower_ not in ("draft", "proposed"))
        or doc[start].dep_ in ("predet",)
    ):
        start += 1
    quote = next((t.i for t in reversed(doc[start : token.i]) if t.text == '"'), None)
    start = start if quote is None else quote + 1
    end = token.i + 1
    if end + 1 < len(doc) and doc[end].tag_ == "TO" and doc[end + 1].tag_ == "VB" and _open_ended(token):
        end = _purpose(doc, end + 1)
    if end < len(doc) and doc[end].text.isdigit():
        end += 1
        while end + 1 < len(doc) and doc[end].text in ("-", "/", "–") and doc[end + 1].text.isdigit():
            end += 2
    if end < len(doc) and doc[end].tag_ == "VBG" and doc[end].head != token and token.text[0].islower():
        end = max(end, _purpose(doc, end))  # "a law criminalising dissent", which the parser may take for an adjective
    end = _subject(doc, end) if end < len(doc) else end
    for child in token.rights:
        if (child.dep_ == "prep" and child.lower_ in _OWN and not _temporal(child)) or (
            child.dep_ in ("acl", "relcl") and child.i - end <= 4 and _telling(child)
        ):
            end = max(end, _edge(child))
        elif child.dep_ in ("nummod", "npadvmod") and _YEAR.fullmatch(child.text):
            end = max(end, child.i + 1)
        elif child.dep_ == "prep" and child.lower_ == "of" and _temporal(child):
            end = max(end, child.i + 2)
    if end < len(doc) and _YEAR.fullmatch(doc[end].text) and doc[end - 1].text[0].isupper():
        end += 1
    return start, min(end, start + _TITLE_LONGEST)


def _open_ended(token: Token) -> bool:
    """Whether "to …" behind a law says what it is for rather than what somebody did with it."""
    return token.text[0].islower() and token.head.lemma_ not in statutes.words()["stages"]["amended"]


def _subject(doc: Doc, start: int) -> int:
    """Behind "on foreign agents": where the words of the subject end; ``start`` where there is none."""
    end = start + 1
    if (
        end >= len(doc)
        or doc[start].lower_ not in ("on", "against", "concerning", "regarding")
        or doc[end].ent_type_ == "DATE"
    ):
        return start
    while end < min(len(doc), start + 9) and (
        doc[end].pos_ in ("NOUN", "PROPN", "ADJ", "DET") or doc[end].lower_ in ("of", "and", "-")
    ):
        end += 1
    while end > start + 1 and (
        doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PUNCT") or doc[end - 1].ent_type_ == "DATE"
    ):
        end -= 1
    return end if end > start + 1 else start


def _purpose(doc: Doc, verb: int) -> int:
    """Behind "to eradicate violence": where the words of the purpose end."""
    end = verb + 1
    while end < min(len(doc), verb + 8) and doc[end].pos_ in ("NOUN", "PROPN", "ADJ", "DET", "ADP"):
        end += 1
    while end > verb + 1 and doc[end - 1].pos_ in ("ADP", "DET"):
        end -= 1
    return end if any(t.pos_ in ("NOUN", "PROPN") for t in doc[verb + 1 : end]) else verb - 1


def _temporal(preposition: Token) -> bool:
    return any(c.ent_type_ == "DATE" or _YEAR.fullmatch(c.text) for c in preposition.children) or (
        preposition.lower_ in ("in", "to", "for")
        and any(c.ent_type_ in ("DATE", "GPE") or c.lower_ in ("president", "signature") for c in preposition.children)
    )


def _telling(clause: Token) -> bool:
    """Whether a clause behind the noun says what the law is for rather than what happened to it."""
    stages = statutes.words()["stages"]
    if any(clause.lemma_ in verbs for verbs in stages.values()) and clause.tag_ in ("VBN", "VBD"):
        return False
    if clause.lemma_ in ("follow", "accord"):
        return False
    if clause.dep_ == "relcl":
        return any(c.lower_ in ("would", "will", "could") for c in clause.children)
    return True


def _edge(token: Token) -> int:
    """Behind the last token of a phrase, cut at its first comma or bracket."""
    for t in token.doc[token.i : token.right_edge.i + 1]:
        dated = t.dep_ == "prep" and t.i > token.i and any(c.ent_type_ == "DATE" for c in t.children)
        if dated or t.text in (",", ";", "(", "–", ":") or (t.i > token.i and t.dep_ == "relcl"):
            return int(t.i)
    return int(token.right_edge.i) + 1


def _carried(noun: Token, enactments: dict[int, Enactment]) -> Iterator[Enactment]:
    """What hangs on "a package", "section 66A": the law behind "of", through another carrier where there is one."""
    of = [c for c in noun.subtree if c.dep_ == "prep" and noun.i < c.i <= noun.i + 3]
    for preposition in of:
        if preposition.lower_ not in ("of", "to", "in", "for"):
            continue
        for child in preposition.children:
            if child.dep_ == "pobj" and child.i in enactments:
                yield enactments[child.i]
            elif child.dep_ == "pobj" and child.lower_ in statutes.words()["carriers"]["nouns"]:
                yield from _carried(child, enactments)


def with_carrier(token: Token, enactments: dict[int, Enactment]) -> Iterator[Enactment]:
    """The enactments that a noun means: itself, those coordinated with it, or what it is a package or version of."""
    seen: set[int] = set()
    for one in [token, *token.conjuncts]:
        if one.i in enactments:
            if enactments[one.i].head not in seen:
                yield enactments[one.i]
            seen.add(enactments[one.i].head)
        elif (
            one.lower_ in statutes.words()["carriers"]["nouns"]
            or one.lower_ in statutes.words()["nouns_of_stage"]["amended"]
        ):
            yield from (enactments[c.i] for c in one.rights if c.dep_ == "appos" and c.i in enactments)
            yield from _carried(one, enactments)
