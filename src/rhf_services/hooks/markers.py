"""The marks of our hooks, light enough to import from every form and rule file."""

from typing import Final

from pluggy import HookimplMarker, HookspecMarker

PROJECT: Final = "rhf_services"

hookspec: Final[HookspecMarker] = HookspecMarker(PROJECT)
hookimpl: Final[HookimplMarker] = HookimplMarker(PROJECT)
