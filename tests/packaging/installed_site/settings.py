"""A site that has only what pip installed. Copied out of the checkout before it is used."""

import json
import os
from pathlib import Path

HERE = Path(__file__).parent

SECRET_KEY = "only for a test"
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": HERE / "site.sqlite3"}}
INSTALLED_APPS = json.loads(os.environ["INSTALLED_APPS"])
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
ROOT_URLCONF = "urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
LANGUAGE_CODE = "fa"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fa", "فارسی"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
TIME_ZONE = "Asia/Tehran"
STATIC_URL = "/static/"
MEDIA_ROOT = HERE / "media"
WAGTAIL_SITE_NAME = "نمونه"
WAGTAILADMIN_BASE_URL = "http://localhost"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail_prcouncil.search"}}
