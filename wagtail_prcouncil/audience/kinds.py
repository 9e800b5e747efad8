"""The page types whose views are counted, which readers vote on, and which lists put forward."""

from django.apps import apps
from wagtail.models import Page

from wagtail_prcouncil import conf


def counted_types() -> tuple[type[Page], ...]:
    """Those of AUDIENCE_PAGE_TYPES that are installed, without those whose base is among them."""
    named = []
    for label in conf.audience_page_types():
        try:
            named.append(apps.get_model(label))
        except LookupError:
            continue  # the default names news, which a site may do without; `checks` tells others
    return tuple(
        kind for kind in named if not any(kind is not k and issubclass(kind, k) for k in named)
    )
