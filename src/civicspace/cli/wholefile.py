"""A file that is written whole or not at all."""

import contextlib
import os
import shutil
from pathlib import Path
from typing import IO


class WholeFile:
    """Text for ``path``, collected in a file beside it that takes its place at the end.

    What is no regular file (a device, a pipe) has no place to take and is written as it is.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()  # a link stays a link: what it leads to is replaced
        self._direct = self.path.exists() and not self.path.is_file()
        self._part = self.path if self._direct else self.path.with_name(f".civicspace-{os.getpid()}.part")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.stream: IO[str] = self._part.open("w", encoding="utf-8", newline="\n")

    def keep(self) -> None:
        """All is written: the file takes its place, with the rights of the one that was there."""
        self.stream.close()
        if not self._direct:
            if self.path.exists():
                shutil.copymode(self.path, self._part)
            self._part.replace(self.path)

    def drop(self) -> None:
        """It is not to be: what was at the path stays as it was."""
        with contextlib.suppress(OSError):  # what did not fit before does not fit now
            self.stream.close()
        if not self._direct:
            self._part.unlink(missing_ok=True)
