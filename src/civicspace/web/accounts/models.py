"""The people who work with records; readers need no account."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Our own from the first migration, so that it can grow without moving tables."""
