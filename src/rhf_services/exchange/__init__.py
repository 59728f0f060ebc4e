"""Texts and editions from files: what the service environment changes without a developer.

The only door to spreadsheets. A file is read whole, everything wrong in it is told by sheet, row
and column, and it is taken in as a whole or not at all.
"""

from rhf_services.exchange.folder import FilesRead, with_files

__all__ = ["FilesRead", "with_files"]
