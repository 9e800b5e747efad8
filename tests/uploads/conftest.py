import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Collection
from wagtail.users.models import UserProfile


@pytest.fixture
def admin(db: None) -> Client:
    """An administrator in the English admin."""
    Collection.objects.first() or Collection.add_root(name="Root")
    user = get_user_model().objects.create_superuser("admin", "admin@example.org", "pass")
    UserProfile.objects.create(user=user, preferred_language="en")
    client = Client()
    client.force_login(user)
    return client
