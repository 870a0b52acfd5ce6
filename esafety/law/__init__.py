"""The law clock: facts with dates, what depends on each, and what the app does on the day when one gets a new value."""
