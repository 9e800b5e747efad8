"""Where an invited person signs by a link, at addresses in no language. A site includes these
before Wagtail's own, at "charters/" as a rule."""

from django.urls import path

from wagtail_prcouncil.charters.sign_views import sign, signed

app_name = "prcouncil_charter_signing"
urlpatterns = [
    path("sign/<str:token>/", sign, name="sign"),
    path("sign/<str:token>/thanks/", signed, name="signed"),
]
