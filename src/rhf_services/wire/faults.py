"""What reading saw, as JSON values (``rhf-faults/1``)."""

from collections.abc import Iterable
from typing import Any, Final

from rhf_services.model.faults import Fault, FaultKind
from rhf_services.model.places import Place
from rhf_services.wire.outputs import params_document

FAULTS_FORMAT: Final = "rhf-faults/1"


def faults_document(faults: Iterable[Fault]) -> dict[str, Any]:
    """Write what reading a document saw as JSON values.

    Args:
        faults: The faults, as ``loads(…).faults`` or ``loads_case(…).faults`` gives them.

    Returns:
        ``format``, ``readable`` (whether there is a document to go on with) and ``faults``, each
        with ``kind``, ``place`` (a JSON Pointer into the document) and ``params``.

    Examples:
        >>> from rhf_services import loads
        >>> faults_document(loads(b'{"format": "rhf-report/1", "year": "2024"}').faults)["faults"]
        [{'kind': 'cannot-hold', 'place': '/year', 'params': {'expected': 'whole-number'}}]
    """
    told = tuple(faults)
    return {
        "format": FAULTS_FORMAT,
        "readable": all(fault.kind is not FaultKind.UNREADABLE for fault in told),
        "faults": [
            {
                "kind": str(fault.kind),
                "place": Place(fault.at).json_pointer,
                "params": params_document(fault.params),
            }
            for fault in told
        ],
    }
