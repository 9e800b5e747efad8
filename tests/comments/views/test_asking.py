from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from wagtail_prcouncil.comments.views.asking import (
    MOST_BYTES,
    asks_readers,
    is_forged,
    refusal_unread,
)


@asks_readers
def asked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("forged" if is_forged(request) else "fine")


def test_a_forged_form_reaches_the_view_which_is_told(rf: RequestFactory) -> None:
    """Whether or not the site has Django's middleware: this asks it itself."""
    request = rf.post("/", {"a": "1"})
    assert asked(request).content == b"forged"
    assert asked(rf.get("/")).content == b"fine"
    assert asked(rf.put("/")).status_code == 405
    assert "no-store" in asked(rf.get("/"))["Cache-Control"]


def test_what_is_refused_is_not_read(rf: RequestFactory) -> None:
    kind = "application/x-www-form-urlencoded"
    fine = rf.post("/", "a=1", content_type=kind)
    assert refusal_unread(fine) is None
    for body, told, status in (
        ("x" * (MOST_BYTES + 1), kind, 413),
        ("a", "text/plain", 415),
        ("a", f"{kind}; charset=utf-7", 415),
    ):
        request = rf.post("/", body, content_type=told, headers={"X-Requested-With": "fetch"})
        refused = refusal_unread(request)
        assert refused is not None
        assert refused.status_code == status
        assert 'data-prc-part="told"' in refused.content.decode()
        assert not hasattr(request, "_body")
