import datetime as dt
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils.translation import override

from tests.directory.making import agency, left_below
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.models import Agency, Person, Province

pytestmark = pytest.mark.django_db


def test_the_migration_brings_the_provinces_in_persian_order() -> None:
    names = list(Province.objects.by_name().values_list("name", flat=True))
    assert len(names) == 31
    assert names[:3] == ["آذربایجان شرقی", "آذربایجان غربی", "اردبیل"]
    assert names[-1] == "یزد"
    assert Province.objects.get(code="IR-26").name_in("en") == "Qazvin"


def test_a_name_is_found_in_every_spelling() -> None:
    kept = agency("سازمان روابط‌عمومی")
    assert list(Agency.objects.named("سازمان روابط عمومي")) == [kept]


def test_names_in_the_language_of_the_reader() -> None:
    water = agency("سازمان آب", name_en="Water Organisation")
    assert (water.name_in("fa"), water.name_in("en")) == ("سازمان آب", "Water Organisation")
    assert agency("بی‌نام").name_in("en") == "بی‌نام"
    doctor = Person(name="نمونه", honorific_prefix="دکتر", name_en="Sample")
    assert (doctor.full_name_in("fa"), doctor.full_name_in("en")) == ("دکتر نمونه", "Sample")


def test_renaming_alone_keeps_the_order_right() -> None:
    water = agency("آب")
    water.name = "يخ"
    water.save(update_fields=["name"])
    water.refresh_from_db()
    assert (water.name, water.folded_name) == ("یخ", "یخ")
    assert water.sort_key > agency("باد").sort_key


def test_a_code_is_for_addresses() -> None:
    with pytest.raises(ValidationError) as refused:
        Agency(name="آب", code="سازمان آب", kind="organisation").full_clean()
    assert list(refused.value.message_dict) == ["code"]


def test_one_open_agency_of_a_name_in_one_place() -> None:
    above = agency()
    agency("آب", parent=above)
    twin = Agency(name="آب", code="twin", kind="organisation", parent=above)
    with pytest.raises(ValidationError, match="register already|فهرست"):
        twin.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    agency("آب", parent=agency())
    agency("آب", parent=above, closed_on=dt.date(2020, 1, 1), closing_reason="abolished")


def test_a_tree_without_cycles() -> None:
    top = agency()
    middle = agency(parent=top)
    bottom = agency(parent=middle)
    assert [row.pk for row in bottom.ancestors()] == [top.pk, middle.pk]
    top.parent = bottom
    with pytest.raises(ValidationError) as refused:
        top.full_clean()
    assert list(refused.value.message_dict) == ["parent"]
    with pytest.raises(ValidationError):
        top.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Agency.objects.filter(pk=top.pk).update(parent=top)


def test_none_comes_below_a_closed_agency_whoever_writes_it() -> None:
    gone = agency(closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    with pytest.raises(ValidationError) as refused:
        agency(parent=gone)
    assert list(refused.value.message_dict) == ["parent"]
    moved = agency()
    moved.parent = gone
    for fields in (None, ["parent"], ["parent_id"]):
        with pytest.raises(ValidationError):
            moved.save(update_fields=fields)
    moved.save(update_fields=["name"])
    left_below(gone).save()
    agency(parent=gone, closed_on=dt.date(2019, 1, 1), closing_reason="abolished")


def test_what_was_deleted_meanwhile_is_no_parent() -> None:
    above = agency()
    moved = agency()
    moved.parent = Agency.objects.get(pk=above.pk)
    above.delete()
    with pytest.raises(ValidationError) as refused:
        moved.save()
    assert list(refused.value.message_dict) == ["parent"]


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_new", [True, False])
def test_one_closes_what_another_puts_an_agency_below(is_new: bool) -> None:
    """The closing stands before its commit when the other begins to save."""
    top = agency()
    below = Agency(name="آب", code="water", kind="organisation")
    if not is_new:
        below.save()
    below.parent = top
    refused: list[ValidationError] = []

    def put() -> None:
        try:
            below.save()
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=put)
    with transaction.atomic():
        close_agency(top, on=dt.date(2024, 3, 20), reason="abolished")
        thread.start()
        thread.join(timeout=1)
        assert thread.is_alive()
    thread.join(timeout=60)
    assert len(refused) == 1
    assert not Agency.objects.filter(parent=top).exists()


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_two_who_move_two_agencies_below_each_other() -> None:
    first, second = agency(), agency()
    start = threading.Barrier(2)
    refused: list[ValidationError] = []

    def move(child: Agency, parent: Agency) -> None:
        child = Agency.objects.get(pk=child.pk)
        child.parent_id = parent.pk
        start.wait(timeout=20)
        try:
            child.save()
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=move, args=pair) for pair in ((first, second), (second, first))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(refused) == 1
    assert Agency.objects.filter(parent=None).count() == 1


