"""Checks, generates and audits Dutch municipal regulations on beschut werk, offline.

The public API is loaded when first used: ``verordening_tool.lees()``, ``.toets()``, ``.genereer()``,
``.vergelijk()``, ``.audit()``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verordening_tool.api import Genereeropties, Leesresultaat, Toetsopties, genereer, lees, toets, vergelijk
    from verordening_tool.auditing.loop import audit
    from verordening_tool.auditing.opties import Auditopties

__version__ = "0.1.0"
__all__ = ["Auditopties", "Genereeropties", "Leesresultaat", "Toetsopties", "audit", "genereer", "lees", "toets", "vergelijk"]
_BUITEN_API = {"audit": "verordening_tool.auditing.loop", "Auditopties": "verordening_tool.auditing.opties"}


def __getattr__(name: str) -> object:
    """Load the API at first use: importing it costs a third of a second."""
    if name in __all__:
        return getattr(import_module(_BUITEN_API.get(name, "verordening_tool.api")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
