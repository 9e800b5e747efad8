import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from tests.making import SmallSite, below, draft_news, live_news, news_at
from tests.news.staff import EDITING, chief, group, logged_in, member
from wagtail_prcouncil.news.admin.duplicates import named_alike
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage
from wagtail_prcouncil.persian.digits import to_persian

TITLE = "گردهمایی کتابخانه‌های کشور"
ARABIC = "گردهمايي كتابخانه هاي کشور"


@pytest.fixture
def user(site: SmallSite) -> User:
    return chief()


def asked(client: Client, **query: Any) -> str:
    response = client.get(reverse("prcouncil_news_named_alike"), query)
    assert response.status_code == 200
    return response.content.decode().strip()


def words(**fields: Any) -> dict[str, Any]:
    """What the form of a new item sends."""
    empty = [
        *["kicker", "deck", "lead", "hero_image", "hero_alt", "hero_caption", "hero_credit"],
        *["section", "agency", "agency_name", "province", "source_outlet", "quoted_agency"],
        *["quoted_source", "quoted_url", "dateline_place", "end_mark", "slug", "seo_title"],
        *["search_description", "tags", "go_live_at", "expire_at", "embargoed_until"],
    ]
    rows = {"related_links": inline_formset([]), "comments": inline_formset([])}
    return nested_form_data(
        dict.fromkeys(empty, "") | {"title": TITLE, "body": streamfield([])} | rows | fields
    )


def test_spellings_of_a_headline_meet(site: SmallSite, user: User) -> None:
    page = live_news(site, title=TITLE)
    draft = draft_news(site, title=f"«{ARABIC}»")
    live_news(site, title=f"{TITLE} در یزد")
    assert {found.pk for found in named_alike(ARABIC, user=user)} == {page.pk, draft.pk}
    assert [found.pk for found in named_alike(TITLE, user=user, beside=page)] == [draft.pk]
    assert named_alike("…", user=user) == []


def test_a_translation_and_news_of_long_ago_are_no_second_item(site: SmallSite, user: User) -> None:
    page = live_news(site, title=TITLE)
    live_news(site, english_of=page, title=TITLE)
    assert named_alike(TITLE, user=user, beside=page) == []
    old = news_at(site, timezone.now() - dt.timedelta(days=400), title="خبر هر سال")
    NewsPage.objects.filter(pk=old.pk).update(latest_revision_created_at=old.published_at)
    assert named_alike("خبر هر سال", user=user) == []


def test_nobody_is_told_a_headline_that_they_may_not_see(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    reporter = member(group("reporters", *EDITING, below=unit))
    draft_news(site, title=TITLE)
    live_news(site, title=TITLE, embargoed_until=timezone.now() + dt.timedelta(days=1))
    assert named_alike(TITLE, user=reporter) == []
    out = live_news(site, title=TITLE)
    assert [page.pk for page in named_alike(TITLE, user=reporter)] == [out.pk]
    # Who may not open it is led to where readers find it.
    assert f'href="{out.full_url}"' in asked(logged_in(reporter), title=TITLE)


def test_while_it_is_typed(site: SmallSite, user: User) -> None:
    page, client = live_news(site, title=TITLE), logged_in(user)
    html = asked(client, title=ARABIC)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert f"<bdi>{TITLE}</bdi> <bdi>({page.code})</bdi>" in html
    assert asked(client, title=TITLE, page=page.pk) == ""
    assert asked(client, title="خبری که نیست") == ""
    for nonsense in ("", "x", "9" * 40, "-1", "\x00"):
        assert page.title in asked(client, title=TITLE, page=nonsense)
        assert asked(client, title=nonsense) == ""
    assert asked(client, title="ب" * 10_000) == ""
    assert Client().get(reverse("prcouncil_news_named_alike")).status_code == 302


def test_a_persian_editor_reads_the_code_in_persian_digits(site: SmallSite) -> None:
    page, client = live_news(site, title=TITLE), logged_in(chief("fa"))
    code = to_persian(page.code)
    assert f"<bdi>({code})</bdi>" in asked(client, title=TITLE)
    add = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])
    html = client.post(add, words(title=ARABIC), follow=True).content.decode()
    assert f"<bdi>{TITLE}</bdi> <bdi>({code})</bdi>" in html


def test_a_headline_is_no_html(site: SmallSite, user: User) -> None:
    live_news(site, title="<b>آب</b> & <i>برق</i>")
    html = asked(logged_in(user), title="<b>آب</b> & <i>برق</i>")
    assert "<bdi>&lt;b&gt;آب&lt;/b&gt; &amp;" in html


def test_when_it_is_saved(site: SmallSite, user: User) -> None:
    page, client = live_news(site, title=TITLE), logged_in(user)
    add = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])
    html = client.post(add, words(title=ARABIC), follow=True).content.decode()
    assert "Other news have this headline:" in html
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    draft = NewsPage.objects.get(title__startswith="گردهمایی کتابخانه هاي".replace("ي", "ی"))
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = client.post(edit, words(title="نامی دیگر"), follow=True)
    assert "Other news have this headline:" not in response.content.decode()
    # What Wagtail saves by itself while somebody types says nothing.
    client.post(edit, words(title=TITLE), headers={"accept": "application/json"})
    stored = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Other news have this headline:" not in stored
