from django import forms

from wagtail_prcouncil.ui.controls import control


class Letter(forms.Form):
    """A public form with a field of each sort."""

    name = forms.CharField(help_text="As you sign.")
    mail = forms.EmailField()
    text = forms.CharField(widget=forms.Textarea(attrs={"class": "long", "dir": "rtl"}))
    topic = forms.ChoiceField(choices=[("a", "A")])
    agreed = forms.BooleanField()


def drawn(name: str, data: dict[str, str] | None = None) -> str:
    return control(Letter(data)[name])


def test_lines_get_the_class_of_the_face() -> None:
    assert 'class="prc-input"' in drawn("name")
    assert 'class="prc-input"' in drawn("topic")
    assert 'class="prc-input long"' in drawn("text")
    assert "class=" not in drawn("agreed")


def test_typed_words_choose_their_direction() -> None:
    assert 'dir="auto"' in drawn("name")
    assert 'dir="ltr"' in drawn("mail")
    assert 'dir="rtl"' in drawn("text")
    assert "dir=" not in drawn("topic")


def test_help_and_error_are_joined_to_the_control() -> None:
    html = drawn("name", {"name": ""})
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
