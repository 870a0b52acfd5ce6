"""Content packs: files of content in one zip, with a manifest that says what is in it, to share between schools."""
