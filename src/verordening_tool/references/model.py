"""Typed references: what a text cites, and what became of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from verordening_tool.document.regeling import Vindplaats

Verwijzingsoort = Literal["intern", "extern"]
Status = Literal["geldig", "dood", "vervallen", "nog_niet_geldig", "onbekend"]


class Doel(NamedTuple):
    """One place that is cited; lists and ranges are expanded to one Doel each.

    ``lid`` is a number ("2"), ``onderdeel`` as written in lower case ("a", "1°"), ``sub`` the level below it ("1°").
    ``deel`` names a division instead of an article ("hoofdstuk 3", "bijlage 2"). ``relatief`` says that the place depends on
    where the reference stands ("dit artikel", "vorig lid", "deze paragraaf"). ``tussen``: not named, but inside a range.
    """

    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    sub: str | None = None
    aanhef: bool = False
    deel: str | None = None
    relatief: str | None = None
    tussen: bool = False


class Verwijzing(NamedTuple):
    """A reference in a text: ``tekst == bron[start:eind]``.

    ``wet`` is the official name where it is known (else the name as written, or None), ``bwb`` its number in the
    Basiswettenbestand. ``stijl_afwijking``: written as "lid 2", "sub a", "letter b", "art." instead of the form that
    the Aanwijzingen voor de regelgeving (3.29) use. ``beschadigd``: a character of the number was lost in the text layer.
    """

    tekst: str
    start: int
    eind: int
    soort: Verwijzingsoort
    wet: str | None
    bwb: str | None
    doelen: tuple[Doel, ...]
    stijl_afwijking: bool = False
    beschadigd: bool = False


class Opgelost(NamedTuple):
    """A reference held against the document or the law index on one day.

    ``status`` is the worst of ``statussen`` (one per Doel); ``doel`` is the target in the form of the Aanwijzingen;
    ``loos`` names each Doel that does not exist, in that form.
    """

    verwijzing: Verwijzing
    status: Status
    jci: str | None
    url: str | None
    doel: str
    statussen: tuple[Status, ...] = ()
    loos: tuple[str, ...] = ()


class GeplaatsteVerwijzing(NamedTuple):
    """A resolved reference and the place where it stands: ``start`` and ``eind`` count in the text of the alinea."""

    alinea: int
    start: int
    eind: int
    plaats: Vindplaats
    opgelost: Opgelost


class Grondslagcitaat(NamedTuple):
    """A citation in the "gelet op" lines; ``eind`` stops at the end of the alinea in which it begins."""

    alinea: int
    start: int
    eind: int
    verwijzing: Verwijzing
