import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.directory.importing.actions import PERMISSIONS, import_agencies
from wagtail_prcouncil.directory.importing.columns import columns
from wagtail_prcouncil.directory.importing.plan import Entry, lay_over
from wagtail_prcouncil.directory.importing.register_rows import RegisterRows
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.exchange.kinds import Line, LinesChangedError

pytestmark = pytest.mark.django_db


def planned(register: RegisterRows, **cells: str) -> list[Entry]:
    line = Line(2, {name: [cell] for name, cell in cells.items()})
    return list(lay_over(register, columns([]), {0: line}).entries.values())


def test_made_and_logged() -> None:
    user = User.objects.create_superuser("admin")
    register = RegisterRows.read()
    entries = planned(register, code="water", name="آب", kind="company")
    (written,) = import_agencies(entries, register, by=user)
    row = Agency.objects.get(code="water")
    assert (written.agency, written.is_new, register.agencies) == (row, True, {"water": row})
    entry = ModelLogEntry.objects.for_instance(row).get()
    assert (entry.action, entry.user) == ("prcouncil_directory.import_agency", user)
    assert entry.data == {"new": True, "columns": ["name", "kind"]}


@pytest.mark.parametrize("held", PERMISSIONS)
def test_one_right_is_not_enough(held: str) -> None:
    user = User.objects.create_user("half")
    user.user_permissions.add(Permission.objects.get(codename=held.split(".")[1]))
    register = RegisterRows.read()
    with pytest.raises(PermissionDenied):
        import_agencies(
            planned(register, code="water", name="آب", kind="company"),
            register,
            by=User.objects.get(pk=user.pk),
        )
    assert not Agency.objects.exists()


def test_an_agency_that_refuses_its_words_is_told_by_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(self: Named) -> None:
        raise ValidationError("not this one")

    monkeypatch.setattr(Named, "clean", refuse)
    register = RegisterRows.read()
    with pytest.raises(LinesChangedError) as refused:
        import_agencies(planned(register, code="a", name="آب", kind="company"), register)
    assert refused.value.sentences == {0: "not this one"}
