from django.test import Client

from tests.making import SmallSite
from tests.meetings.making import approved, held, meeting_index, staffed_council
from tests.meetings.public.making import told_meeting


def test_sitemap_names_minutes_and_resolutions(site: SmallSite, client: Client) -> None:
    told = told_meeting(site)
    held(told.council)
    listed = client.get("/sitemap.xml").content.decode()
    root = site.site.root_url
    for page in (told.page, told.english):
        assert f"<loc>{root}{page.url}</loc>" in listed
        assert f"<loc>{root}{page.url}minutes/</loc>" in listed
        assert f"<loc>{root}{page.get_parent().url}resolutions/</loc>" in listed
    assert listed.count("/minutes/") == 2


def test_no_parts_where_there_are_none(site: SmallSite) -> None:
    made = approved(held(staffed_council(site)))
    (only,) = meeting_index(made.council).get_sitemap_urls()
    assert only["location"].endswith(meeting_index(made.council).url)
