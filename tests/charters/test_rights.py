"""Rights on charters are permissions that the models have."""

from django.contrib.auth.models import Permission

from wagtail_prcouncil.charters.rights import Right


def test_every_right_is_a_permission_that_is_stored(db: None) -> None:
    stored = {
        f"{app}.{codename}"
        for app, codename in Permission.objects.values_list("content_type__app_label", "codename")
    }
    assert {right.value for right in Right} <= stored
