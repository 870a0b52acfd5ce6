"""What the application costs, measured beside a hand-written floor: `python3 -m esafety bench`.

Floor and application run on the same server with the same processes and threads, the same kind of database and the same
durability, in alternating rounds; what is printed are medians. Clients are processes of their own. docs/speed.md says
what each number means.
"""
