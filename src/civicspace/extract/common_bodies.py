"""Bodies without a name: "an Almaty court", "riot police"; and "the party" for one that was named before."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from civicspace.extract.bodies import Taken
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.vocabulary import nouns, words


def _left(head: Token) -> int:
    """Where the words that say which body it is begin: "riot" of "riot police", "Almaty" of "an Almaty court"."""
    start, doc = head.i, head.doc
    while start > head.sent.start:
        token = doc[start - 1]
        possessive = token.tag_ == "POS" or doc[start].tag_ == "POS"
        if possessive or token.pos_ in {"DET", "NUM", "PRON"} or token.dep_ in {"det", "nummod", "predet"}:
            break
        if (
            token.ent_type_ == "DATE"
            or token.head not in (head, doc[start])
            or token.dep_ not in {"amod", "compound", "nmod", "punct"}
        ):
            break
        start -= 1
    while start < head.i and (
        doc[start].is_punct or (start and doc[start - 1].text == "-") or doc[start].lower_ in _VAGUE
    ):
        start += 1
    return start


_VAGUE = frozenset({"other", "same", "several", "many", "few", "various", "some", "certain", "responsible", "relevant"})


def _is_body(token: Token, span: Span) -> bool:
    """Whether a common noun stands for a part of the state here; "force" alone does not, "police force" does."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _MODIFIES:
        return False
    said = {t.lower_ for t in span[:-1]}
    if token.lower_ in words("only_modified") or token.lemma_.lower() in words("only_modified"):
        return (token.lower_ == "forces" and len(span) == 1) or bool(said & words("state_modifiers"))
    return True


_MODIFIES = frozenset({"compound", "nmod"})


def unnamed(paragraphs: Iterable[Paragraph], taken: Taken, bodies: list[Actor]) -> list[Actor]:
    """Public bodies that a common noun stands for, one actor for each wording.

    A bare "the court" means the last court of the paragraph, named or not, where there is one; "the Commission" with
    a capital means the last commission that was named.
    """
    found: dict[str, Actor] = {}
    ever: dict[str, Actor] = {}
    names = {(m.paragraph, m.end - 1): a for a in bodies for m in a.mentions}
    for paragraph in paragraphs:
        last: dict[str, Actor] = {}
        for token in paragraph.doc:
            body = names.get((paragraph.index, token.i))
            if body is not None:
                mine = {word.lower(): body for word in body.name.split() if word.lower() in words("public_nouns")}
                last |= mine
                ever |= mine
            if (paragraph.index, token.i) in taken or token.lower_ not in nouns("public_nouns"):
                continue
            span = paragraph.doc[_left(token) : token.i + 1]
            known = ever if token.text[0].isupper() and token.tag_ == "NNP" else last
            alone = len(span) == 1 and _is_definite(token) and token.dep_ not in _MODIFIES
            actor = known.get(token.lower_) if alone else None
            if actor is None and not _is_body(token, span):
                continue
            if actor is None:
                name = _words_of(span)
                actor = found.setdefault(name.lower(), Actor("public-body", name))
            last[token.lower_] = actor
            start = max((t.i + 1 for t in span if (paragraph.index, t.i) in taken), default=span.start)
            actor.mentions.append(ActorMention(paragraph.index, start, span.end, "nominal"))
    for actor in bodies:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start))
    return list(found.values())


def named_before(paragraphs: Iterable[Paragraph], taken: Taken, bodies: list[Actor]) -> None:
    """Give an organisation the later words that mean it: "the organisation", "the union"."""
    organisations = [a for a in bodies if a.kind == "organisation"]
    names = {(m.paragraph, m.end - 1): a for a in organisations for m in a.mentions}
    called: dict[int, set[str]] = {id(a): set(a.name.lower().split()) for a in organisations}
    last: list[tuple[int, Actor]] = []
    for paragraph in paragraphs:
        for token in paragraph.doc:
            body = names.get((paragraph.index, token.i))
            if body is not None:
                last.append((paragraph.index, body))
                called[id(body)] |= _kind_beside(token)
            elif (paragraph.index, token.i) not in taken and _stands_alone(token):
                near = [
                    a
                    for at, a in last[-6:]
                    if at >= paragraph.index - 1 and _may_be_called(called[id(a)], token.lower_)
                ]
                if near:
                    near[-1].mentions.append(ActorMention(paragraph.index, token.i, token.i + 1, "nominal"))
    for actor in organisations:
        actor.mentions.sort(key=lambda m: (m.paragraph, m.start))


def _kind_beside(name: Token) -> set[str]:
    """What a name is called where it stands: "the ruling ABC party", "ABC, a trade union", "newspaper ABC"."""
    beside = [c for c in name.children if c.dep_ in {"compound", "appos", "nmod"}]
    beside += [name.head] if name.dep_ in {"compound", "appos", "nmod"} else []
    return {t.lower_ for t in beside if t.pos_ == "NOUN"}


def _may_be_called(called: set[str], noun: str) -> bool:
    """Whether a noun fits an organisation: "the union" is one with that word in or beside its name."""
    return noun in words("organisation_nouns") or noun in called


def _stands_alone(token: Token) -> bool:
    """A singular noun of an organisation with "the" and nothing else beside it."""
    if token.tag_ != "NN" or token.lower_ not in words("organisation_nouns") | words("organisation_kinds"):
        return False
    alone = all(c.lower_ in {"the", "this", "'s"} or c.is_punct for c in token.children)
    return alone and _is_definite(token) and token.dep_ not in _MODIFIES


def _is_definite(token: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that"} for c in token.lefts)


def _words_of(span: Span) -> str:
    return " ".join(span.text.split())
