from wagtail_prcouncil.charters.public.languages import language_of


def test_known_and_unknown() -> None:
    assert language_of("fa").dir == "rtl"
    assert language_of("en").dir == "ltr"
    assert language_of("xx").dir == "ltr"
