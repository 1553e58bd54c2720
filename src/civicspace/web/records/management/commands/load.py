"""``load RECORD.json…``: take record files in; a file that cannot be used is named and the rest go on."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from pydantic import ValidationError

from civicspace.model.errors import ItemError
from civicspace.model.record import Record
from civicspace.web.records.actions import load_record


class Command(BaseCommand):
    help = "Load record files; the same file again changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("records", nargs="+", type=Path, metavar="RECORD.json")

    def handle(self, *args: object, records: list[Path], **options: object) -> None:
        failed = 0
        for path in records:
            try:
                loaded = load_record(Record.from_json(path.read_bytes()))
            except (OSError, ValidationError, ItemError) as error:
                failed += 1
                self.stderr.write(f"{path}: {error}")
            else:
                self.stdout.write(
                    f"{path}: report {loaded.report}, {loaded.added} added, {loaded.changed} changed, "
                    f"{loaded.withdrawn} withdrawn"
                )
        if failed:
            raise CommandError(f"{failed} of {len(records)} files were not loaded")
