"""Running others' code, of which one piece must not stop the next."""

from types import TracebackType


class Attempt:
    """Keeps what is raised within it: by a job, by a mail backend. Ctrl-C and an exit still end the
    run."""

    raised: Exception | None = None

    def __enter__(self) -> "Attempt":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        raised: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(raised, Exception):
            return False
        self.raised = raised
        return True
