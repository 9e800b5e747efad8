"""Which councils readers may see, asked of rows that lead to one."""

from django.db.models import Q

from wagtail_prcouncil.pages.privacy import private_paths


def in_readable_councils(link: str) -> Q:
    """As a condition on rows that lead to a council by `link` ("seat__council"): an anonymous
    reader may see it."""
    kept = Q(pk__in=())
    for path in private_paths():
        kept |= Q(**{f"{link}__path__startswith": path})
    return Q(**{f"{link}__live": True}) & ~kept
