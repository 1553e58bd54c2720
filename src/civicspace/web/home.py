"""The data folder: database and signing key live here, never in the code."""

import os
import secrets
from pathlib import Path


def data_folder() -> Path:
    """``CIVICSPACE_HOME``, or ``var`` in the current folder; made on first use, closed to other users."""
    folder = Path(os.environ.get("CIVICSPACE_HOME", "var")).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def signing_key(folder: Path) -> str:
    """The key kept in ``folder``; drawn once, readable by its owner alone."""
    path = folder / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w") as file:
        file.write(key + "\n")
    return key
