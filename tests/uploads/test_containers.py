from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.uploads import files
from wagtail_prcouncil.uploads import containers


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_pixels_profile_and_turn_stay_and_nothing_else(kind: str, orientation: int) -> None:
    before = files.photograph(kind, orientation)
    assert files.MACHINE.encode() in before
    assert files.REMARK.encode() in before
    after = getattr(containers, kind.lower())(before, orientation)
    assert files.MACHINE.encode() not in after
    assert files.REMARK.encode() not in after
    old, new = opened(before), opened(after)
    assert ImageChops.difference(old.convert("RGB"), new.convert("RGB")).getbbox() is None
    assert new.info["icc_profile"] == old.info["icc_profile"]
    assert dict(new.getexif()) == ({0x0112: orientation} if orientation != 1 else {})


def test_a_progressive_jpeg_with_restarts() -> None:
    before = files.photograph("JPEG", progressive=True, restart_marker_rows=1)
    after = containers.jpeg(before, 1)
    assert opened(after).tobytes() == opened(before).tobytes()


def test_colours_of_print_stay_right() -> None:
    """CMYK in a JPEG is read by Adobe's segment."""
    out = BytesIO()
    files.scene().convert("CMYK").save(out, "JPEG")
    after = containers.jpeg(out.getvalue(), 1)
    assert opened(after).tobytes() == opened(out.getvalue()).tobytes()


def test_an_animation_runs_as_before_without_its_remark() -> None:
    before = files.animation()
    assert files.REMARK.encode() in before
    after = containers.gif(before, 1)
    assert files.REMARK.encode() not in after
    assert opened(after).n_frames == 3
    assert opened(after).info["loop"] == 0


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_what_hangs_behind_a_picture_goes(kind: str) -> None:
    picture = files.animation() if kind == "GIF" else files.photograph(kind)
    clean = getattr(containers, kind.lower())
    assert clean(picture + b"<script>alert(1)</script>" * 9, 1) == clean(picture, 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_cleaning_twice_changes_nothing(kind: str) -> None:
    clean = getattr(containers, kind.lower())
    picture = clean(files.animation() if kind == "GIF" else files.photograph(kind, 6), 6)
    assert clean(picture, 6) == picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_file_cut_anywhere_says_so_or_gives_what_there_is(kind: str) -> None:
    picture = files.animation() if kind == "GIF" else files.photograph(kind, 6)
    for end in range(0, len(picture), 7):
        try:
            getattr(containers, kind.lower())(picture[:end], 1)
        except ValueError as error:
            assert "end" in str(error) or "due" in str(error)  # noqa: PT017 - both are right
