"""Checks, generates and audits Dutch municipal regulations on beschut werk, offline.

The public API is loaded when first used: ``verordening_tool.lees()``, ``.toets()``, ``.genereer()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verordening_tool.api import Genereeropties, Leesresultaat, Toetsopties, genereer, lees, toets

__version__ = "0.1.0"
__all__ = ["Genereeropties", "Leesresultaat", "Toetsopties", "genereer", "lees", "toets"]


def __getattr__(name: str) -> object:
    """Load the API at first use: importing it costs a third of a second."""
    if name in __all__:
        from verordening_tool import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
