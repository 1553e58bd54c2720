"""Which words of the report are quoted for an event: its sentence, or the clause where the sentence is long."""

from spacy.tokens import Span, Token

from civicspace.extract.events.draft import Draft
from civicspace.model.quote import Quote

MAX_QUOTE = 300  # characters, as in the annotation guidelines


def _length(sentence: Span, first: int, last: int) -> int:
    doc = sentence.doc
    return doc[last].idx + len(doc[last]) - doc[first].idx


def _clause(trigger: Token) -> Token:
    """The highest verb under which everything still fits into a quote."""
    best = seen = trigger
    while seen.head != seen:
        seen = seen.head
        inside = [t.i for t in seen.subtree]
        if _length(trigger.sent, min(inside), max(inside)) > MAX_QUOTE:
            break
        best = seen
    return best


def quote(draft: Draft) -> Quote:
    """Evidence of a draft, at most about :data:`MAX_QUOTE` characters, whole words."""
    sentence, trigger = draft.candidate.sentence, draft.candidate.trigger
    first, last = sentence.start, sentence.end - 1
    while last > first and sentence.doc[last].is_space:
        last -= 1
    if _length(sentence, first, last) > MAX_QUOTE:
        inside = [t.i for t in _clause(trigger).subtree]
        first, last = min(inside), max(inside)
        while first < trigger.i and _length(sentence, first, last) > MAX_QUOTE and last > trigger.i:
            last -= 1
        while _length(sentence, first, last) > MAX_QUOTE and first < trigger.i:
            first += 1
    return draft.candidate.paragraph.quote(sentence.doc[first : last + 1])
