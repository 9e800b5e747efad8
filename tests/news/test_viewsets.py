from tests.making import SmallSite
from tests.news.staff import EDITING, chief, group, logged_in, member


def test_the_menu_shows_the_desk_to_those_who_may_work_at_it(site: SmallSite) -> None:
    for user, is_shown in [
        (chief(), True),
        (member(group("reporters", *EDITING, below=site.index)), True),
        (member(group("strangers")), False),
    ]:
        html = logged_in(user).get("/admin/").content.decode()
        assert ("prcouncil_news_listing" in html) is is_shown
