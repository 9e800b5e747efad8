"""Editing form of the brand."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from wagtail_prcouncil.ui.brand.colour_input import ColourInput
from wagtail_prcouncil.ui.contacts import LeftToRightInput

ADDRESS = {"rows": 2}
LTR = {"dir": "ltr"}

BRAND = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("name_en", widget=LeftToRightInput)]),
            FieldRowPanel(
                [FieldPanel("tagline"), FieldPanel("tagline_en", widget=LeftToRightInput)]
            ),
        ],
        heading=_("Name"),
    ),
    MultiFieldPanel([FieldPanel("emblem"), FieldPanel("logo")], heading=_("Marks")),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("brand", widget=ColourInput("#0c5a60")),
                    FieldPanel("accent", widget=ColourInput("#a02c3c")),
                    FieldPanel("on_brand", widget=ColourInput("#ffffff")),
                ]
            ),
            FieldRowPanel([FieldPanel("motif_strength"), FieldPanel("radius")]),
        ],
        heading=_("Colours and form"),
        help_text=_(
            "Lighter and darker shades, and the dark page, are made of these colours. A colour "
            "on which text could not be read is refused."
        ),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("address", widget=AdminAutoHeightTextInput(ADDRESS)),
                    FieldPanel("address_en", widget=AdminAutoHeightTextInput(ADDRESS | LTR)),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("postal_code", widget=LeftToRightInput),
                    FieldPanel("telephone", widget=LeftToRightInput),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("fax", widget=LeftToRightInput),
                    FieldPanel("email", widget=LeftToRightInput),
                ]
            ),
        ],
        heading=_("Contact"),
    ),
    FieldPanel("links"),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [FieldPanel("licence"), FieldPanel("licence_en", widget=LeftToRightInput)]
            ),
            FieldPanel("privacy_page"),
        ],
        heading=_("Last line of the footer"),
    ),
]
