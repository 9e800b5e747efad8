from tests.news.importing.making import source_item


def test_an_item_says_nothing_unless_told() -> None:
    assert source_item().html == ""
    assert source_item(tags=("سد",)).tags == ("سد",)
