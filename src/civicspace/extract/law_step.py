"""One step of a law as a sentence tells it."""

from dataclasses import dataclass

from spacy.tokens import Token

from civicspace.extract.enactment import Enactment


@dataclass(frozen=True, slots=True)
class Step:
    """A step as told: ``law`` is its mention, or ``None`` where a pronoun stands for it; ``verb`` carries the step."""

    stage: str
    verb: Token
    law: Enactment | None
    certainty: float = 0.8
