from wagtail import hooks

from wagtail_prcouncil.comments import log_messages

hooks.register("register_log_actions", log_messages.register_messages)
