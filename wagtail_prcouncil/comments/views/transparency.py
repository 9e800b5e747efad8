"""The page of numbers. The same for every reader, so that caches may keep it."""

import hashlib

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import get_conditional_response

from wagtail_prcouncil.comments.months import current_months
from wagtail_prcouncil.comments.public import transparency as numbers
from wagtail_prcouncil.comments.views.answers import let_be_kept
from wagtail_prcouncil.comments.views.asking import in_asked_language
from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.ui.languages import page_language


@reads_only
@in_asked_language
def transparency(request: HttpRequest) -> HttpResponse:
    response = _written(request, translation.get_language() or settings.LANGUAGE_CODE)
    let_be_kept(request, response, numbers.KEPT_FOR)
    etag = f'W/"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


def _written(request: HttpRequest, language: str) -> HttpResponse:
    months = current_months(page_language(None))
    counted = numbers.kept_numbers(months)
    others = [code for code, _name in settings.LANGUAGES if code != language]
    context = {
        "sheets": [] if counted.is_empty else numbers.sheets(months, counted),
        "others": [translation.get_language_info(code) for code in others],
    }
    return render(request, "prcouncil_comments/transparency.html", context)
