"""How fast the public pages are beside a bare Wagtail page, and whether they slow down with N."""
