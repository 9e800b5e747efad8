"""What a ministry makes its own: colours that can be read, marks, channels; shown on every page."""
