"""What we say about reports: one subject per file, registered by hook.

In each file a rule is a plain generator and a value below it. The generator yields places and
parameters; the value says on what, when, to whom, in which words, and where it is written.
"""
