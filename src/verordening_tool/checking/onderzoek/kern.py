"""Who sets the regulation, and whether it regulates beschut werk."""

from __future__ import annotations

from datetime import date
from itertools import chain

from verordening_tool.checking.evidence import eerste_treffer
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, Zaak, uit_treffer
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Alinea, Orgaan
from verordening_tool.language.folding import fold
from verordening_tool.norms.schema import Check, Waar

_OPENING = 12  # blokken in which a document names who decides


def orgaan(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether the gemeenteraad sets the regulation."""
    context = zaak.context
    regeling = context.laag.regeling
    wie = regeling.aanhef.alineas[:1]
    plaatsen = tuple(Plaats(Deel.AANHEF, alinea.tekst, alinea=alinea.nr) for alinea in wie)
    match regeling.aanhef.orgaan:
        case Orgaan.RAAD:
            return Bevinding(Uitkomst.VOLDOET, "De aanhef noemt de gemeenteraad.", plaatsen)
        case Orgaan.COLLEGE | Orgaan.BURGEMEESTER:
            return Bevinding(
                Uitkomst.STRIJDIG, f"De aanhef noemt een ander orgaan ({regeling.aanhef.orgaan.value}) dan de gemeenteraad.", plaatsen
            )
    door = regeling.metadata.vastgesteld_door or ""
    if "raad" in door.lower():
        return Bevinding(Uitkomst.VOLDOET, "De gegevens van de publicatie noemen de gemeenteraad.", (Plaats(Deel.METADATA, door),))
    begin = [Alinea(blok.alinea, blok.tekst) for blok in regeling.blokken[:_OPENING] if blok.deel in (Deel.OPSCHRIFT, Deel.AANHEF)]
    for deel, alineas in ((Deel.AANHEF, begin), (Deel.SLOT, [*regeling.slot.alineas, *regeling.slot.ondertekening])):
        for alinea in alineas:
            gevouwen = fold(alinea.tekst).encode("ascii", "replace")
            raad, ander = (context.laag.begrippen.vind(begrip, gevouwen) for begrip in ("orgaan_raad", "orgaan_ander"))
            plaats = (Plaats(deel, alinea.tekst, alinea=alinea.nr),)
            if raad and (not ander or raad[0] < ander[0]):
                return Bevinding(Uitkomst.VOLDOET, "De tekst noemt de gemeenteraad als het orgaan dat vaststelt.", plaats)
            if ander:
                return Bevinding(Uitkomst.STRIJDIG, "De tekst noemt een ander orgaan dan de gemeenteraad.", plaats)
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, "De aanhef noemt geen orgaan dat de regeling vaststelt.")


def regeling_beschut_werk(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """Whether the text regulates beschut werk."""
    context = zaak.context
    treffer = eerste_treffer(check.bewijs, context, dag)  # rules that weaken: the text only renounces it
    if treffer is not None:
        return uit_treffer(treffer)
    laag = context.laag
    if context.geregeld:
        kern = (leden[0] for nr, leden in laag.per_artikel.items() if nr in context.kern)
        eerste = next(chain(kern, context.passages(Waar.BESCHUT_WERK)))  # an offer may stand outside an article of its own
        return Bevinding(Uitkomst.VOLDOET, "De tekst regelt beschut werk.", (laag.hele_plaats(eerste),))
    elders = next((passage for passage in laag.passages_met("beschut_werk") if not passage.is_kop), None)
    bericht = "De tekst noemt beschut werk wel, maar regelt het niet." if elders else "De tekst noemt beschut werk niet."
    return Bevinding(Uitkomst.NIET_AANGETROFFEN, bericht, (), laag.hele_plaats(elders) if elders else None)
