from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings
from django.utils import translation

from wagtail_prcouncil.uploads.refusal import UploadRefused
from wagtail_prcouncil.uploads.svg import check_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
PNG = "data:image/png;base64,iVBORw0KGgo="


def drawing(inner: str, attributes: str = 'viewBox="0 0 10 10"') -> str:
    return f"{HEAD}{attributes}>\n{inner}\n</svg>"


def check(content: str | bytes) -> bytes:
    """What is left to be stored of a drawing that is let in."""
    file = ContentFile(content.encode() if isinstance(content, str) else content)
    check_svg(file)
    return file.read()


def refusal(content: str | bytes) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        check(content)
    return caught.value


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h10v10z" fill="#0c5a60"/>',
        '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" style="stroke: url( \'#g\')"/>',
        '<style>.a { fill: red } /* url(http://a) in a remark */</style><g class="a"/>',
        '<g id="a"><path/></g><use xlink:href="#a"/><use href="#a" x="5"/>',
        f'<image href="{PNG}"/>',
        '<title>نشان وزارت نمونه</title><text font-family="Vazirmatn">متن</text>',
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
    ],
)
def test_a_drawing_is_let_in(inner: str) -> None:
    assert check(drawing(inner)).decode() == drawing(inner)


def test_a_drawing_program_may_leave_its_notes_and_an_old_doctype() -> None:
    content = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        + drawing(
            "<path i:label='src' xmlns:i='http://www.inkscape.org/namespaces/inkscape' d='M0 0'/>"
        )
    )
    assert check(content).decode() == content


def test_the_icon_of_the_package_is_let_in() -> None:
    icon = Path(__file__).parents[2] / "wagtail_prcouncil/ui/static/prcouncil_ui/icon.svg"
    assert check(icon.read_bytes()) == icon.read_bytes()


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("<script>alert(1)</script>", "element"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>', "element"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', "element"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "element"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "element"),
        ('<set attributeName="href" to="javascript:alert(1)"/>', "element"),
        ('<animate attributeName="href" values="javascript:alert(1)"/>', "element"),
        ('<rect onload="alert(1)"/>', "script"),
        ('<rect ONCLICK="alert(1)"/>', "script"),
        ('<a href="javascript:alert(1)"><rect/></a>', "reference"),
        ('<a xlink:href=" java&#9;script:alert(1)"><rect/></a>', "reference"),
        ('<a href="https://bad.example/"><rect/></a>', "reference"),
        ('<use href="https://bad.example/a.svg#b"/>', "reference"),
        ('<use href="data:image/svg+xml;base64,PHN2Zz4="/>', "reference"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "reference"),
        ('<image href="//bad.example/a.png"/>', "reference"),
        ('<image src="a.png"/>', "reference"),
        ('<g xml:base="https://bad.example/"/>', "reference"),
        ('<rect fill="url(https://bad.example/#a)"/>', "reference"),
        ('<rect style="fill: u/**/rl(https://bad.example/)"/>', "reference"),
        ('<rect style="fill: \\75rl(https://bad.example/)"/>', "reference"),
        ("<style>@import 'https://bad.example/a.css';</style>", "reference"),
        ("<style><![CDATA[ rect { fill: url('//bad.example/') } ]]></style>", "reference"),
        ('<?xml-stylesheet href="https://bad.example/a.css"?>', "instruction"),
    ],
)
def test_what_could_run_or_ask_another_host_is_refused(inner: str, code: str) -> None:
    with translation.override("en"):
        error = refusal(drawing(inner))
        assert error.code == code
        assert error.messages[0].startswith("Line 2: "), "the second line is the bad one"


def test_scripts_on_the_root_and_in_another_alphabet_of_bytes() -> None:
    assert refusal(drawing("", 'onload="alert(1)"')).code == "script"
    wide = '<?xml version="1.0" encoding="utf-16"?>' + drawing("<script/>")
    assert refusal(wide.encode("utf-16")).code == "element"


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "b">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "https://bad.example/a.dtd"> %a;',
        "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 30)),
    ],
)
def test_entities_are_refused(entity: str) -> None:
    assert refusal(f"<!DOCTYPE svg [\n{entity}]>\n{drawing('')}").code == "entity"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "broken"),
        ("words", "broken"),
        (drawing("<g>"), "broken"),
        ('<?xml version="1.0" encoding="klingon"?><svg/>', "broken"),
        ("<html><script>alert(1)</script></html>", "root"),
        ("<svg/>", "root"),
        (b"\x1f\x8b\x08\x00packed", "broken"),
    ],
)
def test_what_is_no_drawing(content: str | bytes, code: str) -> None:
    assert refusal(content).code == code


def test_size_is_limited() -> None:
    big = drawing(f"<desc>{'a' * 2000}</desc>")
    many = drawing("<g/>" * 50)
    with override_settings(WAGTAIL_PRCOUNCIL={"SVG_MAX_BYTES": 1000, "SVG_MAX_ELEMENTS": 40}):
        assert refusal(big).code == "size"
        assert refusal(many).code == "size"
    check(big)
    check(many)


def test_copies_of_copies_are_counted() -> None:
    """Each line doubles the one before: thirty lines would draw a thousand million squares."""
    bomb = '<rect id="a0"/>' + "".join(
        f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 31)
    )
    assert refusal(drawing(bomb)).code == "size"
    assert refusal(drawing('<g id="a"><use href="#a"/></g>')).code == "copies"
    assert refusal(drawing('<g id="a"><g id="b"/><use href="#a"/></g>')).code == "copies"


def test_the_file_stands_at_its_start_again() -> None:
    file = ContentFile(drawing("<g/>").encode())
    check_svg(file)
    assert file.tell() == 0
