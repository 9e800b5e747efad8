"""BrandSettings: what is stored, and what is refused beside its field."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file

from tests.making import SmallSite
from wagtail_prcouncil.ui.models import BrandSettings

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">{}</svg>'


def brand(site: SmallSite, **fields: Any) -> BrandSettings:
    return BrandSettings(site=site.site, **fields)


def stored(row: BrandSettings) -> BrandSettings:
    """What is left of a row that passes its checks."""
    row.full_clean()
    row.save()
    return BrandSettings.objects.get(pk=row.pk)


def refused(row: BrandSettings) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    return refusal.value.message_dict


def drawing(inner: str) -> AbstractImage:
    file = ContentFile(DRAWING.format(inner).encode(), "emblem.svg")
    return get_image_model().objects.create(title="نشان", file=file, width=10, height=10)


def test_everything_may_be_empty(site: SmallSite) -> None:
    row = stored(brand(site))
    assert (row.name, row.brand, row.telephone, row.emblem, row.logo) == ("", "", "", None, None)


def test_one_spelling_is_stored(site: SmallSite) -> None:
    row = brand(site, name="وزارت علوم و ثروت ملي", brand="#ABC", telephone="۰۲۱-۱۲۳")
    row.brand = "#0C5A60"
    row.save()
    row.refresh_from_db()
    assert (row.name, row.brand, row.telephone) == ("وزارت علوم و ثروت ملی", "#0c5a60", "021-123")


def test_a_colour_that_cannot_be_read_is_refused_with_its_ratio(site: SmallSite) -> None:
    with override("en"):
        told = refused(brand(site, brand="#ffcc00", accent="#ff8800"))
    assert set(told) == {"brand", "accent"}
    assert "The ratio is 1.4 to 1; at least 4.5 to 1 is needed" in told["brand"][0]
    assert "The nearest colour that passes is" in told["accent"][0]


def test_no_colour_is_told_beside_its_field_and_the_others_still_judged(site: SmallSite) -> None:
    with override("en"):
        told = refused(brand(site, brand="blue", accent="#ff8800"))
    assert "three or six digits" in told["brand"][0]
    assert "to 1" in told["accent"][0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("motif_strength", "0.3"),
        ("motif_strength", "-0.1"),
        ("radius", 17),
        ("radius", -1),
        ("postal_code", "12345"),
        ("telephone", "office"),
        ("email", "office"),
    ],
)
def test_limits(site: SmallSite, field: str, value: object) -> None:
    assert set(refused(brand(site, **{field: value}))) == {field}


def test_a_drawing_with_a_script_is_no_emblem(site: SmallSite) -> None:
    with override("en"):
        told = refused(brand(site, emblem=drawing("<script>alert(1)</script>")))
    assert "script" in told["emblem"][0]


def test_a_drawing_that_only_draws(site: SmallSite) -> None:
    image = drawing('<path d="M0 0h9"/>')
    assert stored(brand(site, emblem=image)).emblem == image


def test_a_photograph_is_not_read_as_a_drawing(site: SmallSite) -> None:
    image = get_image_model().objects.create(title="لوگو", file=get_test_image_file())
    row = stored(brand(site, emblem=image, logo=image))
    assert (row.emblem, row.logo) == (image, image)


def test_a_drawing_whose_file_is_gone(site: SmallSite) -> None:
    image = drawing('<path d="M0 0h9"/>')
    image.file.storage.delete(image.file.name)
    assert set(refused(brand(site, emblem=image))) == {"emblem"}


def test_the_version_changes_with_row_and_pictures(site: SmallSite) -> None:
    def version() -> str | None:
        query = BrandSettings.version_of(site.site.pk)
        return type(site.site).objects.values_list(query).get(pk=site.site.pk)[0]

    assert version() is None
    row = brand(site, name="وزارت")
    row.save()
    first = version()
    row.emblem = drawing("<g/>")
    row.save()
    second = version()
    row.emblem.delete()
    assert len({first, second, version()}) == 3


def test_each_site_has_its_own_preview_address(site: SmallSite) -> None:
    assert brand(site).full_url == "http://localhost/"
