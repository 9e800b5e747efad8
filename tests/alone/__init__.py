"""A Wagtail site that has comments and none of the other features: page types of its own, which
know nothing of ours. `make test` runs the tests of comments on it too.
"""
