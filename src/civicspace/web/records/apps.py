from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "civicspace.web.records"
    label = "records"
