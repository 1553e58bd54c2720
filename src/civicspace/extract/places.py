"""Places that a report names: countries, regions, towns, prisons, squares."""

from collections.abc import Iterable, Iterator

from civicspace.extract.bodies import Taken
from civicspace.extract.mention import Actor, ActorMention
from civicspace.extract.names import Run, is_function_word, runs
from civicspace.extract.paragraph import Paragraph
from civicspace.extract.people import own_words
from civicspace.extract.vocabulary import words

_PLACE = frozenset({"GPE", "LOC", "FAC"})
_LOCATING = frozenset({"in", "at", "near", "from", "to", "outside", "across", "inside", "around", "into", "throughout"})


def _places(paragraph: Paragraph, taken: Taken) -> Iterator[tuple[Run, int, int]]:
    doc = paragraph.doc
    for run in runs(paragraph):
        start, end = run.tokens()
        if any((paragraph.index, t) in taken for t in range(start, end)):
            continue
        lower = [w.lower for w in run.words]
        if all(is_function_word(w) for w in lower) or set(lower) & words("thing_words"):
            continue
        labelled = [t for t in doc[start:end] if t.ent_type_ in _PLACE]
        generic = lower[-1] in words("place_words") and len(lower) > 1
        located = start > 0 and doc[start - 1].lower_ in _LOCATING and doc[start].ent_type_ == "PERSON"
        if 2 * len(labelled) > end - start or generic or located:
            following = doc[end].lower_ if end < len(doc) else ""
            if following in words("place_words") and not generic:
                end += 1
            yield run, start, end


def named(paragraphs: Iterable[Paragraph], taken: Taken) -> list[Actor]:
    """One actor for each place name, in order of first mention; "Mangystau region" covers both words."""
    found: dict[str, Actor] = {}
    for paragraph in paragraphs:
        for run, start, end in _places(paragraph, taken):
            text = own_words(run)
            actor = found.setdefault(text.lower(), Actor("place", text))
            actor.mentions.append(ActorMention(paragraph.index, start, end))
    return list(found.values())
