"""Checking an archive: many documents, in order, in bounded memory, over any executor.

Documents stream in, answers stream out in the same order, and at any moment it is known which
documents have their answer and where to go on.
"""

from rhf_services.checking.many.answers import Checked, ExecutorLostError, Lost, Progress
from rhf_services.checking.many.documents import ArchiveDocument, document_of, folder, ndjson
from rhf_services.checking.many.factories import RegistryFactory, WorkerUnfitError
from rhf_services.checking.many.running import check_many

__all__ = [
    "ArchiveDocument",
    "Checked",
    "ExecutorLostError",
    "Lost",
    "Progress",
    "RegistryFactory",
    "WorkerUnfitError",
    "check_many",
    "document_of",
    "folder",
    "ndjson",
]
