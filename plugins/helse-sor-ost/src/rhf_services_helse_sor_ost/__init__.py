"""What Helse Sør-Øst asks its regional competence services (regionale kompetansetjenester).

The national documents give only the form's title (webinar 2024, «Rapportmaler», form 9). Its
content is proposed along what the region has published, and the region replaces it when it likes.
"""

from collections.abc import Iterable

from rhf_services import Template, hookimpl


@hookimpl
def rhf_templates() -> Iterable[Template]:
    """Bring the form."""
    from rhf_services_helse_sor_ost.form import TEMPLATE  # noqa: PLC0415  (listing stays cheap)

    return (TEMPLATE,)
