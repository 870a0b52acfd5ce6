"""The front page with its three doors, the first run of an empty installation, the language, the privacy notice."""
