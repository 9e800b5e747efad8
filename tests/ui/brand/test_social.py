import pytest
from django.core.exceptions import ValidationError

from wagtail_prcouncil.ui.brand.social import Network, SocialLinksBlock


def cleaned(network: str, url: str) -> list[dict[str, str]]:
    block = SocialLinksBlock()
    raw = [{"type": "link", "value": {"network": network, "url": url}}]
    return [dict(child.value) for child in block.clean(block.to_python(raw))]


def test_a_channel() -> None:
    url = "https://eitaa.example/ministry"
    assert cleaned("eitaa", url) == [{"network": Network.EITAA, "url": url}]


@pytest.mark.parametrize(
    ("network", "url"),
    [
        ("eitaa", "http://eitaa.example/ministry"),
        ("eitaa", "javascript:alert(1)"),
        ("eitaa", "eitaa"),
        ("myspace", "https://example.org/"),
    ],
)
def test_what_is_refused(network: str, url: str) -> None:
    with pytest.raises(ValidationError):
        cleaned(network, url)
