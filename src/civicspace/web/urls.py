"""Addresses: the site in each language, and records as JSON, which have none."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
