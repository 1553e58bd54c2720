"""Lines of the log without words of a report: an exception's message often quotes the value that broke it."""

import logging
import traceback
from types import TracebackType

_Broken = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Nameless(logging.Formatter):
    """Where it broke, line by line, and the type of the error; neither its message nor the query of the address."""

    def formatException(self, ei: _Broken) -> str:
        """The frames of an exception and of those that it came from, the newest last."""
        told: list[str] = []
        error = ei[1]
        while error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            told[:0] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames] + [type(error).__name__]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(f"  {line}" for line in told)
