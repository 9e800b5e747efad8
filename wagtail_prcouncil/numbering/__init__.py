"""Numbers that are given out once: a locked counter row per scope and Jalali year."""
