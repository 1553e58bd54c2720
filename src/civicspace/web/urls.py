"""Addresses: the site in each language, and records as JSON, which have none."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from civicspace.web.site.views import record_json

urlpatterns = [
    path("records/<slug:key>.json", record_json, name="record"),
    *i18n_patterns(path("", include("civicspace.web.site.urls"))),
]

handler400 = "civicspace.web.site.errors.bad_request"
handler403 = "civicspace.web.site.errors.forbidden"
handler404 = "civicspace.web.site.errors.not_found"
handler500 = "civicspace.web.site.errors.broken"
