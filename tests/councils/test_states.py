import pytest
from django.contrib.auth.models import Permission

from wagtail_prcouncil.councils.apps import CouncilsConfig
from wagtail_prcouncil.councils.states import (
    HOLDING,
    OFFICERS,
    OPEN_PHASES,
    SINGLE,
    TRANSITIONS,
    Capacity,
    Phase,
    Right,
    Role,
    Verb,
)


def test_every_verb_has_its_line_and_every_open_phase_its_way_out() -> None:
    assert set(TRANSITIONS) == set(Verb.values)
    for phase in OPEN_PHASES:
        assert any(phase in line.before for line in TRANSITIONS.values())
    over = set(Phase.values) - OPEN_PHASES
    assert not any(over & line.before for line in TRANSITIONS.values())


def test_named_sets() -> None:
    assert SINGLE < OFFICERS < set(Role)
    assert set(Capacity) - {Capacity.SUBSTITUTE} == HOLDING


@pytest.mark.django_db
def test_every_right_is_a_permission_and_secretaries_delete_nothing() -> None:
    known = {
        f"prcouncil_councils.{codename}"
        for codename in Permission.objects.filter(
            content_type__app_label="prcouncil_councils"
        ).values_list("codename", flat=True)
    }
    assert {right.value for right in Right} <= known
    given = CouncilsConfig.group_permissions["council_secretary"]
    assert {f"prcouncil_councils.{codename}" for codename in given} <= known
    assert not [codename for codename in given if codename.startswith("delete")]
