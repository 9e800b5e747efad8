from django.template import engines

from tests.charters.making import adopted, charter, fresh
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite

LOAD = "{% load prcouncil_charters_editor %}"


def shown(template: str, **said: object) -> str:
    return str(engines["django"].from_string(f"{LOAD}{template}").render(said))


def test_panels_ask_for_the_adopted_version_and_for_schemes(site: SmallSite) -> None:
    one = charter(council(site))
    names = "{% prc_label_levels page as levels %}{% for level in levels %}{{ level.number }}"
    assert shown(names + "{% endfor %}", page=fresh(one).page) == "123"
    told = "{% prc_adopted version user as told %}{{ told.begin.reason }}"
    assert shown(told, version=adopted(one), user=member_of(group_for()))
