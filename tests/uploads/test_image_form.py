"""Through the views of the real admin: whatever the way in, the same file comes out."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form, get_image_multi_form
from wagtail.models import UploadedFile as KeptUpload

from tests.uploads import files
from wagtail_prcouncil.uploads.image_form import ImageUploadForm

Image = get_image_model()

# Its chunks are whole, its pixels are not: what only decoding tells.
TORN = files.photograph("PNG")
TORN = TORN.replace(PIXELS := TORN[TORN.index(b"IDAT") + 8 :][:20], PIXELS[::-1])

BAD = [
    ("bomb.png", files.png_bomb(), "more than 64 million pixels"),
    ("page.jpg", b"<html><script>alert(1)</script></html>", "not what its name ends in"),
    ("gifar.gif", files.animation() + files.jar(), "archive as well"),
    ("cut.png", files.photograph("PNG")[:200], "broken"),
    ("torn.png", TORN, "broken"),
]


def single(client: Client, name: str, content: bytes) -> str:
    data = {"title": "سد", "file": files.upload(name, content)}
    return client.post(reverse("wagtailimages:add"), data).content.decode()


def multiple(client: Client, name: str, content: bytes) -> str:
    data = {"title": "سد", "files[]": files.upload(name, content)}
    return client.post(reverse("wagtailimages:add_multiple"), data).content.decode()


def chooser(client: Client, name: str, content: bytes) -> str:
    prefix = "image-chooser-upload"
    data = {f"{prefix}-title": "سد", f"{prefix}-file": files.upload(name, content)}
    return client.post(reverse("wagtailimages_chooser:create"), data).content.decode()


def stored(image: Any) -> bytes:
    with image.file.open() as file:
        return bytes(file.read())


@pytest.mark.parametrize("way", [single, multiple, chooser])
@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_a_bad_picture_is_refused_with_its_reason(
    admin: Client, way: Any, name: str, content: bytes, reason: str
) -> None:
    assert reason in way(admin, name, content)
    assert not Image.objects.exists()


@pytest.mark.parametrize("way", [single, multiple, chooser])
def test_a_photograph_is_stored_without_its_place(admin: Client, way: Any) -> None:
    way(admin, "سد.jpg", files.photograph("JPEG", 6))
    image = Image.objects.get()
    assert files.MACHINE.encode() not in stored(image)
    assert image.file_size == len(stored(image))
    upright = image.get_rendition("max-64x64")
    assert upright.height > upright.width, "it still knows which way is up"


def test_another_picture_in_place_of_an_old_one(admin: Client) -> None:
    single(admin, "a.jpg", files.photograph("JPEG"))
    image = Image.objects.get()
    address = reverse("wagtailimages:edit", args=[image.pk])
    refused = admin.post(address, {"title": "سد", "file": files.upload("a.png", files.png_bomb())})
    assert "million pixels" in refused.content.decode()
    admin.post(address, {"title": "سد", "file": files.upload("b.png", files.photograph("PNG"))})
    image.refresh_from_db()
    assert image.file.name.endswith("b.png")
    assert files.MACHINE.encode() not in stored(image)
    kept = admin.post(address, {"title": "سد نمونه", "file": ""})
    assert kept.status_code == 302
    assert Image.objects.get().title == "سد نمونه"


def test_what_waits_for_another_field_is_clean_as_well(admin: Client) -> None:
    """Wagtail keeps the request's own file while a title is missing."""
    data = {"title": "ا" * 300, "files[]": files.upload("a.jpg", files.photograph("JPEG"))}
    admin.post(reverse("wagtailimages:add_multiple"), data)
    with KeptUpload.objects.get().file.open() as file:
        assert files.MACHINE.encode() not in file.read()


@override_settings(WAGTAILIMAGES_EXTENSIONS=["svg", "png"])
def test_a_drawing_with_a_script(admin: Client) -> None:
    bad = b'<svg xmlns="http://www.w3.org/2000/svg">\n<script>alert(1)</script></svg>'
    assert "Line 2: the element &lt;script&gt;" in single(admin, "a.svg", bad)
    unsized = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9"/>'
    assert "broken" in single(admin, "a.svg", unsized)
    good = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>'
    single(admin, "a.svg", good)
    assert stored(Image.objects.get()) == good


def test_the_field_says_what_it_does(admin: Client) -> None:
    assert (
        "notes of the camera are removed"
        in admin.get(reverse("wagtailimages:add")).content.decode()
    )


def test_forms_that_leave_the_file_out_stay_without() -> None:
    assert settings.WAGTAILIMAGES_IMAGE_FORM_BASE.endswith(ImageUploadForm.__name__)
    assert issubclass(get_image_form(Image), ImageUploadForm)
    assert "file" not in get_image_multi_form(Image)().fields
