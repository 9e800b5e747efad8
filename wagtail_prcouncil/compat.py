"""The one place that knows which Wagtail is installed. Rule A4: 7.4 LTS and 8.0."""

import wagtail

WAGTAIL_8 = wagtail.VERSION[:2] >= (8, 0)
