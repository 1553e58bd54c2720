"""Offices that speak or act without their holder's name: "the Defence Secretary", "the president's spokesman"."""

from spacy.tokens import Span, Token

from civicspace.extract.vocabulary import words
from civicspace.reference import institutions

_LONGEST = 16
"""Most tokens of an office with its field: "UN Special Rapporteur on extrajudicial … executions"."""
_FIELD = frozenset({"of", "for", "on", "to"})
_CLAUSES = frozenset({"relcl", "acl", "appos", "punct", "advcl", "advmod"})
_VERBAL = frozenset({"nsubj", "nsubjpass", "pobj", "poss", "conj", "dobj", "dative"})


def is_title(token: Token) -> bool:
    """Whether a word is the head of an office's title here; a name may still follow it."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ not in _VERBAL:
        return False
    lower = token.lower_
    if lower == "office":
        return _holder(token) is not None
    if lower in words("office_heads"):
        return True
    return lower in words("office_last_words") and any(
        institutions.is_office(token.doc[start : token.i + 1].text)
        for start in range(max(token.sent.start, token.i - 3), token.i)
    )


def _holder(office: Token) -> Token | None:
    """Whose office it is: "the Prosecutor General's office", "the office of the Prosecutor General"."""
    owners = [c for c in office.children if c.dep_ == "poss"]
    for prep in (c for c in office.children if c.lower_ == "of"):
        owners += [c for c in prep.children if c.dep_ == "pobj"]
    return next((o for o in owners if is_title(o)), None)


def speaks(token: Token) -> bool:
    """Whether a word is the subject of a verb of saying or deciding, or of a clause joined to one."""
    subject = token
    while subject.dep_ == "conj" and subject.head.pos_ in {"NOUN", "PROPN"}:
        subject = subject.head
    return subject.dep_ == "nsubj" and subject.head.lemma_.lower() in words("human_subject") | words("official_acts")


def phrase(token: Token) -> Span:
    """The title with what it is of: "UN High Commissioner for Refugees", "president's spokesman"."""
    start = token.i
    while start > token.sent.start and _belongs(token.doc[start - 1], token):
        start -= 1
    while start < token.i and _is_edge(token.doc[start]):
        start += 1
    end = token.i + 1
    for child in token.children:
        if child.dep_ == "prep" and child.i == end and child.lower_ in _FIELD:
            while end < len(token.doc) and _goes_on(token.doc[end], child) and end - start < _LONGEST:
                end += 1
    while end - 1 > token.i and (token.doc[end - 1].is_punct or token.doc[end - 1].pos_ in {"ADP", "DET", "CCONJ"}):
        end -= 1
    return token.doc[start:end]


def _is_edge(token: Token) -> bool:
    return token.pos_ in {"DET", "PUNCT", "PRON"} or token.tag_ in {"HYPH", "POS"}


def _belongs(left: Token, head: Token) -> bool:
    """Whether a word before a title is part of it; "the then Acting Chief Justice" begins at "Acting"."""
    if left.lower_ in {"the", "a", "an", "then", "his", "her", "its", "their", ",", "and"}:
        return left.lower_ == "the" and left.i + 1 < head.i and left.nbor(1).dep_ == "poss" and left.head.dep_ == "poss"
    return head in (left, *left.ancestors) and all(
        a.dep_ not in {"prep", "relcl", "acl", "appos"} for a in (left, *_up(left, head))
    )


def _up(token: Token, head: Token) -> list[Token]:
    path = []
    for ancestor in token.ancestors:
        if ancestor == head:
            break
        path.append(ancestor)
    return path


def _goes_on(token: Token, prep: Token) -> bool:
    if token != prep and prep not in token.ancestors:
        return False
    if token.is_bracket:
        return False
    return not any(t.dep_ in _CLAUSES - {"punct"} and t.pos_ in {"VERB", "AUX"} for t in (token, *_up(token, prep)))
