from wagtail.models import Page


class FloorPage(Page):
    """A page with nothing on it: what Wagtail's routing and serving cost by themselves."""
