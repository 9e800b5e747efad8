from wagtail_prcouncil.directory.models import AgencyIndexPage


def test_addresses_below_a_register() -> None:
    page = AgencyIndexPage()
    assert page.reverse_subpage("register") == ""
    assert page.reverse_subpage("agency", ["roads-qazvin"]) == "roads-qazvin/"
    for name in ("popolo", "export"):
        assert page.resolve_subpage(f"/{page.reverse_subpage(name)}").url_name == name