def test_what_an_agency_holds_cannot_be_deleted_away() -> None:
    top = agency()
    agency(parent=top)
    with pytest.raises(ProtectedError):
        top.delete()


def test_days_of_life() -> None:
    kept = agency(founded_on=dt.date(2010, 1, 1))
    gone = agency(closed_on=dt.date(2020, 1, 1), closing_reason="abolished")

    def on(*day: int) -> set[Agency]:
        return set(Agency.objects.existing_on(dt.date(*day)))

    assert (on(2009, 1, 1), on(2019, 12, 31), on(2020, 1, 1)) == ({gone}, {gone, kept}, {kept})
    assert list(Agency.objects.active()) == [kept]


def test_none_was_closed_before_it_was_founded() -> None:
    gone = agency(closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    gone.founded_on = dt.date(2020, 1, 2)
    with pytest.raises(ValidationError) as refused:
        gone.full_clean()
    assert "founded_on" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        Agency.objects.filter(pk=gone.pk).update(founded_on=gone.founded_on)
    Agency.objects.filter(pk=gone.pk).update(founded_on=gone.closed_on)


@pytest.mark.parametrize(
    ("field", "typed"), [("telephone", "داخلی ۱۲۳"), ("postal_code", "12345-6789")]
)
def test_contacts_that_nobody_can_use(field: str, typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Agency(name="آب", code="water", kind="organisation", **{field: typed}).full_clean()
    assert list(refused.value.message_dict) == [field]


def test_a_closed_agency_accepts_no_new_use() -> None:
    gone = agency(closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    with pytest.raises(ValidationError):
        gone.refuse_new_use()
    gone.refuse_new_use(already=gone.pk)
    agency().refuse_new_use()


def test_an_old_revision_does_not_open_a_closed_agency() -> None:
    open_then = agency()
    revision = open_then.save_revision()
    Agency.objects.filter(pk=open_then.pk).update(
        closed_on=dt.date(2020, 1, 1), closing_reason="abolished"
    )
    restored = revision.as_object()
    restored.name = "نام تازه"
    restored.save()
    row = Agency.objects.get(pk=open_then.pk)
    assert (row.name, row.is_closed) == ("نام تازه", True)


def test_other_names_come_with_the_agency() -> None:
    water = agency()
    water.other_names.create(name="سازمان قديم آب")
    water.save()
    assert water.other_names.get().folded_name == "سازمان قدیم اب"


def test_nothing_was_founded_tomorrow() -> None:
    with pytest.raises(ValidationError) as refused:
        Agency(
            name="آب", code="water", kind="organisation", founded_on=dt.date(2120, 3, 21)
        ).full_clean()
    assert list(refused.value.message_dict) == ["founded_on"]


def test_a_province_is_named_in_the_language_of_the_admin() -> None:
    with override("en"):
        assert str(Province.objects.get(code="IR-26")) == "Qazvin"
    with override("fa"):
        assert str(Province.objects.get(code="IR-26")) == "قزوین"
