"""A page of the admin with nothing on it: what Wagtail's own frame costs."""

from django.urls import URLPattern, path
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class BareView(WagtailAdminTemplateMixin, TemplateView):
    """Menu, breadcrumbs and title, as a list of the admin has them."""

    page_title = "Bare"
    header_icon = "comment"
    template_name = "wagtailadmin/generic/base.html"


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [path("bench/bare/", BareView.as_view(), name="bench_bare")]
