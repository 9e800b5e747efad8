import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Collection


@pytest.fixture
def admin(db: None) -> Client:
    """An administrator in the English admin."""
    Collection.objects.first() or Collection.add_root(name="Root")
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "pass")
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    return client
