from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from wagtail_prcouncil.uploads.refusal import UploadRefused


def test_a_form_shows_it_beside_its_field() -> None:
    class Upload(forms.Form):
        file = forms.FileField()

        def clean_file(self) -> None:
            raise UploadRefused("%(most)s at most", "size", most=7)

    form = Upload({}, {"file": SimpleUploadedFile("a", b"a")})
    assert form.errors == {"file": ["7 at most"]}
    assert form.errors.as_data()["file"][0].code == "size"
