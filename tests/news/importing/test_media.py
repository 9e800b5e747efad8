from pathlib import Path

import pytest
from wagtail.images import get_image_model

from tests.news.importing.making import picture
from wagtail_prcouncil.news.importing.media import PictureNotUsableError, Pictures

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "source",
    [
        "2022/08/dam.png",
        "/wp-content/uploads/2022/08/dam.png",
        "https://old.example/wp-content/uploads/2022/08/dam.png?w=3",
    ],
)
def test_found_by_the_end_of_its_address(tmp_path: Path, source: str) -> None:
    path = picture(tmp_path)
    assert Pictures(tmp_path).file_for(source) == path


@pytest.mark.parametrize("source", ["", "/", "../secret.png", "https://x/../secret.png", "a.png"])
def test_nothing_outside_the_folder(tmp_path: Path, source: str) -> None:
    picture(tmp_path, "secret.png")
    inside = tmp_path / "media"
    inside.mkdir()
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    assert Pictures(inside).file_for(source) is None
    assert Pictures(inside).file_for("link.png") is None
    assert Pictures(None).file_for("dam.png") is None


@pytest.mark.parametrize(
    "source",
    [
        f"data:image/png;base64,{'A' * 5000}",
        "data:,dam.png",
        "http://[url]/dam.png",
        "//[x/dam.png",
        "dam%00.png",
        f"{'a' * 300}.png",
        f"{'a/' * 5000}dam",
    ],
)
def test_what_names_no_file(tmp_path: Path, source: str) -> None:
    picture(tmp_path, "dam.png")
    assert Pictures(tmp_path).file_for(source) is None


def test_the_library_gets_each_once(tmp_path: Path) -> None:
    path = picture(tmp_path)
    one = Pictures(tmp_path).take(path, title="سد")
    again = Pictures(tmp_path).take(path, title="دیگر")
    assert one == again
    assert get_image_model().objects.count() == 1
    assert one.title == "سد"


def test_what_the_admin_refuses_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dam.png"
    path.write_text("<html>")
    with pytest.raises(PictureNotUsableError):
        Pictures(tmp_path).take(path, title="سد")
    assert not get_image_model().objects.exists()
