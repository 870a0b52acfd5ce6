"""The lead's, the governors' and the trust's questions, answered in frozen rows. Owns no table."""
