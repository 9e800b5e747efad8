from wagtail import hooks

from wagtail_prcouncil.audience import jobs, slots

for slot in slots.registered():
    hooks.register("register_prcouncil_page_slot", lambda slot=slot: slot)
for job in (
    jobs.flush_job,
    jobs.roll_up_job,
    jobs.rank_day_job,
    jobs.rank_week_job,
    jobs.rank_month_job,
):
    hooks.register("register_prcouncil_job", job)
