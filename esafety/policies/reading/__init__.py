"""From a school's file to clauses."""
