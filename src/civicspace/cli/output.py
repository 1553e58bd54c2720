"""Where records go: standard output, one file, or a folder with a file for each report."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from civicspace.cli import spreadsheet
from civicspace.cli.page import page
from civicspace.cli.sources import stem
from civicspace.cli.table import console_for, print_record
from civicspace.model.errors import RunError
from civicspace.model.record import Record

_SUFFIX = {"table": ".txt", "json": ".json", "csv": ".csv", "html": ".html"}


class Format(StrEnum):
    """The shapes of a record for people and programs."""

    table = "table"
    json = "json"
    csv = "csv"
    html = "html"


def is_folder(output: Path | None, given: str | None) -> bool:
    """Whether ``--output`` names a folder: it is one, or was typed with a slash at its end."""
    return output is not None and (output.is_dir() or str(given).endswith("/"))


class Writer:
    """Writes records one by one in one format.

    One report in JSON is the record format itself. Several in one stream: JSON Lines, a record a line; CSV under one
    header; tables below each other. A page is one report's, so several pages need a folder.
    """

    def __init__(self, shape: Format, *, output: Path | None, folder: bool, several: bool) -> None:
        if shape is Format.html and several and not folder:
            raise RunError("each report makes a page of its own: name a folder, --output pages/")
        self._shape, self._output, self._folder = shape, output, folder
        self._lines = several and not folder
        self._used: set[str] = set()
        self._begun = False

    def write(self, record: Record, source: str) -> None:
        """Write one record; raises ``RunError`` where the file cannot be written."""
        try:
            with self._stream(source) as stream:
                self._put(record, source, stream)
        except OSError as error:
            if self._output is None:
                raise  # a closed pipe is the reader's business
            raise RunError(f"{error.filename}: {error.strerror}") from error
        self._begun = True

    @contextmanager
    def _stream(self, source: str) -> Iterator[IO[str]]:
        if self._output is None:
            yield sys.stdout
            return
        path = self._output / self._name(source) if self._folder else self._output
        path.parent.mkdir(parents=True, exist_ok=True)
        more = self._begun and not self._folder
        with path.open("a" if more else "w", encoding="utf-8", newline="\n") as stream:
            yield stream

    def _name(self, source: str) -> str:
        """A file name not yet used in this run: two reports of the same name are told apart by a number."""
        base, number = stem(source), 1
        name = base
        while name in self._used:
            number += 1
            name = f"{base}-{number}"
        self._used.add(name)
        return name + _SUFFIX[self._shape]

    def _put(self, record: Record, source: str, stream: IO[str]) -> None:
        match self._shape:
            case Format.table:
                print_record(record, console_for(stream))
            case Format.json if self._lines:
                stream.write(json.dumps(record.to_dict(), ensure_ascii=False) + "\n")
            case Format.json:
                stream.write(record.to_json())
            case Format.csv:
                if self._folder or not self._begun:
                    stream.write(spreadsheet.header())
                stream.writelines(spreadsheet.rows(record, source))
            case Format.html:
                stream.write(page(record))
