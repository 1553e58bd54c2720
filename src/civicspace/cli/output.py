"""Where records go: standard output, one file, or a folder with a file for each report."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO

from civicspace.cli import spreadsheet
from civicspace.cli.page import page
from civicspace.cli.sources import stem
from civicspace.cli.table import console_for, print_record
from civicspace.cli.wholefile import WholeFile
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

    def __init__(self, shape: Format, *, output: Path | None, folder: bool, sources: Sequence[str]) -> None:
        several = len(sources) > 1
        if shape is Format.html and several and not folder:
            raise RunError("each report makes a page of its own: name a folder, --output pages/")
        self._shape, self._output, self._folder = shape, output, folder
        self._lines = several and not folder
        self._sources = sources
        self._used: set[str] = set()
        self._begun = False
        self._file: WholeFile | None = None

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """One file for all reports takes its place now, or not at all where the run was broken off."""
        file, self._file = self._file, None
        if file is None:
            return
        if kind is not None:
            file.drop()
            return
        with self._told(file.path):
            file.keep()

    def write(self, record: Record, source: str) -> None:
        """Write one record; raises ``RunError`` where the file cannot be written or is itself one of the reports."""
        if self._output is None:
            self._put(record, source, sys.stdout)
        elif self._folder:
            self._write_one(record, source, self._output / self._name(source))
        else:
            with self._told(self._output):
                self._file = self._file or WholeFile(self._allowed(self._output))
                self._put(record, source, self._file.stream)
        self._begun = True

    def _write_one(self, record: Record, source: str, path: Path) -> None:
        with self._told(path):
            file = WholeFile(self._allowed(path))
            try:
                self._put(record, source, file.stream)
            except BaseException:
                file.drop()
                raise
            file.keep()

    @contextmanager
    def _told(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise RunError(f"{path}: {error.strerror}") from error

    def _allowed(self, path: Path) -> Path:
        """``path``, which must not be one of the reports that are read."""
        for source in self._sources:
            try:
                same = path.samefile(source)
            except (OSError, ValueError):
                continue
            if same and path.is_file():
                raise RunError(f"{path} is a report that is read and would be written over: name another --output")
        return path

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
