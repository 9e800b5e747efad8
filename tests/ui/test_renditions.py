import re
from fractions import Fraction

import pytest
from pytest_django import DjangoAssertNumQueries
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.images.tests.utils import get_test_image_file

from wagtail_prcouncil.ui.renditions import CARD, SIZES, TEASER, TEXT, picture_files

BOX = re.compile(r"(?:fill|max)-(\d+)x(\d+)\|format-webp(?:\|preserve-svg)?")


@pytest.mark.parametrize("name", SIZES)
def test_a_size_has_one_shape_in_growing_widths(name: str) -> None:
    found = [BOX.fullmatch(spec) for spec in SIZES[name].specs]
    boxes = [tuple(map(int, box.groups())) for box in found]
    assert len({Fraction(width, height) for width, height in boxes}) == 1
    assert boxes == sorted(boxes)
    assert boxes[0][0] <= 480, "a phone of 320 px on a slow line needs a small file"


def test_one_prefetch_serves_rows_and_cards() -> None:
    assert set(TEASER.specs) <= set(CARD.specs)


def picture() -> AbstractImage:
    """As a page reads it: no more of it is at hand than its row."""
    file = get_test_image_file(size=(1500, 1000))
    made = get_image_model().objects.create(title="سد", file=file)
    return get_image_model().objects.get(pk=made.pk)


@pytest.mark.django_db
def test_files_of_a_picture_are_looked_up_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    image = picture()
    before = picture_files(image, TEXT.filters)
    assert [(file.width, file.height) for file in before] == [(480, 320), (840, 560), (1280, 853)]
    again = get_image_model().objects.get(pk=image.pk)
    with django_assert_num_queries(0):
        assert picture_files(again, TEXT.filters) == before
    assert picture_files(image, TEASER.filters) != before


@pytest.mark.django_db
def test_a_picture_that_was_replaced_has_other_files() -> None:
    image = picture()
    before = TEXT.html(image, alt="", eager=False)
    image.file = get_test_image_file(filename="new.png", size=(900, 600))
    image._set_image_file_metadata()  # this and the next as Wagtail's form does
    image.renditions.all().delete()
    image.save()
    image = get_image_model().objects.get(pk=image.pk)
    after = TEXT.html(image, alt="", eager=False)
    assert "new" in after
    assert after != before
    assert TEXT.largest_url(image) in after


@pytest.mark.django_db
def test_files_that_a_list_has_read_are_taken_as_they_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    made = picture()
    TEASER.html(made, alt="", eager=False)
    images = get_image_model().objects.filter(pk=made.pk)
    (listed,) = images.prefetch_renditions(*TEASER.specs)
    listed.prefetched_renditions[0].file.name = "images/elsewhere.webp"
    with django_assert_num_queries(0):
        assert any("elsewhere" in file.url for file in picture_files(listed, TEASER.filters))


@pytest.mark.django_db
def test_a_picture_whose_original_is_lost() -> None:
    image = picture()
    image.file.storage.delete(image.file.name)
    assert "not-found" in TEXT.html(image, alt="سد", eager=False)
