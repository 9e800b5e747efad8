"""What moderators do to one comment. Each is a POST that carries the version which was seen."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from wagtail_prcouncil.comments.actions import decide
from wagtail_prcouncil.comments.admin.finding import comment_or_404
from wagtail_prcouncil.comments.states import Verb


class DecideView(View):
    """Decides without a word: approve, spam."""

    http_method_names: ClassVar = ["post"]
    slug = ""
    verb: Verb

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        comment = comment_or_404(request.user, pk)
        decide(
            comment.pk, self.verb, expected_version=int(request.POST["version"]), by=request.user
        )
        messages.success(request, self.verb.label)
        return redirect(
            get_valid_next_url_from_request(request) or reverse("prcouncil_comments_queue")
        )


class ApproveView(DecideView):
    slug = "approve"
    verb = Verb.APPROVE


VIEWS: tuple[Any, ...] = (ApproveView,)
