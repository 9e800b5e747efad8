from wagtail import hooks

from wagtail_prcouncil.printing import jobs

hooks.register("register_prcouncil_job", jobs.make_job)
hooks.register("register_prcouncil_job", jobs.tidy_job)
