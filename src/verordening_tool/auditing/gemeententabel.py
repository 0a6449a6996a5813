"""The table with a row per gemeente: where it stands, in the figures that matter most."""

from __future__ import annotations

from collections.abc import Sequence

from verordening_tool.auditing.beeld import Beeld
from verordening_tool.auditing.model import Moment
from verordening_tool.auditing.normtabellen import momenten, oordeelrijen
from verordening_tool.auditing.tabelmodel import Kolom, Kolomsoort, Rij, Tabel
from verordening_tool.auditing.woorden import AANBOD_GEEN_STUK, MOMENTEN, aanbod_kort
from verordening_tool.checking.oordeel import Gewicht, Uitkomst
from verordening_tool.reports.rapport import ALARM


def gemeenten(beelden: Sequence[Beeld]) -> Tabel:
    """A row per gemeente."""
    moment = next(iter(momenten(beelden)), None)
    wanneer = f", {MOMENTEN[moment]}" if moment else ""
    kolommen = (
        Kolom("Gemeente"),
        Kolom("CBS-code"),
        Kolom("Provincie"),
        Kolom("Grootte"),
        Kolom("Verordening vastgesteld", Kolomsoort.DATUM),
        Kolom("Beschut werk", naast=True),
        Kolom("Plekken", Kolomsoort.GETAL, naast=True),
        Kolom(f"Verplicht niet in orde{wanneer}", Kolomsoort.GETAL, naast=True),
        Kolom(f"Twijfel{wanneer}", Kolomsoort.GETAL),
        Kolom("Documenten", Kolomsoort.GETAL),
    )
    uitleg = "Klik op een gemeente voor de passages en de documenten."
    return Tabel("gemeenten", "Gemeenten", uitleg, kolommen, tuple(_rij(beeld, moment) for beeld in beelden))


def open_punten(beeld: Beeld, moment: Moment | None) -> int:
    """How many obligatory norms were not found or are in conflict."""
    return _tel(beeld, moment, ALARM)


def _rij(beeld: Beeld, moment: Moment | None) -> Rij:
    plekken = beeld.telt_mee()
    aantal = plekken.aantal if plekken else None
    return Rij(
        beeld.sleutel,
        (
            beeld.naam,
            beeld.code,
            beeld.provincie,
            beeld.klasse,
            beeld.dossier.vastgesteld if beeld.vastgesteld() else None,
            aanbod_kort(beeld.feiten) if beeld.over_onderwerp() else AANBOD_GEEN_STUK,
            int(aantal) if aantal is not None and aantal == int(aantal) else aantal,
            open_punten(beeld, moment),
            _tel(beeld, moment, frozenset({Uitkomst.TWIJFEL})),
            len(beeld.dossier.stukken),
        ),
        (beeld.bron(beeld.feiten.aanbod_plaats),),
    )


def _tel(beeld: Beeld, moment: Moment | None, uitkomsten: frozenset[Uitkomst]) -> int:
    oordelen = [rij.oordeel for rij in oordeelrijen(beeld, moment).values() if rij.oordeel] if moment else []
    return sum(oordeel.oordeel in uitkomsten and oordeel.gewicht is Gewicht.VERPLICHT and not oordeel.aanvaard for oordeel in oordelen)
