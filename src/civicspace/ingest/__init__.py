"""Bytes → Document: reading reports from files, links and uploads.

``read`` and ``read_bytes`` are loaded at first use: the process that parses imports this package too and needs none
of the parent's side.
"""

from typing import TYPE_CHECKING, Any

from civicspace.ingest.known import Known

if TYPE_CHECKING:
    from civicspace.ingest.door import read, read_bytes

__all__ = ["Known", "read", "read_bytes"]


def __getattr__(name: str) -> Any:
    if name in ("read", "read_bytes"):
        from importlib import import_module

        return getattr(import_module("civicspace.ingest.door"), name)
    raise AttributeError(name)
