"""What the school teaches: expectations, lessons, modules, questions, facts, agreements and the model policy.

Content files are read, parsed, checked, planned and loaded, in this order; only the last step writes to the
database. A loaded curriculum never changes: a new wording is a new version, and old answers and signatures
keep the old one.
"""
