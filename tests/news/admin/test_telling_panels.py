from django.urls import reverse

from tests.making import SmallSite, draft_news, live_news
from tests.news.staff import chief, logged_in


def test_the_form_tells_of_another_item_and_of_what_may_be_put_right(site: SmallSite) -> None:
    other = live_news(site, title="جلسه برگزار شد")
    page = draft_news(site, title="جلسه برگزار شد", lead="جلسه برگزار می شود.")
    page.save_revision()
    client = logged_in(chief())
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[other.pk]) in html
    assert "<bdi>می شود</bdi>" in html
    assert f'data-page="{page.pk}"' in html
    assert "named-alike.js" in html
    # It advises: the item can be published all the same.
    assert "It can be published all the same." in html


def test_the_form_of_a_new_item_waits_for_words(site: SmallSite) -> None:
    url = reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])
    html = logged_in(chief()).get(url).content.decode()
    assert 'data-page=""' in html
    assert "Before publishing" not in html


def test_nothing_to_put_right_is_told_beside_a_mark_of_the_size_of_words(site: SmallSite) -> None:
    page = live_news(site, title="جلسه برگزار شد")
    html = logged_in(chief()).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    told = html.content.decode().partition("Nothing to put right")[0][-200:]
    assert 'class="icon icon-check default"' in told
