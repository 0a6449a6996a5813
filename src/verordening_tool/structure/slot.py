"""The closing formula and the signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verordening_tool.document.blok import Rol
from verordening_tool.document.regeling import Slot
from verordening_tool.structure.regels import Regel

_FORMULE = re.compile(
    r"[\s\u00a0]*(?:aldus\s+(?:\w+\s+){0,3}?(?:vastgesteld|besloten|gedaan|gewijzigd|overeengekomen|genomen|ondertekend|bekend|in\b|door\b|te\b)"
    r"|a[l1]dus\s+vastgeste[l1]d"
    r"|(?:vastgesteld|besloten|gewijzigd\s+vastgesteld)\s+(?:(?:door|bij|in|op|te|tijdens|ter|d\.d)\b|\d)"
    r"|(?:dit\s+besluit\s+is|deze\s+verordening\s+is)\s+(?:vastgesteld|genomen)\s+(?:in|door|op)\b"
    r"|gedaan\s+(?:te|in)\b)",
    re.IGNORECASE,
)
_VOORNOEMD = re.compile(
    r"[\s\u00a0]*(?:(?:namens\s+)?(?:de\s+(?:gemeente)?raad|(?:het\s+)?college|burgemeester\s+(?:en|&)\s+wethouders)\b.{0,60}"
    r"(?:voornoemd|wethouders?|gemeente\s+\S+|van\s+\S+).{0,30}[,:.]?\s*$)",
    re.IGNORECASE,
)
_ROLLEN = ("griffier", "voorzitter", "burgemeester", "secretaris", "wethouder")
_ROLREGEL = re.compile(
    r"[\s\u00a0]*(?:namens\s+.{0,40},\s*)?(?:de\s+|het\s+)?(?:plv\.?\s+|plaatsvervangend\s+|wnd\.?\s+|waarnemend\s+|loco-?\s?|raads)?"
    r"(?:gemeente|raads)?(?P<rol>griffier|voorzitter|burgemeester|secretaris|wethouder)\b(?P<rest>.{0,100})$",
    re.IGNORECASE,
)
_DAGTEKENING = re.compile(r"[\s\u00a0]*[A-Z'’][\w'’ -]{1,30},\s+(?:d\.d\.\s+|de\s+)?\d{1,2}[\s-]\w{1,9}[\s-]\d{4}[.,]?\s*$")
_GROET = re.compile(r"[\s\u00a0]*(?:hoogachtend|met\s+(?:vriendelijke|hartelijke)\s+groet)", re.IGNORECASE)
_GEEN_ROL = re.compile(r"\b(?:is|zijn|wordt|worden|kan|heeft|en wethouders (?:stellen|kunnen|besl))\b")


def is_formule(tekst: str) -> bool:
    """Whether the line begins the closing formula ("Aldus vastgesteld …")."""
    return bool(_FORMULE.match(tekst))


def is_ondertekening(tekst: str) -> bool:
    """Whether it is a line of a signature: a role, or the body "voornoemd"."""
    if len(tekst) > 160 or tekst.rstrip().endswith(";"):
        return False
    treffer = _ROLREGEL.match(tekst)
    if treffer is not None and not treffer["rest"].lstrip().lower().startswith(("en wethouders", "& wethouders")):
        return not _GEEN_ROL.search(treffer["rest"])
    zin = tekst.rstrip().endswith((".", ":")) and "voornoemd" not in tekst.lower()  # "Het college vergoedt … van de werknemer."
    return bool(_VOORNOEMD.match(tekst)) and not zin and not _GEEN_ROL.search(tekst)


def is_dagtekening(tekst: str) -> bool:
    """Whether it is a place with a date ("Proefstad, 20 juni 2023"), as stands above signatures."""
    return len(tekst) < 60 and _DAGTEKENING.match(tekst) is not None


def is_groet(tekst: str) -> bool:
    """Whether the line closes a letter."""
    return bool(_GROET.match(tekst))


def ontleed(regels: Sequence[Regel]) -> Slot:
    """Formula and signatures of the lines of the slot."""
    eerste = next(
        (
            i
            for i, regel in enumerate(regels)
            if not (is_formule(regel.tekst) or is_dagtekening(regel.tekst))
            and (regel.blok.rol is Rol.ONDERTEKENING or is_ondertekening(regel.tekst))
        ),
        len(regels),
    )
    if eerste == len(regels) and regels:
        eerste = next((i for i, regel in enumerate(regels) if i and _noemt_rol(regel.tekst)), len(regels))
    tekst = " ".join(regel.tekst for regel in regels[eerste:]).lower()
    return Slot(
        alineas=tuple(regel.alinea for regel in regels[:eerste]),
        ondertekening=tuple(regel.alinea for regel in regels[eerste:]),
        rollen=tuple(rol for rol in _ROLLEN if rol in tekst),
    )


def _noemt_rol(tekst: str) -> bool:
    """Whether the line names a role."""
    laag = tekst.lower()
    return any(rol in laag for rol in _ROLLEN)
