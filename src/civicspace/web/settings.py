"""Settings: safe as they stand, for one machine; a server changes them by environment variables alone.

``CIVICSPACE_HOME`` is the data folder, ``CIVICSPACE_HOSTS`` the host names served (comma-separated, loopback by
default), ``CIVICSPACE_HTTPS=1`` says that the site stands behind TLS, ``CIVICSPACE_DEBUG=1`` is for development.
"""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from civicspace.web.home import closed_file, data_folder, signing_key

BASE_DIR = Path(__file__).resolve().parent
HOME = data_folder()

SECRET_KEY = signing_key(HOME)
DEBUG = os.environ.get("CIVICSPACE_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("CIVICSPACE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "civicspace.web.accounts",
    "civicspace.web.archive",
    "civicspace.web.records",
    "civicspace.web.site",
]
MIDDLEWARE = [
    "civicspace.web.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "civicspace.web.urls"
WSGI_APPLICATION = "civicspace.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ],
        },
    },
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": closed_file(HOME / "civicspace.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("ru", _("Russian")), ("kk", _("Kazakh"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # the wheel's own files are served as they lie: nothing to collect before the first start
WHITENOISE_MAX_AGE = 600

# One origin, no frames, no cookies beyond need; the rest of the headers stand in headers.py.
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
_HTTPS = os.environ.get("CIVICSPACE_HTTPS") == "1"
CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "civicspace.web.site.errors.forbidden"
SECURE_SSL_REDIRECT = _HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0

# No line of a log holds a name: requests are not logged, and what broke is told by place and type of error alone.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"nameless": {"()": "civicspace.web.logs.Nameless"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "nameless"},
        "nowhere": {"class": "logging.NullHandler"},  # a logger without any handler writes to standard error
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},  # a refused address may hold a name
        "django.request": {"level": "ERROR"},  # and so may a mistyped one: only what broke is logged
    },
}
