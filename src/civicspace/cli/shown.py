"""Names and messages as a terminal may have them: nothing in them acts on it."""

import re

# Control characters (a terminal obeys them), what turns the direction of writing, and bytes of a file name that are no
# text (lone surrogates), which no stream can write.
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")


def shown(text: object) -> str:
    """``text`` on one line with every such character written out, ``\\x1b`` for the one that begins a command."""
    return _ACTS.sub(lambda found: ascii(found[0])[1:-1], str(text))
