"""Whether the text below a decision is that of the verordening in the dossier (PK-07)."""

from __future__ import annotations

from verordening_tool.checking.dossier import Dossier, Rol, Stuk
from verordening_tool.checking.onderzoek.dossier.verschil import bevinding, plek
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Artikel, alineas_van_artikel, alineas_van_lid
from verordening_tool.language.folding import fold


def vergelijk(stuk: Stuk, verordening: Stuk, dossier: Dossier) -> Bevinding:  # noqa: ARG001 - the shape of every comparison
    """Articles below the decision ``stuk`` that are not as in ``verordening``, and those that are only there."""
    if stuk.rol is not Rol.BESLUIT or not stuk.artikelen:
        return Bevinding(Uitkomst.NVT, "Bij dit besluit is de tekst van de verordening niet bijgevoegd.")
    verschillen: list[Plaats] = []
    for nummer, artikel in stuk.artikelen.items():
        ander = verordening.artikelen.get(nummer)
        if ander is None:
            verschillen.append(_plaats(artikel, f"{plek(verordening)} heeft geen artikel {artikel.nummer}."))
        elif _kaal(artikel) != _kaal(ander):
            verschillen.append(_plaats(artikel, f"De tekst is niet gelijk aan die van {plek(verordening, ander.nummer)}.", ander))
    ontbreekt = [artikel.nummer for nummer, artikel in verordening.artikelen.items() if nummer not in stuk.artikelen]
    kop = f"De tekst bij dit besluit is niet gelijk aan {verordening.naam}."
    if ontbreekt:
        kop += f" Hier ontbreekt: artikel {', '.join(ontbreekt)}."
        laatste = list(stuk.artikelen.values())[-1]
        verschillen.append(_plaats(laatste, f"Artikel {', '.join(ontbreekt)} van {verordening.naam} staat niet bij dit besluit."))
    return bevinding(verschillen, (), kop, "", f"De tekst bij dit besluit is artikel voor artikel gelijk aan {verordening.naam}.")


def _kaal(artikel: Artikel) -> str:
    """Heading and text, whatever the spaces and the kind of quotation marks."""
    leden = " ".join(f"{lid.nummer or ''} {' '.join(onderdeel.nummer for onderdeel in lid.onderdelen)}" for lid in artikel.leden)
    return _gevouwen(f"{artikel.opschrift or ''} {leden} {artikel.tekst}")


def _plaats(artikel: Artikel, bericht: str, ander: Artikel | None = None) -> Plaats:
    """The first words of the article; with ``ander``, the first lid or onderdeel that is not the same there."""
    elders = {_gevouwen(alinea.tekst) for alinea in alineas_van_artikel(ander)} if ander else set()
    delen = [(lid.nummer, alinea) for lid in artikel.leden for alinea in alineas_van_lid(lid)]
    lid, alinea = next((deel for deel in delen if _gevouwen(deel[1].tekst) not in elders), (None, artikel.kop))
    citaat = alinea.tekst if alinea else artikel.opschrift or ""
    return Plaats(Deel.LICHAAM, citaat, artikel.nummer, lid, alinea=alinea.nr if alinea else None, bericht=bericht)


def _gevouwen(tekst: str) -> str:
    return " ".join(fold(tekst).split())
