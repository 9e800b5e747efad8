"""A draft may name what somebody has deleted since."""

from tests.making import SmallSite, below, draft_news
from wagtail_prcouncil.news.models import NewsPage, SectionPage


def test_a_draft_outlives_the_section_that_it_alone_names(site: SmallSite) -> None:
    section = below(site.index, SectionPage, title="سرویس رفتنی")
    page = draft_news(site)
    page.section = section
    draft = page.save_revision()
    section.delete()
    opened = draft.as_object()
    assert opened.section is None
    draft.publish()
    assert NewsPage.objects.get(pk=page.pk).section is None


def test_a_link_that_holds_stays(site: SmallSite) -> None:
    page = draft_news(site)
    assert page.save_revision().as_object().section == site.section
