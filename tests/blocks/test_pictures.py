import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.models import AbstractImage

from tests.blocks import bodies
from wagtail_prcouncil.blocks.pictures import FigureBlock, GalleryBlock, PictureChooserBlock


def test_a_picture_without_its_description_is_refused_and_a_draft_is_not(
    image: AbstractImage,
) -> None:
    block = FigureBlock()
    value = block.normalize({"image": image, "alt": ""})
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(value)
    assert list(caught.value.block_errors) == ["alt"]
    block.defer_required_validation()
    try:
        assert block.clean(value)["image"] == image
    finally:
        block.restore_deferred_validation()


def test_a_gallery_without_pictures_is_refused_and_a_draft_is_not() -> None:
    block = GalleryBlock()
    value = block.normalize({"pictures": []})
    with pytest.raises(ValidationError) as caught:
        block.clean(value)
    assert list(caught.value.block_errors) == ["pictures"]
    block.defer_required_validation()
    try:
        block.clean(value)
    finally:
        block.restore_deferred_validation()


def test_each_picture_of_a_gallery_is_described(image: AbstractImage) -> None:
    block = GalleryBlock()
    shown = [{"image": image, "alt": "سد"}, {"image": image, "alt": ""}]
    with pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.normalize({"pictures": shown}))
    errors = caught.value.block_errors["pictures"].block_errors
    assert list(errors) == [1]


def test_a_gallery_leads_to_larger_pictures(image: AbstractImage) -> None:
    block = GalleryBlock()
    shown = [{"image": image, "alt": f"نمای {n}", "caption": ""} for n in range(3)]
    html = block.render(block.normalize({"pictures": shown, "caption": "همه", "credit": ""}))
    assert html.count("<a href=") == 3
    assert "max-1280x1280" in html
    assert html.count("fill-1280x640") == 1, "the first is wide"
    assert 'alt="نمای 2"' in html


@pytest.mark.parametrize("most", [1, 10])
def test_pictures_of_a_body_come_in_two_queries(
    db: None, most: int, django_assert_num_queries: object
) -> None:
    keys = [bodies.picture(size=(60, 40)).pk for _ in range(most)]
    with django_assert_num_queries(2):
        found = PictureChooserBlock().bulk_to_python([*keys, keys[0], None, 0])
        assert [picture and picture.pk for picture in found] == [*keys, keys[0], None, None]
        assert all(picture.renditions.all() is not None for picture in found if picture)
