from django.urls import resolve, reverse


def test_the_name_of_a_file_has_a_dot() -> None:
    path = reverse("prcouncil_charter_files:file", args=["a/b/charter.json"])
    assert path.endswith("/a/b/charter.json")
    assert resolve(path).kwargs == {}
    assert resolve(path).args == ("a/b/charter.json",)
