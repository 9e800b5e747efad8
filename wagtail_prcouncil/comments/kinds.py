"""The page types that readers may comment on."""

from django.apps import apps
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.pages.models import ReadableQuerySet


def commented_types() -> tuple[type[Page], ...]:
    """Those of COMMENTS_PAGE_TYPES that are installed; their subclasses count."""
    named = []
    for label in conf.comments_page_types():
        try:
            named.append(apps.get_model(label))
        except LookupError:
            continue  # the default names news, which a site may do without; `checks` tells others
    return tuple(named)


def is_commented(page: Page) -> bool:
    """Of any page object, specific or not; without a query."""
    kind = page.cached_content_type.model_class()
    return kind is not None and issubclass(kind, commented_types())


def readable_page(page_id: int) -> Page | None:
    """The page of a commented type, as an anonymous reader may see it now."""
    for kind in commented_types():
        page = ReadableQuerySet(kind).readable().select_related("locale").filter(pk=page_id).first()
        if page is not None:
            return page
    return None
