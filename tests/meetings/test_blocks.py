from wagtail.rich_text import RichText

from wagtail_prcouncil.meetings.blocks import MinutesBlock
from wagtail_prcouncil.meetings.states import Visibility


def test_what_is_added_is_for_members() -> None:
    blocks = MinutesBlock().child_blocks
    defaults = {
        name: block.child_blocks["visibility"].get_default() for name, block in blocks.items()
    }
    assert defaults == dict.fromkeys(["section", "table", "document"], Visibility.MEMBERS)


def test_words_are_stored_in_one_spelling() -> None:
    block = MinutesBlock()
    value = block.normalize([("section", {"heading": "ي", "text": RichText("<p>ك</p>")})])
    stored = block.get_prep_value(value)[0]["value"]
    assert (stored["heading"], stored["text"]) == ("ی", "<p>ک</p>")
