"""JSON Schema (2020-12), made on demand: of reports, and of everything the library writes.

Everything stays inside what strict programs take: no types in lists but with null, no
``unevaluatedProperties``, no classes of signs in patterns, references within a schema alone.
"""

from rhf_services.wire.schemas.every import schemas
from rhf_services.wire.schemas.report import report_schema

__all__ = ["report_schema", "schemas"]
