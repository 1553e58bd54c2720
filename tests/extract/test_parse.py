"""The model must be the one that was pinned."""

from pathlib import Path

import pytest

from civicspace.extract.parse import _check_model
from civicspace.model.errors import RunError


def test_a_missing_or_other_weight_file_stops_the_run_and_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="install the locked version again"):
        _check_model(tmp_path)
