from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "civicspace.web.archive"
    label = "archive"
