"""Checks an archive on a Dask cluster, and tells how it went.

Run it with the archive, and the address of the scheduler; without one, a cluster of two worker
processes is started on this machine for as long as it takes::

    python examples/archive/with_dask.py archive.ndjson
    python examples/archive/with_dask.py archive.ndjson tcp://127.0.0.1:8786

Every worker needs rhf-services and the same plugins as here. The documents are sent to them; the
archive itself is read here alone.
"""

import sys
from collections import Counter
from time import perf_counter

from distributed import Client, LocalCluster

from rhf_services import check_many, ndjson


def check_archive(path: str, client: Client) -> Counter[str]:
    """Check an archive on a cluster, and count.

    Args:
        path: The archive.
        client: Who knows the cluster.
    """
    counts: Counter[str] = Counter()
    with client.get_executor(pure=False) as executor:
        answers = check_many(ndjson(path), "rhf_services:load_registry", executor=executor)
        for done in answers:
            counts["documents"] += 1
            counts["unreadable"] += not done.readable
            counts["findings"] += len(done.verdict.findings) if done.verdict is not None else 0
    return counts


def main(path: str, address: str | None = None) -> None:
    """Check an archive and print the numbers.

    Args:
        path: The archive.
        address: The scheduler's; None to start a cluster here.
    """
    if address is None:
        with (
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            tell(path, client)
    else:
        with Client(address) as client:
            tell(path, client)


def tell(path: str, client: Client) -> None:
    """Check an archive and print the numbers."""
    started = perf_counter()
    counts = check_archive(path, client)
    took = perf_counter() - started
    each = ", ".join(f"{name} {number}" for name, number in counts.items())
    sys.stdout.write(f"{each}; {counts['documents'] / took:.0f} documents a second\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
