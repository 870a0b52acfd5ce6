"""Pure decisions about a lesson that is being written: its pieces, their forms, and what became of both sides."""
