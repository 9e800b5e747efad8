"""What editors see of the audience: a report, the reasons readers gave, a number on each page."""
