"""JSON Schema, made on demand: of reports, and of everything the library writes."""

from rhf_services.wire.schemas.report import report_schema

__all__ = ["report_schema"]
