"""Names for the codebook's keys in the language of the page."""

from django.utils.translation import get_language

from civicspace.model.codebook import codebook


def language() -> str:
    return get_language() or "en"


def label(vocabulary: str, key: str) -> str:
    """The codebook's word for ``key`` of one of its vocabularies; a key that it does not have is shown as it stands."""
    term = codebook().vocabulary(vocabulary).get(key)
    return term.label(language()) if term else key
