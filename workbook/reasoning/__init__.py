"""What follows from a plan: progress, the next step, readiness, checks, status.

Pure functions from a plan to what is shown: nothing is read or written elsewhere, and the only
day they know is `plan.today`. They take a whole `Plan`, private fields and all; what leaves the
screens names people and records in the words of the public view.
"""
