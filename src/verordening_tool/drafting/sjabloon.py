"""Templates: folders of text that a lawyer can read, filled in by Jinja in a sandbox.

A template can not read files, run code or change the data. Every line of the result knows the file and line it comes from, so that an
error can be found. docs/sjablonen.md describes the form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import jinja2
import yaml
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from verordening_tool._paths import data_map
from verordening_tool.drafting import woorden
from verordening_tool.fouten import Sjabloonfout

HOOFDBESTAND = "sjabloon.txt"
_WOORDEN = "woorden.yaml"
_ADVIES = "Verbeter het sjabloon; docs/sjablonen.md beschrijft de vorm."
_BEGIN, _EIND = "\ue010", "\ue011"  # around the place of a line; no text or font has these characters
_PLAATS = re.compile(f"{_BEGIN}([^{_EIND}]*){_EIND}")
_EIGEN_TEKENS = re.compile("[\ue000-\uf8ff]")
_LABEL_IN_AANROEP = re.compile(r"\b[Aa]rt\(\s*['\"]([\w-]+)['\"]")
_LABEL_IN_KOP = re.compile(r"^##\s+artikel\s+([\w-]+)\s*:", re.MULTILINE)
_GROOTST = 500_000


@dataclass(frozen=True, slots=True)
class Bronregel:
    """One line of a filled-in template and where it comes from."""

    tekst: str
    bestand: str
    regel: int

    def fout(self, wat: str) -> Sjabloonfout:
        """An error about this line."""
        return Sjabloonfout(f"{self.bestand}, regel {self.regel}: {wat}", _ADVIES)


@dataclass(frozen=True)
class Sjablonen:
    """All templates by path ("toelichting/sjabloon.txt") and the phrases per choice."""

    bestanden: Mapping[str, str]
    woorden: Mapping[str, Any]

    @property
    def soorten(self) -> tuple[str, ...]:
        """The kinds of document for which there is a template."""
        return tuple(sorted(pad.removesuffix(f"/{HOOFDBESTAND}") for pad in self.bestanden if pad.endswith(f"/{HOOFDBESTAND}")))

    @cached_property
    def omgeving(self) -> ImmutableSandboxedEnvironment:
        """Jinja in a sandbox, with these templates and nothing else to load; a template is compiled once."""

        def laad(pad: str) -> tuple[str, str | None, Callable[[], bool] | None] | None:
            tekst = self.bestanden.get(pad)
            return None if tekst is None else (_met_plaatsen(pad, tekst), pad, lambda: True)

        omgeving = ImmutableSandboxedEnvironment(loader=jinja2.FunctionLoader(laad), undefined=jinja2.StrictUndefined, autoescape=False)
        omgeving.filters |= woorden.FILTERS
        return omgeving


def lees_sjablonen(eigen: Path | None = None) -> Sjablonen:
    """Our templates, with those of folder ``eigen`` in place of or beside them. Raises Sjabloonfout."""
    bestanden: dict[str, str] = {}
    phrases: dict[str, Any] = {}
    for map_ in (data_map("templates"), *([eigen] if eigen else [])):
        if not map_.is_dir():
            raise Sjabloonfout(f"De map met sjablonen {map_} bestaat niet.", "Controleer de naam achter --sjablonen.")
        for pad in sorted(map_.rglob("*.txt")):
            bestanden[pad.relative_to(map_).as_posix()] = _lees(pad)
        if (lijst := map_ / _WOORDEN).is_file():
            phrases |= _lees_woorden(lijst)
    return Sjablonen(bestanden, phrases)


def _lees(pad: Path) -> str:
    try:
        if pad.stat().st_size > _GROOTST:
            raise Sjabloonfout(f"{pad.name} is te groot voor een sjabloon.", _ADVIES)
        tekst = pad.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fout:
        raise Sjabloonfout(f"{pad} kan niet worden gelezen als tekst in UTF-8.", _ADVIES) from fout
    if (vreemd := _EIGEN_TEKENS.search(tekst)) is not None:
        regel = tekst.count("\n", 0, vreemd.start()) + 1
        raise Sjabloonfout(f"{pad.name}, regel {regel}: hier staat een teken dat niet in elk lettertype bestaat.", _ADVIES)
    return tekst


def _lees_woorden(pad: Path) -> dict[str, Any]:
    try:
        inhoud = yaml.safe_load(_lees(pad))
    except yaml.YAMLError as fout:
        mark = getattr(fout, "problem_mark", None)
        raise Sjabloonfout(f"{pad.name}, regel {mark.line + 1 if mark else 1}: dit is geen geldige YAML.", _ADVIES) from fout
    if not isinstance(inhoud, dict):
        raise Sjabloonfout(f"{pad.name} bevat geen lijst van woorden.", _ADVIES)
    return inhoud


def vul_in(sjablonen: Sjablonen, soort: str, context: Mapping[str, Any]) -> tuple[Bronregel, ...]:
    """The lines of the template of ``soort``, filled in. Raises Sjabloonfout with file and line."""
    pad = f"{soort}/{HOOFDBESTAND}"
    with _fouten_met_plaats(pad):
        tekst = sjablonen.omgeving.get_template(pad).render(**context)
    return tuple(_regels(tekst, pad))


def keur(sjablonen: Sjablonen, context: Mapping[str, Any]) -> None:
    """Refuse broken tags, unknown names and labels that no article has, before anything is written. Raises Sjabloonfout."""
    omgeving = sjablonen.omgeving
    labels = {label for tekst in sjablonen.bestanden.values() for label in _LABEL_IN_KOP.findall(tekst)}
    for pad, tekst in sjablonen.bestanden.items():
        with _fouten_met_plaats(pad):
            boom = omgeving.parse(_met_plaatsen(pad, tekst), pad, pad)
        eigen = {"loop", *omgeving.globals, *(naam.name for naam in boom.find_all(nodes.Name) if naam.ctx in {"store", "param"})}
        for naam in boom.find_all(nodes.Name):
            if naam.ctx == "load" and naam.name not in context and naam.name not in eigen:
                raise Sjabloonfout(f"{pad}, regel {naam.lineno}: {naam.name} is geen bekend gegeven.", _ADVIES)
        for veld in boom.find_all(nodes.Getattr):
            _keur_veld(veld, context, eigen, pad)
        for nummer, regel in enumerate(tekst.splitlines(), 1):
            for label in _LABEL_IN_AANROEP.findall(regel):
                if label not in labels:
                    raise Sjabloonfout(f"{pad}, regel {nummer}: geen artikel heeft het label {label}.", _ADVIES)


def _keur_veld(veld: nodes.Getattr, context: Mapping[str, Any], eigen: set[str], pad: str) -> None:
    namen = [veld.attr]
    knoop = veld.node
    while isinstance(knoop, nodes.Getattr):
        namen.insert(0, knoop.attr)
        knoop = knoop.node
    if not isinstance(knoop, nodes.Name) or knoop.name in eigen:
        return
    waarde: Any = context.get(knoop.name)
    for naam in namen:
        if not isinstance(waarde, Mapping):
            return
        if naam not in waarde:
            raise Sjabloonfout(f"{pad}, regel {veld.lineno}: {knoop.name}.{'.'.join(namen)} is geen bekend gegeven.", _ADVIES)
        waarde = waarde[naam]


def _met_plaatsen(pad: str, tekst: str) -> str:
    """Put behind every line where it stands."""
    return "\n".join(f"{regel}{_BEGIN}{pad}:{nummer}{_EIND}" for nummer, regel in enumerate(tekst.splitlines(), 1))


def _regels(tekst: str, pad: str) -> Iterator[Bronregel]:
    bestand, nummer = pad, 1
    for regel in tekst.split("\n"):
        if (plaats := _PLAATS.search(regel)) is not None:
            bestand, _, cijfers = plaats[1].rpartition(":")
            nummer = int(cijfers)
        kaal = _PLAATS.sub("", regel).rstrip()
        if kaal.strip():
            yield Bronregel(kaal, bestand, nummer)


class _fouten_met_plaats:  # noqa: N801 - used as a statement
    """Turn errors of Jinja into a Sjabloonfout that names file and line."""

    def __init__(self, pad: str) -> None:
        self._pad = pad

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        if fout is None or isinstance(fout, Sjabloonfout):
            return
        if isinstance(fout, jinja2.TemplateSyntaxError):
            raise Sjabloonfout(
                f"{fout.name or self._pad}, regel {fout.lineno}: een sjabloontag klopt niet ({_plat(fout.message)}).", _ADVIES
            ) from fout
        if isinstance(fout, jinja2.TemplateNotFound):
            raise Sjabloonfout(f"{self._pad} gebruikt het sjabloon {fout.name}, dat er niet is.", _ADVIES) from fout
        if isinstance(fout, (jinja2.TemplateError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError, RecursionError)):
            bestand, nummer = self._pad, 1
            while spoor is not None:
                if spoor.tb_frame.f_code.co_filename.endswith(".txt"):
                    bestand, nummer = spoor.tb_frame.f_code.co_filename, spoor.tb_lineno
                spoor = spoor.tb_next
            raise Sjabloonfout(f"{bestand}, regel {nummer}: dit kan niet worden ingevuld ({_plat(str(fout))}).", _ADVIES) from fout


def _plat(bericht: str | None) -> str:
    return _PLAATS.sub("", bericht or "").strip().rstrip(".")
