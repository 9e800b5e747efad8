"""Where else a ministry can be followed: a closed list of networks, messengers and feeds."""

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ChoiceBlock, StreamBlock, StructBlock, URLBlock


class Network(models.TextChoices):
    """By name and without a mark: none of them lends its mark for free."""

    EITAA = "eitaa", _("Eitaa")
    BALE = "bale", _("Bale")
    SOROUSH = "soroush", _("Soroush Plus")
    RUBIKA = "rubika", _("Rubika")
    GAP = "gap", _("Gap")
    IGAP = "igap", _("iGap")
    TELEGRAM = "telegram", _("Telegram")
    WHATSAPP = "whatsapp", _("WhatsApp")
    INSTAGRAM = "instagram", _("Instagram")
    X = "x", _("X")
    LINKEDIN = "linkedin", _("LinkedIn")
    APARAT = "aparat", _("Aparat")
    YOUTUBE = "youtube", _("YouTube")
    RSS = "rss", _("RSS")


over_https = URLValidator(
    schemes=["https"], message=_("Write an address that begins with https://")
)


class SocialLinkBlock(StructBlock):
    """One channel of the ministry."""

    network = ChoiceBlock(label=_("Network"), choices=Network.choices)
    url = URLBlock(label=_("Address"), validators=[over_https])

    class Meta:
        icon = "link"
        label = _("Link")
        label_format = "{network}"


class SocialLinksBlock(StreamBlock):
    """In the order in which the footer shows them."""

    link = SocialLinkBlock()

    class Meta:
        required = False
        max_num = 20
