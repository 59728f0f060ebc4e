"""Blocks that forms share: sections, activities, evaluation questions, the reference group.

They are values and small functions; a region builds its own form from the same blocks.
"""
