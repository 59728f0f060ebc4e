"""The values everything speaks of: questions, forms, reports, people, rules, findings.

Only attrs is used here. Nothing in this room reads a file, a clock or a catalogue.
"""
