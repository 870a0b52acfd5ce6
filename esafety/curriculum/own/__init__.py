"""Questions of a school's own: kept in versions beside ours, seen by no other school."""
