from tests.outbox.smtp_sink import Sink
from wagtail_prcouncil.clock.actions import tick
from wagtail_prcouncil.outbox.actions import put


def test_the_clock_sends_and_tidies(db: None, sink: Sink) -> None:
    put("a:1", "reader@example.ir", "تصمیم", "متن")
    runs = {run.name: run.error for run in tick() if run.name.startswith("outbox.")}
    assert runs == {"outbox.send": "", "outbox.tidy": ""}
    assert len(sink.taken) == 1
