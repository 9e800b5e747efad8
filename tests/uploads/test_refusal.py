from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from wagtail_prcouncil.uploads.refusal import UploadRefused


def test_an_editor_reads_its_numbers_in_the_digits_of_the_language() -> None:
    def said(**params: object) -> list[str]:
        return UploadRefused("%(most)s", "size", **params).messages

    with translation.override("fa"):
        assert said(most=1200) == ["۱٬۲۰۰"]
        assert said(most=64.0) == ["۶۴"]
        assert said(most="3") == ["3"], "words stay as they are"
    with translation.override("en"):
        assert said(most=64.0) == ["64"]


def test_a_form_shows_it_beside_its_field() -> None:
    class Upload(forms.Form):
        file = forms.FileField()

        def clean_file(self) -> None:
            raise UploadRefused("%(most)s at most", "size", most=7)

    form = Upload({}, {"file": SimpleUploadedFile("a", b"a")})
    with translation.override("en"):
        assert form.errors == {"file": ["7 at most"]}
    assert form.errors.as_data()["file"][0].code == "size"
