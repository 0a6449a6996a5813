"""Definitions: in order, without letters, each used, none twice, none against the law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from verordening_tool.checking.context import Context
from verordening_tool.checking.definities import Begripsbepaling, Definitie, begripsbepalingen
from verordening_tool.checking.evidence import alle_treffers
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.passages import te_beoordelen_artikelen
from verordening_tool.checking.plaatsen import citeer
from verordening_tool.checking.zaak import Bevinding, Zaak, uit_plaatsen
from verordening_tool.document.blok import Deel
from verordening_tool.document.regeling import Onderwerp, Vindplaats
from verordening_tool.language.folding import fold
from verordening_tool.norms.schema import Check

_UITGANG = re.compile(rb"(?:en|s|e|n|er|ers)$")
_LANGE_KLINKER = re.compile(rb"(aa|ee|oo|uu)([bdfgklmnprst])$")
_VERZACHT = {b"f": b"v", b"s": b"z"}
_KORT = 4  # a term this short is looked for as a word, a longer one also within compounds
_LOSSE_WOORDEN = frozenset(
    {b"de", b"het", b"een", b"van", b"voor", b"bij", b"in", b"op", b"en", b"of", b"met", b"tot", b"aan", b"als", b"door"}
)
_ALS_BEDOELD = re.compile(rb"(?:bedoeld|omschreven|genoemd|bepaald|gedefinieerd) in\s*$")
_VERWIJST = re.compile(r"\bartikel\b|\b\w*wet\b", re.IGNORECASE)
_BIJLAGE = re.compile(rb"\b(?:tarieventabel|bijlagen?|bijgevoegde)\b")
_BUITEN_DE_ARTIKELEN = frozenset({Deel.AANHEF, Deel.SLOT, Deel.BIJLAGE, Deel.TEKSTVAK, Deel.VOETNOOT, Deel.EINDNOOT})
_AANLOOP = 90  # characters before "als bedoeld in artikel 1" in which its term stands


def begrippen(check: Check, zaak: Zaak, dag: date) -> Bevinding:
    """What is wrong with the definitions of the regulation; without definitions the norm does not apply."""
    context = zaak.context
    artikelen = te_beoordelen_artikelen(context.laag.regeling)
    lijsten = begripsbepalingen(artikelen[nr] for nr in sorted(context.begripsartikelen))
    if not lijsten:
        return Bevinding(Uitkomst.NVT, "De tekst heeft geen begripsbepalingen.")
    strijdig: list[Plaats] = []
    twijfel: list[Plaats] = []
    for lijst in lijsten:
        strijdig.extend(_orde(lijst))
        strijdig.extend(_dubbel(lijst, lijsten))
        elders = lijst.berustend or _bijlage_elders(context)  # then the term may be used where we can not see it
        (twijfel if elders else strijdig).extend(_ongebruikt(lijst, context))
        if lijst.geletterd:
            twijfel.append(_plaats(lijst, lijst.definities[0], "Begripsbepalingen krijgen geen letters of nummers."))
        twijfel.extend(_van_de_wet(lijst, context))
    twijfel.extend(_ongedefinieerd(lijsten, context))
    for treffer in alle_treffers(check.bewijs, context, dag):
        doel = strijdig if treffer.regel.uitkomst == Uitkomst.STRIJDIG.value else twijfel
        doel.extend(replace(plaats, bericht=treffer.regel.bericht) for plaats in treffer.plaatsen)
    for uitkomst, plaatsen in ((Uitkomst.STRIJDIG, strijdig), (Uitkomst.TWIJFEL, twijfel)):
        if plaatsen:
            alle = plaatsen + (twijfel if uitkomst is Uitkomst.STRIJDIG else [])
            return uit_plaatsen(uitkomst, tuple(dict.fromkeys(alle)))
    eerste = lijsten[0]
    bericht = (
        "Gezocht naar begrippen die niet op volgorde staan, niet of dubbel zijn bepaald, of niet worden gebruikt; geen strijd gevonden."
    )
    return Bevinding(Uitkomst.VOLDOET, bericht, (_plaats(eerste, eerste.definities[0], None),))


def _plaats(lijst: Begripsbepaling, definitie: Definitie, bericht: str | None) -> Plaats:
    """The whole line of a definition."""
    tekst = definitie.alinea.tekst
    vindplaats = Vindplaats(Deel.LICHAAM, lijst.artikel.nummer, lijst.lid.nummer, definitie.nummer, definitie.alinea.nr)
    return citeer(tekst, vindplaats, 0, len(tekst), bericht)


def _orde(lijst: Begripsbepaling) -> Iterator[Plaats]:
    for eerste, tweede in lijst.buiten_orde() if lijst.is_lijst else ():
        yield _plaats(lijst, tweede, f'De begrippen staan niet op alfabet: "{tweede.term}" hoort voor "{eerste.term}".')
        return  # one word out of place may put all others out of order


def _dubbel(lijst: Begripsbepaling, lijsten: Sequence[Begripsbepaling]) -> Iterator[Plaats]:
    """Terms that were defined before for the same part of the text."""
    eerder: set[str] = set()
    for ander in lijsten:
        zelfde_bereik = ander.artikel is lijst.artikel or (ander.bereik is None and lijst.bereik is None)
        for definitie in ander.definities:
            if ander is lijst and definitie.sleutel in eerder:
                yield _plaats(lijst, definitie, f'Het begrip "{definitie.term}" is twee keer bepaald.')
            if zelfde_bereik:
                eerder.add(definitie.sleutel)
        if ander is lijst:
            return


def _van_de_wet(lijst: Begripsbepaling, context: Context) -> Iterator[Plaats]:
    """Terms that the Participatiewet defines itself, here in words of their own."""
    laag = context.laag
    if laag.regeling.onderwerp is Onderwerp.ANDERS:
        return
    for definitie in lijst.definities:
        sleutel = definitie.sleutel.encode("ascii", "replace")
        if laag.begrippen.vind("begrip_van_de_wet", sleutel) == [(0, len(sleutel))] and not _VERWIJST.search(definitie.betekenis):
            yield _plaats(
                lijst, definitie, f'De Participatiewet bepaalt zelf wat "{definitie.term}" is; verwijs naar artikel 6 van die wet.'
            )


def _bijlage_elders(context: Context) -> bool:
    """Whether the text has an annex that is not in this file."""
    return not context.laag.regeling.bijlagen and _BIJLAGE.search(context.gevouwen) is not None


def _ongebruikt(lijst: Begripsbepaling, context: Context) -> Iterator[Plaats]:
    for definitie in lijst.definities if lijst.is_lijst else ():  # a sentence on one term stands where that term is used
        if not any(_gebruikt(naam.encode("ascii", "replace"), definitie, context) for naam in definitie.namen):
            yield _plaats(lijst, definitie, f'Het begrip "{definitie.term}" wordt in deze tekst verder niet gebruikt.')


def _gebruikt(naam: bytes, definitie: Definitie, context: Context) -> bool:
    """Whether the term stands anywhere in the rules but in its own definition; its words may stand apart or be inflected."""
    woorden = [woord for woord in re.findall(rb"[a-z0-9-]+", naam) if woord not in _LOSSE_WOORDEN]
    if not woorden:
        return True
    eigen = set(definitie.alineas)
    patronen = [re.compile(_vormen(woord)) for woord in woorden]
    for plek in patronen[0].finditer(context.gevouwen):
        passage = context.laag.passage_op(plek.start())
        if passage.deel is Deel.TOELICHTING or any(
            stuk.alinea.nr in eigen and stuk.start <= plek.start() <= stuk.eind for stuk in passage.stukken
        ):
            continue
        if all(patroon.search(context.gevouwen, passage.start, passage.eind) for patroon in patronen[1:]):
            return True
    elders = (blok for blok in context.laag.regeling.blokken if blok.deel in _BUITEN_DE_ARTIKELEN and blok.alinea not in eigen)
    return any(
        all(patroon.search(gevouwen) for patroon in patronen)
        for gevouwen in (fold(blok.tekst).encode("ascii", "replace") for blok in elders)
    )


def _vormen(woord: bytes) -> bytes:
    """A pattern for a folded word with its inflections: baan, banen; brief, brieven; voorziening, voorzieningen."""
    if len(woord) <= _KORT:
        return rb"\b" + re.escape(woord) + rb"(?:en|s|'s|e|t)?\b|" + _verzacht(woord)
    stam = _UITGANG.sub(b"", woord) if len(woord) > _KORT + 2 else woord
    return re.escape(stam) + b"|" + _verzacht(woord)


def _verzacht(woord: bytes) -> bytes:
    vormen = [re.escape(woord)]
    if lang := _LANGE_KLINKER.search(woord):
        vormen.append(re.escape(woord[: lang.start()] + lang[1][:1] + lang[2]) + b"en")
    if woord[-1:] in _VERZACHT:
        vormen.append(re.escape(woord[:-1] + _VERZACHT[woord[-1:]]) + b"en")
    return rb"\b(?:" + b"|".join(vormen) + rb")\b"


def _ongedefinieerd(lijsten: Sequence[Begripsbepaling], context: Context) -> Iterator[Plaats]:
    """References to the list of definitions ("… als bedoeld in artikel 1") with none of its terms before them."""
    nummers = {lijst.artikel.nummer.lower() for lijst in lijsten if lijst.is_lijst}
    namen = [naam for lijst in lijsten for definitie in lijst.definities for naam in definitie.namen]
    patronen = [re.compile(_vormen(woord)) for naam in namen for woord in re.findall(rb"[a-z0-9-]+", naam.encode("ascii", "replace"))[:1]]
    for geplaatst in context.verwijzingen:
        verwijzing = geplaatst.opgelost.verwijzing
        if verwijzing.soort != "intern" or geplaatst.plaats.deel is not Deel.LICHAAM or (geplaatst.plaats.artikel or "").lower() in nummers:
            continue
        if len(verwijzing.doelen) != 1 or (verwijzing.doelen[0].artikel or "").lower() not in nummers:
            continue
        tekst = context.laag.regeling.blokken[geplaatst.alinea].tekst
        voor = fold(tekst[max(0, geplaatst.start - _AANLOOP) : geplaatst.start]).encode("ascii", "replace")
        if not _ALS_BEDOELD.search(voor) or any(patroon.search(voor) for patroon in patronen):
            continue
        bericht = "Dit begrip staat niet in de begripsbepalingen waarnaar deze zin verwijst."
        yield citeer(tekst, geplaatst.plaats, geplaatst.start, geplaatst.eind, bericht)
