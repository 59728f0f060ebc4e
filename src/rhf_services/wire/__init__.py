"""JSON in and out, exactly: reports, cases, verdicts.

The only door to cattrs. Nothing that a file may contain raises here;
what is wrong comes back as faults with their places. Each module is imported where it is used, so
that reading needs nothing of what writing needs.
"""
