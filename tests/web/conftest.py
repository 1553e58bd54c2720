import pytest

from civicspace.web.archive.models import Report
from civicspace.web.records.actions import load_record
from civicspace.web.records.reading import Held, held
from web.sample import RECORD


@pytest.fixture
def loaded(db: None) -> Held:
    """The sample record, loaded."""
    return held(Report.objects.get(key=load_record(RECORD).report))
