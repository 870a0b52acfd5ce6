"""A school's documents: versions, clauses, and the expectations that each clause asks for."""
