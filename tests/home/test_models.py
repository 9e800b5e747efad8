"""The front page of the example site."""

from django.test import Client

from tests.making import live_news, small_site


def test_the_way_to_all_news(db: None, client: Client) -> None:
    """To the ministry's own index; none where readers see no index."""
    site = small_site()
    for number in range(2):
        live_news(site, title=f"خبر {number}")
    link = '<a class="prc-more" href="{}">'
    assert link.format(site.index.url) in client.get(site.home.url).content.decode()
    site.index.unpublish()
    assert 'class="prc-more"' not in client.get(site.home.url).content.decode()
