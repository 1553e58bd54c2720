"""The data folder: database and signing key live here, never in the code, and nobody else on the machine reads them."""

import os
import secrets
from pathlib import Path


def data_folder() -> Path:
    """``CIVICSPACE_HOME``, or ``var`` in the current folder; made on first use, closed to other users."""
    folder = Path(os.environ.get("CIVICSPACE_HOME") or "var").resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def closed_file(path: Path) -> Path:
    """``path``, made where it is not there, readable and writable by its owner alone.

    The folder may be older than its use here and open to others, so the files are closed themselves. SQLite gives the
    files that it keeps beside a database the database's own mode.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    return path


def signing_key(folder: Path) -> str:
    """The key kept in ``folder``; drawn once, also where an interrupted start left its file empty."""
    path = closed_file(folder / "secret-key")
    if key := path.read_text().strip():
        return key
    drawn = folder / f"secret-key.{secrets.token_hex(4)}"
    closed_file(drawn).write_text(secrets.token_urlsafe(50) + "\n")
    drawn.replace(path)
    return path.read_text().strip()
