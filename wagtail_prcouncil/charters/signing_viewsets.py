"""Signatures in the admin's menu."""

from typing import Any, ClassVar

from django.urls import URLPattern, path

from wagtail_prcouncil.charters.admin import signatures
from wagtail_prcouncil.charters.admin.places import SIGNATURE_LIST
from wagtail_prcouncil.charters.admin.policies import SIGNATURES
from wagtail_prcouncil.charters.admin.signature_listing import SignatureListing
from wagtail_prcouncil.charters.models import Signature
from wagtail_prcouncil.councils.viewsets import RowViewSet


class SignatureViewSet(RowViewSet):
    """Those of all charters; one is recorded at the desk of its charter."""

    model, policy, listing, icon = Signature, SIGNATURES, SIGNATURE_LIST, "edit"
    url_prefix = "charters/signatures"
    index_view_class = SignatureListing
    of_one: ClassVar[dict[str, Any]] = {"withdraw": signatures.WithdrawView}

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<council_key:pk>/"
        return [
            *super().get_urlpatterns(),
            path(one, signatures.SignatureView.as_view(), name="edit"),
            path(f"letter/{one}", signatures.LetterView.as_view(), name="letter"),
        ]
