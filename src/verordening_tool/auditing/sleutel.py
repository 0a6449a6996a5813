"""What a kept verdict depends on, as one hash: the same hash means that judging again would give the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from verordening_tool import __version__
from verordening_tool._paths import data_map
from verordening_tool.auditing.opties import Auditopties

_BIBLIOTHEKEN = ("lxml", "pypdfium2", "spacy", "google-re2")
_LENGTE = 32  # hexadecimal signs of a key: 128 bits
_ZONDER_OORDEEL = frozenset({"cli", "reports", "drafting", "comparing", "__pycache__"})  # code that no verdict depends on
# kader: its contents count, not its place; afwijkingen is laid over what was judged; the others are for toets alone
_NIET_IN_OORDEEL = frozenset({"vergelijk_weergaven", "dossier", "afwijkingen", "kader"})
_PAKKET = Path(__file__).resolve().parents[1]


def oordeelopties(opties: Auditopties) -> str:
    """The options that a verdict depends on, with every date resolved, as JSON."""
    waarden = {naam: waarde for naam, waarde in asdict(opties.toets).items() if naam not in _NIET_IN_OORDEEL}
    waarden["vandaag"] = opties.vandaag
    return json.dumps(waarden, default=str, sort_keys=True, ensure_ascii=False)


def programma(kader: Path | None = None) -> str:
    """Hash of all that judges: our version and code, the libraries that read, our norms and the own ones in ``kader``."""
    geheel = hashlib.sha256(__version__.encode())
    for naam in _BIBLIOTHEKEN:
        geheel.update(f"{naam}={_versie(naam)}\n".encode())
    for map_ in (_PAKKET, data_map("checks"), *([kader] if kader else [])):
        for pad in sorted(map_.rglob("*")):
            if pad.is_file() and (onder := pad.relative_to(map_)).parts[0] not in _ZONDER_OORDEEL and onder.parent.name != "__pycache__":
                geheel.update(f"{onder.as_posix()}\n".encode())
                geheel.update(hashlib.sha256(pad.read_bytes()).digest())
    return geheel.hexdigest()


def sleutel(basis: str, sha256: str, naam: str) -> str:
    """The key of one file: ``basis`` holds for the whole audit; of its name only the extension counts (a reader looks at it)."""
    return hashlib.sha256(f"{basis}\n{sha256}\n{Path(naam).suffix.lower()}".encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTE]


def basis(programma_: str, opties: str) -> str:
    """What the keys of one audit share."""
    return hashlib.sha256(f"{programma_}\n{opties}".encode()).hexdigest()


def _versie(naam: str) -> str:
    try:
        return version(naam)
    except PackageNotFoundError:
        return ""
