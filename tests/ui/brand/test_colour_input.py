from wagtail_prcouncil.ui.brand.colour_input import ColourInput


def test_a_text_field_and_a_palette() -> None:
    html = ColourInput("#0c5a60").render("brand", "#123456", {"id": "id_brand"})
    assert '<input type="text" name="brand" value="#123456"' in html
    assert '<input type="color" value="#123456"' in html
    assert "hidden>" in html, "until the script runs"
    assert html.count("name=") == 1, "the palette sends nothing of its own"


def test_the_palette_begins_with_what_holds() -> None:
    html = ColourInput("#0c5a60").render("brand", "")
    assert '<input type="color" value="#0c5a60"' in html
    assert 'placeholder="#0c5a60"' in html


def test_its_script_is_a_module() -> None:
    media = str(ColourInput("#fff").media)
    assert 'type="module"' in media
    assert "prcouncil_ui/colour-input.css" in media
