from wagtail.models import Page

from wagtail_prcouncil.pages.models import PRCouncilPageMixin


class BarePage(PRCouncilPageMixin, Page):
    """The least that a site builds on the base apps: no field of its own, our base template."""
