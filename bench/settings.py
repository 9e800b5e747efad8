"""The example site as it would be served: DEBUG off, templates cached, nothing of the admin."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "only for measuring")

from ministry.settings import *  # noqa: F403  (reads the environment set above)
from ministry.settings import INSTALLED_APPS, TEMPLATES

DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [*INSTALLED_APPS, "bench.floor"]
MEDIA_ROOT = tempfile.mkdtemp(prefix="prcouncil-bench-")
TEMPLATES = [
    TEMPLATES[0]
    | {
        "APP_DIRS": False,
        "OPTIONS": TEMPLATES[0]["OPTIONS"]
        | {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ]
        },
    }
]
LOGGING = {"version": 1, "disable_existing_loggers": True}
