"""Two living schools to look at: a fictional federation with families, lessons and signatures from a fixed seed.

It stands above all rooms and goes through their own actions with past dates, so that what it shows is what the
application does. Nobody in it exists.
"""
