from wagtail_prcouncil.persian.errors import PersianError


def test_is_a_value_error_with_a_code_and_a_message() -> None:
    error = PersianError("not_a_date", "no date in 'x'")

    assert isinstance(error, ValueError)
    assert error.code == "not_a_date"
    assert str(error) == "no date in 'x'"
