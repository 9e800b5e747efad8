from io import BytesIO

import pytest
from django.core.exceptions import SuspiciousOperation
from PIL import ImageFile
from pypdf import PdfReader

from tests.printing.making import paper
from wagtail_prcouncil.persian.text import fold
from wagtail_prcouncil.printing import pdf

LONG = "".join(f"<p>بند {number}</p>" for number in range(150))


def read(html: str) -> PdfReader:
    return PdfReader(BytesIO(pdf.written(html)))


def fonts(found: PdfReader) -> str:
    return " ".join(
        str(font.get_object()["/BaseFont"])
        for page in found.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    )


def test_persian_in_our_own_font_with_persian_page_numbers() -> None:
    found = read(paper("شورا").replace("</main>", f"{LONG}</main>"))
    assert len(found.pages) > 1
    assert "Vazirmatn" in fonts(found)
    told = fold(found.pages[0].extract_text())
    assert fold("شورا") in told
    assert "DejaVu" not in fonts(found)


def test_page_numbers_are_persian_on_persian_paper_alone() -> None:
    persian = read(paper("شورا")).pages[0].extract_text()
    assert "۱" in persian
    english = read(paper("Council", "en")).pages[0].extract_text()
    assert "1 / 1" in english
    assert "۱" not in english


def test_torn_pictures_are_refused_as_before() -> None:
    read(paper("شورا"))
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_nothing_is_asked_of_a_network(caplog: pytest.LogCaptureFixture) -> None:
    assert pdf.site_file("https://example.org/a.png") is None
    assert pdf.site_file("file:///etc/passwd") is None
    html = paper("x").replace("</main>", '<img src="https://example.org/a.png"></main>')
    assert pdf.written(html).startswith(b"%PDF")


def test_nothing_beside_the_sites_own_files() -> None:
    with pytest.raises(SuspiciousOperation):
        pdf.site_file(f"{pdf.HOST}/static/../../../etc/passwd")


def test_a_style_sheet_that_is_missing_is_an_error() -> None:
    html = paper("x").replace("print.css", "nowhere.css")
    with pytest.raises(FileNotFoundError, match="nowhere"):
        pdf.written(html)
