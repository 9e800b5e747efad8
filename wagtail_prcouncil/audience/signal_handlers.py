"""Wagtail → audience: a page that was published or withdrawn is no longer as it was known."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from wagtail_prcouncil.audience import known


def connect() -> None:
    for signal in (page_published, page_unpublished):
        signal.connect(forget_page, dispatch_uid="prcouncil_audience_known")


def forget_page(instance: Page, **kwargs: Any) -> None:
    known.forget(instance.pk)
