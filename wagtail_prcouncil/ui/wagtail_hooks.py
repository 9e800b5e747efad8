from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.contrib.settings.models import AbstractSetting

from wagtail_prcouncil.ui import actions, views
from wagtail_prcouncil.ui.models import BrandSettings


@hooks.register("register_admin_urls")
def register_brand_preview() -> list[URLPattern]:
    address = "prcouncil/brand-preview.css"
    return [path(address, views.brand_preview_style, name="prcouncil_ui_brand_preview")]


@hooks.register("after_edit_setting")
def register_brand_change(request: HttpRequest, instance: AbstractSetting) -> None:
    if isinstance(instance, BrandSettings):
        actions.register_brand_change(instance)


@hooks.register("insert_global_admin_css")
def link_admin_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("prcouncil_ui/admin.css"))
