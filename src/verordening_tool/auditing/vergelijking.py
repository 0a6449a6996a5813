"""What changed since an earlier audit: gemeenten with another answer or verdict, documents that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verordening_tool.auditing.beeld import Beeld, maak_beelden, op_naam
from verordening_tool.auditing.model import Dossier, Stuk
from verordening_tool.auditing.normtabellen import momenten, oordeelrijen, oordeelwoord
from verordening_tool.auditing.tabelmodel import Bron, Kolom, Rij, Tabel
from verordening_tool.auditing.woorden import AANBOD, AANBOD_GEEN_STUK, MOMENTEN, OMVANG, VOORSELECTIE, getal_voluit


@dataclass(frozen=True, slots=True)
class Verschil:
    """The changes as tables, and the gemeenten as they were."""

    eerder: tuple[Beeld, ...]
    tabellen: tuple[Tabel, ...]


def vergelijk(eerder: Sequence[Dossier], nu: Sequence[Dossier]) -> Verschil:
    """The differences between the dossiers of an earlier audit and those of now."""
    toen_beelden, nu_beelden = maak_beelden(eerder), maak_beelden(nu)
    return Verschil(
        toen_beelden,
        (
            _antwoorden(toen_beelden, nu_beelden),
            _oordelen(toen_beelden, nu_beelden),
            _documenten([stuk for dossier in eerder for stuk in dossier.stukken], [stuk for dossier in nu for stuk in dossier.stukken]),
        ),
    )


def _antwoorden(toen: Sequence[Beeld], nu: Sequence[Beeld]) -> Tabel:
    """Gemeenten whose answer to a question changed, and gemeenten that are new or gone."""
    kolommen = tuple(Kolom(titel) for titel in ("Gemeente", "CBS-code", "Vraag", "Eerder", "Nu", "Document"))
    eerder, later = ({beeld.sleutel: beeld for beeld in beelden} for beelden in (toen, nu))
    rijen: list[Rij] = []
    for sleutel, beeld in sorted((eerder | later).items(), key=lambda item: op_naam(item[1].dossier)):
        if sleutel not in eerder or sleutel not in later:
            was, werd = ("stond er niet in", "staat erin") if sleutel in later else ("stond erin", "staat er niet meer in")
            rijen.append(
                Rij(f"{sleutel} audit", (beeld.naam, beeld.code, "in de audit", was, werd, beeld.dossier.verordening), (beeld.bron(),))
            )
            continue
        oud = dict(_feiten(eerder[sleutel]))
        for vraag, antwoord in _feiten(beeld):
            if antwoord != oud[vraag]:
                rijen.append(
                    Rij(
                        f"{sleutel} {vraag}",
                        (beeld.naam, beeld.code, vraag, oud[vraag], antwoord, beeld.dossier.verordening),
                        (beeld.bron(),),
                    )
                )
    uitleg = "Gemeenten die nu in een andere groep vallen dan in de eerdere audit, die nieuw zijn of die er niet meer zijn."
    return Tabel("veranderd", "Veranderd: gemeenten", uitleg, kolommen, tuple(rijen))


def _feiten(beeld: Beeld) -> Iterator[tuple[str, str]]:
    feiten, plekken = beeld.feiten, beeld.plekken()
    yield "verordening vastgesteld", "ja" if beeld.vastgesteld() else "nee"
    yield "aanbod", AANBOD[feiten.aanbod] if beeld.over_onderwerp() else AANBOD_GEEN_STUK
    yield "aantal plekken", f"{getal_voluit(plekken.aantal)} {plekken.eenheid}" if plekken else "niet genoemd"
    yield "omvang", OMVANG[feiten.omvang]
    yield "voorselectie", VOORSELECTIE[feiten.voorselectie]


def _oordelen(toen: Sequence[Beeld], nu: Sequence[Beeld]) -> Tabel:
    """Verdicts that changed, of gemeenten and moments that both audits have."""
    eerder = {beeld.sleutel: beeld for beeld in toen}
    rijen = []
    for beeld in nu:
        if beeld.sleutel not in eerder:
            continue
        for moment in momenten([beeld]):
            oud = oordeelrijen(eerder[beeld.sleutel], moment)
            for code, rij in oordeelrijen(beeld, moment).items():
                was = oordeelwoord(oud[code]) if code in oud else None
                werd = oordeelwoord(rij)
                if was is not None and was != werd:
                    oordeel = rij.oordeel or oud[code].oordeel
                    titel = oordeel.titel if oordeel else ""
                    cellen = (beeld.naam, beeld.code, MOMENTEN[moment], code, titel, was, werd, rij.pad)
                    rijen.append(Rij(f"{beeld.sleutel} {moment} {code}", cellen, (Bron(beeld.dossier.code, beeld.naam, rij.pad),)))
    kolommen = tuple(Kolom(titel) for titel in ("Gemeente", "CBS-code", "Moment", "Norm", "Titel", "Eerder", "Nu", "Document"))
    return Tabel("veranderde_oordelen", "Veranderd: oordelen", "Normen waarover het oordeel nu anders is.", kolommen, tuple(rijen))


def _documenten(toen: Sequence[Stuk], nu: Sequence[Stuk]) -> Tabel:
    """Files that are new, gone, changed or moved. A file with the same bytes under another name has moved."""
    eerder, later = ({stuk.bestand.pad: stuk for stuk in stukken} for stukken in (toen, nu))
    weg = {stuk.bestand.sha256: pad for pad, stuk in sorted(eerder.items()) if pad not in later}
    rijen: list[Rij] = []
    verhuisd: set[str] = set()
    for pad, stuk in sorted(later.items()):
        if pad in eerder:
            wat = "veranderd" if eerder[pad].bestand.sha256 != stuk.bestand.sha256 else None
        elif stuk.bestand.sha256 in weg:
            verhuisd.add(weg[stuk.bestand.sha256])
            wat = f"andere naam of map, eerder {weg[stuk.bestand.sha256]}"
        else:
            wat = "nieuw"
        if wat:
            rijen.append(Rij(pad, (pad, stuk.herkend.naam, wat)))
    rijen += [
        Rij(pad, (pad, stuk.herkend.naam, "verdwenen")) for pad, stuk in sorted(eerder.items()) if pad not in later and pad not in verhuisd
    ]
    kolommen = (Kolom("Document"), Kolom("Gemeente"), Kolom("Wat"))
    uitleg = "Bestanden die nieuw, verdwenen, veranderd of verplaatst zijn."
    return Tabel("veranderde_documenten", "Veranderd: documenten", uitleg, kolommen, tuple(rijen), lang=len(rijen) > 200)
