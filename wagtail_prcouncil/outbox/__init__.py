"""Mail that goes once: written down with the change that causes it, sent after it is committed."""
