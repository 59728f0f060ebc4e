"""The check: a case, a registry, a stage and a time in; a verdict out. Pure and deterministic."""

from rhf_services.checking.checks import check

__all__ = ["check"]
