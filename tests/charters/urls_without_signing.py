"""The addresses of the site the tests run on, but for those of signing charters."""

from typing import TYPE_CHECKING

from django.apps import apps

if TYPE_CHECKING or not apps.is_installed("tests.alone"):
    from ministry.urls import urlpatterns as whole
else:
    from tests.alone.urls import urlpatterns as whole

urlpatterns = [
    one for one in whole if getattr(one, "namespace", None) != "prcouncil_charter_signing"
]
