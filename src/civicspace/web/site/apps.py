from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "civicspace.web.site"
    label = "site"
