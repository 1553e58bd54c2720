"""The site on this machine: tables brought up to date, then a kept WSGI server (waitress) until stopped."""

import os

import django
from django.core.management import call_command

_HEADER_BYTES = 16_384  # addresses of this site are short; longer ones would come back three times in a page's links
_BODY_BYTES = 65_536  # nothing is sent here: waitress would put up to a gigabyte of it into a file


def prepare() -> None:
    """Set Django up and bring the tables up to date; safe to call again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "civicspace.web.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def load(*paths: str) -> None:
    """Load record files; raises ``CommandError`` naming how many were not."""
    prepare()
    call_command("load", *paths)


def serve(host: str = "127.0.0.1", port: int = 8000, *, threads: int = 4) -> None:
    """Serve until interrupted. Requests are not logged: an address can hold what somebody looked for."""
    prepare()
    import waitress
    from django.conf import settings

    from civicspace.web.wsgi import application

    waitress.serve(
        application,
        host=host,
        port=port,
        threads=threads,
        ident="civicspace",
        max_request_header_size=_HEADER_BYTES,
        max_request_body_size=_BODY_BYTES,
        # Behind TLS the proxy on this machine says which requests came that way; from anybody else it is not believed.
        trusted_proxy="127.0.0.1" if settings.SECURE_SSL_REDIRECT else None,
        trusted_proxy_headers={"x-forwarded-proto"} if settings.SECURE_SSL_REDIRECT else set(),
    )
