"""Persian search for every model of a site: WAGTAILSEARCH_BACKENDS names this package.

Imported before Django's app registry is ready (docs/architecture.md, rule A16): what stands here
and in the modules below may import no vendor's backend and no model.
"""

from wagtail_prcouncil.search.backend import SearchBackend

__all__ = ["SearchBackend"]
