"""The public addresses of the face, and the admin's for a preview of colours."""

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control

from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.ui.brand.style import digest_of, signed_style, style_of
from wagtail_prcouncil.ui.cookies import cookies_set
from wagtail_prcouncil.ui.models import BrandSettings

CSS = "text/css; charset=utf-8"
FOR_EVER = 365 * 24 * 3600  # seconds
A_MINUTE = 60


@reads_only
def brand_style(request: HttpRequest, site_id: str, digest: str) -> HttpResponse:
    """The colours of a site. A page that lies in a cache may still ask by an older digest: it
    gets the colours of now, and only for a minute."""
    row = BrandSettings.objects.filter(site=site_id).first()
    style = style_of(row) if row else ""
    if not style:
        return HttpResponseNotFound("/* This site keeps the colours it came with. */", CSS)
    current = digest_of(style)
    response = HttpResponse(style, CSS, headers={"ETag": f'"{current}"'})
    if digest == current:
        patch_cache_control(response, public=True, max_age=FOR_EVER, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=A_MINUTE)
    return get_conditional_response(request, etag=f'"{current}"', response=response) or response


@reads_only
def brand_preview_style(request: HttpRequest) -> HttpResponse:
    """Colours that nobody has saved, for the editor who is trying them; behind the admin's
    login."""
    try:
        style = signed_style(request.GET.get("sheet", ""))
    except BadSignature:
        return HttpResponseNotFound("/* Nobody is trying these colours. */", CSS)
    response = HttpResponse(style, CSS)
    patch_cache_control(response, private=True, no_store=True)
    return response


@reads_only
def privacy(request: HttpRequest) -> HttpResponse:
    """What the site stores in browsers and what it writes down, in the reader's language."""
    return render(request, "prcouncil_ui/privacy.html", {"cookies": cookies_set()})
