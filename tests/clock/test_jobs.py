from datetime import timedelta

from wagtail import hooks

from wagtail_prcouncil.clock.jobs import HOOK, Job, registered_jobs


def test_apps_register_jobs_by_a_hook() -> None:
    mine = Job("site.mine", timedelta(days=1), lambda: None)
    with hooks.register_temporarily(HOOK, lambda: mine):
        assert mine in registered_jobs()
    assert mine not in registered_jobs()


def test_names_of_jobs_are_theirs_alone() -> None:
    names = [job.name for job in registered_jobs()]
    assert len(names) == len(set(names))
    assert names[0] == "wagtail.publish_scheduled"
