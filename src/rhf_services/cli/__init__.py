"""The command line, ``rhf-services``; installed with the extra ``cli``."""

import sys


def main() -> None:
    """Run the command line; what was asked wrongly is one clear line and exit code 2.

    Examples:
        >>> callable(main)
        True
    """
    try:
        from rhf_services.cli.app import app, run  # noqa: PLC0415  (click comes with an extra)

        run(app)
    except ModuleNotFoundError as error:
        if error.name not in ("click", "openpyxl"):
            raise
        sys.stderr.write("The command line needs an extra: pip install 'rhf-services[cli]'\n")
        sys.exit(2)
