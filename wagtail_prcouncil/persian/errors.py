"""The one error of this package; readers get their sentence from the layer that shows it."""


class PersianError(ValueError):
    """Input that has no Persian reading.

    `code` names the reason for programs: ``not_a_date``, ``impossible_date``, ``impossible_time``,
    ``year_out_of_range``, ``naive_datetime``, ``not_a_number``, ``number_out_of_range``,
    ``impossible_speed``.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
