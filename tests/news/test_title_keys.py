"""Headlines that editors would take for one have one key."""

import pytest

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.title_keys import title_key


@pytest.mark.parametrize(
    "other",
    [
        "گردهمایی كتابخانه هاي کشور",
        "گردهمایی کتابخانه‌های کشور!",
        "«گردهمايي کتابخانه‌های  کشور»",
    ],
)
def test_spellings_meet(other: str) -> None:
    assert title_key(other) == title_key("گردهمایی کتابخانه‌های کشور")


def test_other_words_and_none_do_not() -> None:
    assert title_key("گردهمایی کتابخانه‌های جهان") != title_key("گردهمایی کتابخانه‌های کشور")
    assert title_key("…") is None
    key = title_key("خبر ۱۲۳")
    assert key is not None
    assert -(2**63) <= key < 2**63
    assert key == title_key("خبر 123")


def test_the_key_follows_the_words_of_the_row_and_of_its_draft(site: SmallSite) -> None:
    page = live_news(site, title="نخست")

    def key() -> int | None:
        return NewsPage.objects.values_list("title_key", flat=True).get(pk=page.pk)

    assert key() == title_key("نخست")
    draft = page.get_latest_revision_as_object()
    draft.title = "سپس"
    revision = draft.save_revision()
    assert key() == title_key("سپس")
    revision.publish()
    assert key() == title_key("سپس")
    other = draft_news(site, title="دیگر")
    other.title_key = 1
    NewsPage.objects.bulk_update([other], ["title_key"])
    other.save()
    assert NewsPage.objects.get(pk=other.pk).title_key == title_key("دیگر")
