from wagtail_prcouncil.ui.contacts import LeftToRightInput


def test_codes_read_from_left_to_right() -> None:
    assert 'dir="ltr"' in LeftToRightInput().render("fax", "021")
