"""An event as first read: a candidate with everything that its sentence says about it."""

from dataclasses import dataclass, replace

from civicspace.extract.events import modality, when
from civicspace.extract.events.candidates import Candidate
from civicspace.extract.events.lexicon import lexicon
from civicspace.extract.events.parties import Party, attendance, counted, party
from civicspace.extract.events.where import Places, Where
from civicspace.extract.mention import Actor, ChargeMention, DateMention, PenaltyMention
from civicspace.extract.reading import Reading

_PEOPLE = frozenset({"person", "organisation", "public-body"})
_VICTIMS = frozenset({"person", "organisation"})
# Types whose object is a thing that can be recorded without anybody: GUIDELINES, "Events".
OBJECT_TYPES = frozenset(
    (
        "assembly-refused assembly-allowed assembly-prevented assembly-dispersed registration-refused "
        "organisation-restricted censorship internet-disruption"
    ).split()
)
_CHARGED = frozenset(
    (
        "charge pretrial-detention conviction administrative-penalty trial case-closed official-penalised appeal "
        "detention house-arrest summons"
    ).split()
)
_LEGAL_STEPS = frozenset({"charge", "case-closed", "appeal", "complaint", "trial"})
_ASSEMBLIES = frozenset({"protest", "strike", "assembly-allowed", "assembly-dispersed", "assembly-prevented"})
_PENALISED = frozenset(
    "conviction administrative-penalty official-penalised appeal pretrial-detention charge trial".split()
)


_WITHOUT_TERM = frozenset({"death", "corporal"})


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A candidate with its slots, before anybody decided whether it is an event.

    ``carried`` is the date that the paragraph gave before, where the sentence has none of its own;
    ``guessed`` is true where the parse gave nobody and the nearest name of the sentence was taken.
    """

    candidate: Candidate
    who: Party
    guessed: bool
    by: Party
    date: DateMention | None
    carried: DateMention | None
    where: Where | None
    modality: modality.Modality
    charges: tuple[ChargeMention, ...]
    penalty: PenaltyMention | None


def _kinds(type_: str, pattern_who: str) -> frozenset[str]:
    if type_ in {"protest", "strike"}:  # the state does not march
        return _VICTIMS
    if type_ in {"statement", "official-penalised", "official-investigation", "complaint"} or pattern_who == "agent":
        return _PEOPLE
    return _VICTIMS


def _near_penalty(reading: Reading, candidate: Candidate) -> PenaltyMention | None:
    if candidate.type not in _PENALISED:
        return None
    sentence = candidate.sentence
    found = reading.within(reading.penalties, candidate.paragraph.index, sentence.start, sentence.end)
    if candidate.type in {"charge", "trial"}:
        found = [p for p in found if p.penalty.max]
    else:
        found = [p for p in found if not p.penalty.max]
    # "to death … commuted to 15 years", "six strokes and one year": the term is what the person serves.
    return min(
        found, key=lambda p: (p.penalty.kind in _WITHOUT_TERM and len(found) > 1, _gap(p, candidate)), default=None
    )


def _gap(mention: ChargeMention | PenaltyMention, candidate: Candidate) -> tuple[int, int]:
    """Words between, those after the trigger first."""
    at = candidate.trigger.i
    if mention.start <= at < mention.end:
        return 0, 0
    return (mention.start - at, 0) if mention.start > at else (at - mention.end + 4, 1)


def _near_charges(reading: Reading, candidate: Candidate) -> tuple[ChargeMention, ...]:
    if candidate.type not in _CHARGED:
        return ()
    sentence = candidate.sentence
    found = reading.within(reading.charges, candidate.paragraph.index, sentence.start, sentence.end)
    if not found and candidate.type == "case-closed":  # "Later the case was suspended": the one spoken of before
        return tuple(reading.within(reading.charges, candidate.paragraph.index, 0, sentence.start)[-1:])
    return tuple(sorted(found, key=lambda c: _gap(c, candidate))[:1])


def _somebody(candidate: Candidate) -> bool:
    """Whether the roles give people at all, named or not."""
    words = lexicon()
    return any(
        t.pos_ in {"PRON", "NUM", "DET", "ADJ"} or words.is_a(t.lemma_.lower(), "person") or t.ent_type_ == "PERSON"
        for t in candidate.who
    )


def _nearest(reading: Reading, candidate: Candidate, *, kinds: frozenset[str]) -> tuple[Actor, ...]:
    """The actor of the right kind that the sentence names nearest to the trigger, those before it preferred."""
    best: tuple[int, Actor] | None = None
    at = candidate.trigger.i
    for token in candidate.sentence:
        for actor in reading.actors_at(candidate.paragraph.index, token.i):
            if actor.kind in kinds and not (candidate.pattern.who == "patient" and token in candidate.by):
                gap = at - token.i if token.i < at else 2 * (token.i - at)
                gap += 40 if actor.kind != "person" and candidate.pattern.who != "agent" else 0
                if best is None or gap < best[0]:
                    best = gap, actor
    return (best[1],) if best else ()


# What is told of a person's case without saying again whose it is: "The charges were dropped", "The trial began".
_CONTINUED = frozenset(
    (
        "disappearance charge trial conviction appeal case-closed release pretrial-detention house-arrest restriction "
        "summons search torture detention administrative-penalty injury death-in-custody"
    ).split()
)


def continued(one: Draft, people: tuple[Actor, ...], body: Actor | None) -> Draft:
    """The draft with those whom the paragraph spoke of before, where its own sentence names nobody.

    ``people`` are those of the last event, ``body`` the last organisation that spoke: "It also called …".
    """
    candidate = one.candidate
    if one.who.actors or (one.who.group is not None and one.who.group.min is not None):
        return one
    heads = [t.lower_ for t in candidate.who]
    if candidate.type == "statement" and body is not None and heads[:1] == ["it"]:
        return replace(one, who=Party((body,)), guessed=True)
    if people and candidate.type in _CONTINUED and not _somebody(candidate):
        return replace(one, who=Party(people), guessed=True)
    return one


def draft(candidate: Candidate, reading: Reading, places: Places) -> Draft:
    """Fill the slots of a candidate from its sentence."""
    paragraph, trigger, sentence = candidate.paragraph, candidate.trigger, candidate.sentence
    kinds = _kinds(candidate.type, candidate.pattern.who)
    who = party(reading, paragraph, heads=candidate.who, kinds=kinds)
    guessed = False
    if who.group is None or who.group.min is None:
        count = counted(reading, paragraph, trigger)
        if count is None and candidate.type in _ASSEMBLIES:
            count = attendance(reading, paragraph, sentence)
        who = Party(who.actors, count or who.group)
    if not who.actors and not _somebody(candidate) and not (who.group and who.group.min):
        nearest = _nearest(reading, candidate, kinds=kinds)
        if nearest:
            who, guessed = Party(nearest), True
    date = when.choose(
        reading,
        paragraph,
        trigger=trigger,
        sentence=sentence,
        legal=candidate.type in _LEGAL_STEPS,
    )
    return Draft(
        candidate,
        who,
        guessed,
        party(reading, paragraph, heads=candidate.by, kinds=_PEOPLE),
        date,
        None if date else when.carried(reading, candidate),
        places.choose(paragraph, trigger=trigger, sentence=sentence),
        modality.read(trigger),
        _near_charges(reading, candidate),
        _near_penalty(reading, candidate),
    )
