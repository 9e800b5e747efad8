"""Which HTTP methods an address of ours answers.

Pages of ours say it to Wagtail (`allowed_http_methods`). A POST or DELETE without a form's token is
told 403 by Django's middleware, which comes first: exempting Wagtail's view would exempt the forms
of every page type of a site.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponse]


def reads_only(view: View) -> View:
    """GET and HEAD; any other method is told 405 and which there are.

    Exempt from the check of forms, or that would answer first, with the page of an expired form:
    there is nothing here that a forged request could do.
    """
    return csrf_exempt(require_http_methods(["GET", "HEAD"])(view))


def reads_and_posts(view: View) -> View:
    """GET, HEAD, and POST with a form's token, which is asked for once the method is known."""
    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(csrf_protect(view)))
