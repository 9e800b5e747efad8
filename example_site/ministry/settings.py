"""A fictional ministry's site. Everything that differs between machines comes from the
environment: DATABASE_URL, CACHE_URL, EMAIL_URL, DEFAULT_FROM_EMAIL, MEDIA_ROOT, STATIC_ROOT,
SECRET_KEY, ALLOWED_HOSTS, DEBUG.
"""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from ministry import mail

HERE = Path(__file__).resolve().parent.parent
VAR = HERE / "var"
env = environ.Env()

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR}/ministry.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer waits its turn from the start instead of failing half-way: two editors who
    # publish at once would otherwise meet "database is locked".
    DATABASES["default"]["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": 30}
CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
if "CACHE_URL" in env:
    # Who is logged in is then read from the cache that all processes share, and kept in the
    # database for the day on which it forgets.
    SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

INSTALLED_APPS = [
    "home",
    "style_sheet",
    "wagtail_prcouncil.pages",
    "wagtail_prcouncil.ui",
    "wagtail_prcouncil.search",
    "wagtail_prcouncil.numbering",
    "wagtail_prcouncil.clock",
    "wagtail_prcouncil.outbox",
    "wagtail_prcouncil.exchange",
    "wagtail_prcouncil.printing",
    "wagtail_prcouncil.directory",
    "wagtail_prcouncil.councils",
    "wagtail_prcouncil.meetings",
    "wagtail_prcouncil.charters",
    "wagtail_prcouncil.news",
    "wagtail_prcouncil.audience",
    "wagtail_prcouncil.comments",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    INSTALLED_APPS.append("django.contrib.postgres")  # search indexes are made with it

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Addresses of an older site, where nothing else answers.
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "ministry.urls"
CSRF_FAILURE_VIEW = "wagtail_prcouncil.ui.errors.csrf_failure"
WSGI_APPLICATION = "ministry.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Persian first, English second; times are kept in UTC and shown in Tehran's.
LANGUAGE_CODE = "fa"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fa", _("Persian")), ("en", _("English"))]
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True
TIME_ZONE = "Asia/Tehran"

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR / "static"))()
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR / "media"))()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="no-reply@ministry.example")
globals().update(mail.through_server(env.email_url("EMAIL_URL", default="smtp://localhost:25")))

WAGTAIL_SITE_NAME = "وزارت نمونه"
WAGTAILADMIN_BASE_URL = env("WAGTAILADMIN_BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fa", "فارسی"), ("en", "English")]
# The admin asks no other host: not for pictures of editors, not for news of releases.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Drawings too, for an emblem: each is looked into.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"]
# Dangerous files are refused, and photographs lose where they were taken.
WAGTAILIMAGES_IMAGE_FORM_BASE = "wagtail_prcouncil.uploads.image_form.ImageUploadForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "wagtail_prcouncil.uploads.document_form.DocumentUploadForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail_prcouncil.search"}}

WAGTAIL_PRCOUNCIL: dict[str, object] = {"JALALI_EVERYWHERE": True}
