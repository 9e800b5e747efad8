"""A reader who writes, as a browser without scripts does it."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.test import Client
from wagtail.models import Page, Site

from wagtail_prcouncil.comments.rules.too_fast import FASTEST
from wagtail_prcouncil.comments.tokens import Token, new_token

FIELD = re.compile(r'name="(csrfmiddlewaretoken|token)" value="([^"]+)"')
KIND = "application/x-www-form-urlencoded"
FILLED = {"name": "شهروند", "text": "آب روستای ما هفته‌ای دو روز می‌آید."}


def form_address(page: Page) -> str:
    return f"/comments/post/{page.pk}/"


def browser_like() -> Client:
    """It has to send back the form's own tokens, as a reader's browser does."""
    return Client(enforce_csrf_checks=True)


def hidden_fields(html: str) -> dict[str, str]:
    return dict(FIELD.findall(html))


def written_token(page: Page, site: Site | None = None) -> Token:
    """Of a form that has been open long enough for a person to type."""
    site = site or Site.objects.get(is_default_site=True)
    token = new_token(page.pk, site.pk)
    return token._replace(issued_at=token.issued_at - dt.timedelta(seconds=20 * FASTEST))


def send(
    page: Page, client: Client | None = None, *, to: object = "", **fields: Any
) -> HttpResponse:
    """Open the form, fill it in, send it; `token` in place of the form's own."""
    client = client or browser_like()
    address = form_address(page) + (f"?to={to}" if to else "")
    hidden = hidden_fields(client.get(form_address(page)).content.decode())
    body = {**hidden, "token": written_token(page), **FILLED, **fields}
    return client.post(address, urlencode(body, errors="surrogatepass"), content_type=KIND)
