"""A ministry's colours as a style sheet at an address of its own: inline style would break a
strict Content-Security-Policy.

The address holds a digest of the sheet, so browsers and caches may keep it for ever. In the layer
`prcouncil`, after the package's own sheet: unlayered rules of the site's developers still win.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

from wagtail_prcouncil.ui.brand.tokens import dark, light

if TYPE_CHECKING:
    from wagtail_prcouncil.ui.models import BrandSettings

SALT = "prcouncil_ui.brand_preview"
PREVIEW_FOR = 3600  # seconds that the sheet of a preview can be asked for

# Browsers that do not derive colours get them reckoned (the same question as in prcouncil.css).
DERIVES = "(color: light-dark(#000, #fff)) and (color: oklch(from #000 l c h))"
DERIVED = ("sunken", "line", "tint", "voice-tint", "deep")


def style_of(brand: "BrandSettings") -> str:
    """The sheet; empty where the ministry keeps what the package comes with."""
    chosen: dict[str, object] = {
        "brand": brand.brand and brand.colours.brand,
        "accent": brand.accent and brand.colours.accent,
        "on-brand": brand.on_brand and brand.colours.on_brand,
        "motif-strength": brand.motif_strength,
        "radius": None if brand.radius is None else f"{brand.radius}px",
    }
    tokens = {name: value for name, value in chosen.items() if value not in (None, "")}
    if not tokens:
        return ""
    sheet = f":root {_rule(tokens)}"
    if "brand" in tokens or "accent" in tokens:
        derived = {name: light(brand.colours)[name].hex for name in DERIVED}
        band = {"line": dark(brand.colours)["line"].hex}
        sheet += (
            f"\n@supports not ({DERIVES}) {{"
            f"\n:root {_rule(derived)}\n.prc-band, .prc-footer {_rule(band)}\n}}"
        )
    return f"@layer prcouncil {{\n{sheet}\n}}\n"


def _rule(tokens: Mapping[str, object]) -> str:
    return "{ " + " ".join(f"--prc-{name}: {value};" for name, value in tokens.items()) + " }"


def digest_of(style: str) -> str:
    """The part of the address that changes with the sheet."""
    return blake2b(style.encode(), digest_size=8).hexdigest()


def style_url(brand: "BrandSettings") -> str:
    """Where the sheet is; the same in all languages. Empty without colours, and on a site that
    has not included `wagtail_prcouncil.ui.urls` (prcouncil_ui.W001)."""
    style = style_of(brand)
    if not style:
        return ""
    with override(settings.LANGUAGE_CODE):
        try:
            return reverse("prcouncil_ui:brand_style", args=(brand.site_id, digest_of(style)))
        except NoReverseMatch:
            return ""


def preview_url(brand: "BrandSettings") -> str:
    """Where an editor's browser gets colours that nobody has saved: they travel in the address,
    which the admin answers to its own users and only as it has signed it."""
    style = style_of(brand)
    signed = signing.dumps(style, salt=SALT, compress=True)
    return f"{reverse('prcouncil_ui_brand_preview')}?sheet={signed}" if style else ""


def signed_style(signed: str) -> str:
    """The sheet in an address of a preview. Raises django.core.signing.BadSignature."""
    return str(signing.loads(signed, salt=SALT, max_age=PREVIEW_FOR))
