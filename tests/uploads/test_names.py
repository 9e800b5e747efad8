import pytest

from wagtail_prcouncil.uploads.names import LONGEST, safe_name


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("گزارش  نهايي.PDF", "گزارش نهایی.pdf"),
        ("گزارش‌ها.pdf", "گزارش ها.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\a.pdf", "a.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\0b\n.pdf", "ab.pdf"),
        ("a.php.pdf", "a php.pdf"),
        (".htaccess", "htaccess"),
        ("a.", "a"),
        ("a.pdf. ", "a.pdf"),
        ("", "file"),
        ('<b>"x".pdf', "bx.pdf"),
        ("a.p d;f", "a.pdf"),
        (f"{'a' * 300}.pdf", f"{'a' * LONGEST}.pdf"),
    ],
)
def test_a_name(given: str, stored: str) -> None:
    assert safe_name(given) == stored
    assert safe_name(stored) == stored
