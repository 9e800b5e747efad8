from tests.charters.admin.desk import place
from tests.charters.making import adopted as adopt
from tests.charters.making import charter
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.adopted import adopted
from wagtail_prcouncil.charters.rights import Right


def test_it_names_the_version_and_leads_those_who_may(site: SmallSite) -> None:
    one = charter(council(site))
    version = adopt(one)
    keeper = member_of(group_for(one.council, rights=[Right.VIEW, Right.CHANGE]))
    told = adopted(version, keeper)
    assert "۱" in told.name
    assert told.time
    assert told.begin.url == place("begin", one)
    assert told.desk == place("text", one)
    stranger = adopted(version, member_of(group_for()))
    assert (stranger.begin.url, stranger.desk) == ("", "")
    assert stranger.begin.reason
