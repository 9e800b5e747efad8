"""What an app has done again and again, without a reader or an editor asking for it.

    @hooks.register("register_prcouncil_job")
    def flush_views() -> Job:
        return Job("audience.flush", timedelta(minutes=1), actions.flush)

A job may be run twice for one span of time, after a process was killed for instance: it looks at
what is there to do, and not at how often it was called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from wagtail import hooks

HOOK = "register_prcouncil_job"


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work: its `name` ("audience.flush"), how often, and the function that does it.

    `longest` bounds a run: after it, a run that has not reported is taken for dead, and the job
    starts anew. What may take long gets a longer one.
    """

    name: str
    every: timedelta
    run: Callable[[], object]
    longest: timedelta = timedelta(minutes=15)


def registered_jobs() -> list[Job]:
    """The jobs of all installed apps and of the site, in the order in which they are run."""
    return [make() for make in hooks.get_hooks(HOOK)]
