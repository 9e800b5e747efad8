import json
import re
from typing import Any

from django.test import Client

from tests.comments.making import open_page, published
from tests.comments.reading import answered, long_thread, published_twice
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.public.strands import ROOTS_SHOWN


def _told(page: object) -> dict[str, Any]:
    html = Client().get(page.url).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    described = [json.loads(one) for one in found]
    assert all(one["@context"] == "https://schema.org" for one in described)
    return next((one for one in described if "commentCount" in one), {})


def test_comments_are_described_below_their_page(site: SmallSite) -> None:
    page = open_page(site)
    assert _told(page) == {}
    root, reply = published_twice(page, "خوب است.")
    answered(root, "سپاس.")
    published(page, "دیگری")
    told = _told(page)
    assert (told["@type"], told["commentCount"]) == ("WebPage", 3)
    assert told["@id"] == page.full_url
    first = told["comment"][1]
    assert first["author"] == {"@type": "Person", "name": root.name}
    assert first["text"] == "خوب است."
    assert first["url"] == f"http://localhost/comments/c/{root.public_id}/"
    assert first["datePublished"].endswith("+03:30")
    institution, reader = first["comment"]
    assert institution["author"]["@type"] == "GovernmentOrganization"
    assert reader["@id"].endswith(f"{reply.public_id}/")


def test_who_gave_no_name_is_a_reader(site: SmallSite) -> None:
    page = open_page(site)
    comment = published(page)
    ReaderComment.objects.filter(pk=comment.pk).update(name="")
    assert _told(page)["comment"][0]["author"]["name"]


def test_a_long_thread_is_described_by_its_first_window(site: SmallSite) -> None:
    page = open_page(site)
    long_thread(page, ROOTS_SHOWN + 10)
    told = _told(page)
    assert (told["commentCount"], len(told["comment"])) == (ROOTS_SHOWN + 10, ROOTS_SHOWN)
