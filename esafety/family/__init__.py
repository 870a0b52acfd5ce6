"""What one adult sees of their own children: what was learned, what is next, where the agreement stands. Owns no table.

It stands above learning and agreements because it reads both; no adult can tell from it that another exists.
"""
