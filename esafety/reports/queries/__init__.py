"""What the lead asks, in SQL that groups: never a row per pupil, always the same small number of statements."""
