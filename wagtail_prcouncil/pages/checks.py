"""System checks of what WAGTAIL_PRCOUNCIL says."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections
from django.utils.functional import Promise
from wagtail.models import Locale, get_page_models

from wagtail_prcouncil import conf
from wagtail_prcouncil.pages.clients import is_network
from wagtail_prcouncil.pages.originals import default_language

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(known_settings)
    register(TAG)(hidden_types)
    register(TAG)(aware_times)
    register(TAG)(networks)
    register(TAG)(checked_uploads)
    register(TAG)(private_files)
    register(Tags.database)(default_locale)


def known_settings(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E002: a key nobody reads. E003: a value of another type than its function promises."""
    chosen = conf.chosen()
    if not isinstance(chosen, dict):
        return [
            Error(
                f"{conf.NAME} is a {type(chosen).__name__}, not a dict.",
                hint="See docs/settings.md.",
                id="prcouncil_pages.E003",
            )
        ]
    return [_problem(key) for key in chosen if key not in conf.KEYS or not _fits(key)]


def _problem(key: str) -> CheckMessage:
    if key not in conf.KEYS:
        near = get_close_matches(key, conf.KEYS, n=1)
        return Error(
            f"{conf.NAME} has an unknown key {key!r}.",
            hint=f"Did you mean {near[0]!r}?" if near else "See docs/settings.md for the keys.",
            id="prcouncil_pages.E002",
        )
    return Error(
        f"{conf.NAME}[{key!r}] is a {type(conf.chosen()[key]).__name__}.",
        hint=f"It must be {_wanted(key)}. {conf.KEYS[key].__doc__}",
        id="prcouncil_pages.E003",
    )


def hidden_types(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E004: HIDDEN_PAGE_TYPES names a page type that there is not, and so hides nothing."""
    if "HIDDEN_PAGE_TYPES" not in conf.chosen() or not _fits("HIDDEN_PAGE_TYPES"):
        return []
    return unknown_types("HIDDEN_PAGE_TYPES", conf.hidden_page_types(), "prcouncil_pages.E004")


def unknown_types(key: str, labels: Iterable[str], number: str) -> list[CheckMessage]:
    """An error for each label that a setting gives and no page type has."""
    known = [kind._meta.label for kind in get_page_models()]
    return [
        Error(
            f"{conf.NAME}[{key!r}] names {label!r}, which is no page type.",
            hint=f"Did you mean {(get_close_matches(label, known, n=1) or known)[0]!r}?",
            id=number,
        )
        for label in labels
        if label not in known
    ]


def aware_times(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E005: times without a zone cannot be sorted into the months of Tehran."""
    if settings.USE_TZ:
        return []
    return [Error("USE_TZ is off.", hint="Set USE_TZ = True.", id="prcouncil_pages.E005")]


def checked_uploads(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W002: Wagtail's own forms let in scripts, bombs, and where a photograph was taken."""
    return [
        Warning(
            f"{setting} names no form that looks into what is uploaded.",
            hint=f'Set {setting} = "{ours}", or a form of yours that inherits it; docs/uploads.md.',
            id="prcouncil_pages.W002",
        )
        for setting, ours, form in _upload_forms()
        if ours not in {f"{kind.__module__}.{kind.__name__}" for kind in form.__mro__}
    ]


def _upload_forms() -> Iterator[tuple[str, str, type]]:
    """Setting, our form, and the form in use, of the libraries that the site has."""
    if apps.is_installed("wagtail.images"):
        from wagtail.images.forms import get_image_base_form  # noqa: PLC0415 - optional app

        ours = "wagtail_prcouncil.uploads.image_form.ImageUploadForm"
        yield "WAGTAILIMAGES_IMAGE_FORM_BASE", ours, get_image_base_form()
    if apps.is_installed("wagtail.documents"):
        from wagtail.documents.forms import get_document_base_form  # noqa: PLC0415 - optional app

        ours = "wagtail_prcouncil.uploads.document_form.DocumentUploadForm"
        yield "WAGTAILDOCS_DOCUMENT_FORM_BASE", ours, get_document_base_form()


def default_locale(
    app_configs: Sequence[AppConfig] | None = None,
    databases: Sequence[str] | None = None,
    **kwargs: Any,
) -> list[CheckMessage]:
    """W001: the pages of a site that added Persian later are in another language's tree."""
    table = Locale._meta.db_table
    return [
        Warning(
            f"There is no locale for LANGUAGE_CODE = {settings.LANGUAGE_CODE!r}.",
            hint="Add it under Settings, Locales, with a home page; see README, 'Into a site that "
            "has pages already'.",
            id="prcouncil_pages.W001",
        )
        for alias in databases or ()
        if table in connections[alias].introspection.table_names()
        and not Locale.objects.using(alias).filter(language_code=default_language()).exists()
    ]


def networks(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """E006: CLIENT_PROXIES names what is no network, and every request would fail on it."""
    if "CLIENT_PROXIES" not in conf.chosen() or not _fits("CLIENT_PROXIES"):
        return []
    return [
        Error(
            f"{conf.NAME}['CLIENT_PROXIES'] names {name!r}, which is no network.",
            hint="A network is written as '10.0.0.0/8', an address as '192.0.2.7'.",
            id="prcouncil_pages.E006",
        )
        for name in conf.client_proxies()
        if not is_network(name)
    ]


def private_files(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E007: the web server would hand out files that only a view may."""
    if "PRIVATE_ROOT" in conf.chosen() and not _fits("PRIVATE_ROOT"):
        return []
    private = Path(conf.private_root()).resolve()
    served_folders = {"MEDIA_ROOT": settings.MEDIA_ROOT, "STATIC_ROOT": settings.STATIC_ROOT}
    return [
        Error(
            f"Private files lie in {private}, within {setting}.",
            hint=f"Name a folder outside of it in {conf.NAME}['PRIVATE_ROOT'], and move them.",
            id="prcouncil_pages.E007",
        )
        for setting, served in served_folders.items()
        if served and private.is_relative_to(Path(served).resolve())
    ]


def _wanted(key: str) -> str:
    promised = _promised(key)
    return "a whole number above zero" if promised is int else f"a {promised.__name__}"


def _promised(key: str) -> type:
    hint = get_type_hints(conf.KEYS[key])["return"]
    return get_origin(hint) or hint


def _fits(key: str) -> bool:
    value, promised = conf.chosen()[key], _promised(key)
    if promised is int:
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if promised is tuple:
        kind = get_args(get_type_hints(conf.KEYS[key])["return"])[0]
        return isinstance(value, list | tuple) and all(isinstance(v, kind) for v in value)
    if promised is str:  # a translatable sentence is a lazy object, not a str
        return isinstance(value, str | Promise)
    return isinstance(value, promised)
