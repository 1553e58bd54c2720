from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "civicspace.web.accounts"
    label = "accounts"
