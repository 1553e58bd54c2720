"""What templates need beyond Django's own: the address of this page in another language, dates and countries."""

from babel import Locale
from django import template
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from civicspace.web.site.dates import date_words

register = template.Library()


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """The address of this page in another language, its query kept."""
    request: HttpRequest | None = context.get("request")
    return translate_url(request.get_full_path(), code) if request else f"/{code}/"


@register.filter
def edtf(value: str) -> str:
    return date_words(value) if value else ""


@register.filter
def own_name(code: str) -> str:
    """A language as those who speak it call it."""
    return {"en": "English", "ru": "Русский", "kk": "Қазақша"}.get(code, code)


@register.filter
def country(code: str) -> str:
    """A country's name in the language of the page, by Unicode's own tables."""
    return str(Locale.parse(get_language() or "en").territories.get(code, code))
