import pytest
from django.test import RequestFactory
from style_sheet.error_urls import urlpatterns

from tests.making import small_site


@pytest.mark.django_db
def test_each_error_page_answers_under_its_number() -> None:
    small_site()
    for pattern in urlpatterns:
        address = str(pattern.pattern)
        response = pattern.callback(RequestFactory().get("/"), **pattern.default_args)
        assert f"{response.status_code}/" == address
