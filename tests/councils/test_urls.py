import pytest
from django.urls import Resolver404, resolve
from wagtail.views import serve


@pytest.mark.parametrize("path", ["/councils/one/popolo.json", "/en/شوراها/یک/members.csv"])
def test_files_are_wagtails_to_serve(path: str) -> None:
    found = resolve(path)
    assert found.func == serve
    assert path.lstrip("/").endswith(found.args[0])


@pytest.mark.parametrize("path", ["/councils/one/other.json", "/councils/../members.csv"])
def test_other_files_are_not(path: str) -> None:
    with pytest.raises(Resolver404):
        resolve(path)
