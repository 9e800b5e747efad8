"""The face: base templates, components, page slots, dates and digits as a reader sees them."""
