"""The findings among Wagtail's own content checks: told in a preview, printed nowhere else."""

import re

from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.userbar import ContentCheckerItem

from tests.making import SmallSite, draft_news, live_news
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.admin.advice import SENTENCES
from wagtail_prcouncil.news.admin.content_checks import NewsContentChecker, add_checks

MARK = "data-prc-finding"


class OwnChecker(ContentCheckerItem):
    """As a site may have one."""


def test_each_finding_has_a_rule_a_check_and_words(site: SmallSite) -> None:
    request = RequestFactory().get("/")
    asked = NewsContentChecker().get_axe_configuration(request)
    rules = {rule["id"]: rule for rule in asked["spec"]["rules"]}
    known = {check["id"] for check in asked["spec"]["checks"]}
    for kind, sentence in SENTENCES.items():
        name = f"prc-{kind.replace('_', '-')}"
        assert name in asked["options"]["runOnly"]
        assert rules[name]["selector"] == f'[data-prc-finding="{kind}"]'
        assert set(rules[name]["none"]) <= known
        assert asked["messages"][name]["error_name"] == sentence
    # Wagtail's own stay.
    assert "alt-text-quality" in asked["options"]["runOnly"]


def test_only_wagtails_own_checker_of_news_is_replaced(site: SmallSite) -> None:
    request, page = RequestFactory().get("/"), live_news(site)
    for before, of, after in [
        (ContentCheckerItem(in_editor=True), page, NewsContentChecker),
        (ContentCheckerItem(), site.home, ContentCheckerItem),
        (ContentCheckerItem(), None, ContentCheckerItem),
        (OwnChecker(), page, OwnChecker),
    ]:
        items = [before]
        add_checks(request, items, of)
        assert type(items[0]) is after
        assert items[0].in_editor == before.in_editor


def test_the_form_asks_for_them(site: SmallSite) -> None:
    page = draft_news(site)
    html = logged_in(chief()).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert "prc-half-spaces" in html.content.decode()


def test_a_preview_is_marked_and_the_page_is_not(site: SmallSite, client: Client) -> None:
    page = live_news(site, title="خبر تازه", lead="جلسه برگزار می شود.")
    draft = page.make_preview_request().content.decode()
    (kind,) = re.findall(f'{MARK}="([^"]+)"', draft)
    assert kind == "half_spaces"
    assert MARK not in client.get(page.url).content.decode()
