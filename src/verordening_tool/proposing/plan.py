"""A plan: which model text goes where, and that plan as changes in the form of the draft, with the questions that come with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from verordening_tool.checking.oordeel import Toetsresultaat
from verordening_tool.document.regeling import Artikel
from verordening_tool.proposing.ingreep import Concepttekst, Ingreep, Nieuw, Vervanging
from verordening_tool.proposing.model import Voorstel, Voorstelsoort, Vraag
from verordening_tool.proposing.modeltekst import Modelartikel, Modellid
from verordening_tool.proposing.plaatsing import Plek, partner_lid
from verordening_tool.proposing.vernummeren import Vernummering, vernummer
from verordening_tool.proposing.vorm import Vorm, is_begrippen, laatste_alinea
from verordening_tool.references.begrippen import wetnamen
from verordening_tool.references.telwoorden import rangnummer, rangwoord
from verordening_tool.references.wetnamen import PARTICIPATIEWET

_HET_LID = re.compile(r"\bhet ([a-zë]+) lid\b")
_DE_WET = re.compile(r"\bde wet\b")
_PERSOON = re.compile(
    r"(?P<term>[\w-]+)\s*:?\s+(?:een\s+)?(?:persoon|degene|iemand|iedereen)\s"
    r".*\bartikel\s7,\seerste\slid,\s(?:aanhef\sen\s)?onder(?:deel)?\sa\b",
    re.IGNORECASE,
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Lidplan:
    """A lid of the model at the end of an article of the draft (by index)."""

    bij: int
    artikel: Modelartikel
    lid: Modellid
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Artikelplan:
    """A whole article of the model at a place in the draft."""

    plek: Plek
    artikel: Modelartikel
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Woordplan:
    """Other words in the draft, or a new line in the aanhef."""

    codes: tuple[str, ...]
    voorstel: Voorstel
    vervangingen: tuple[Vervanging, ...] = ()
    nieuw: tuple[Nieuw, ...] = ()


Plan = Lidplan | Artikelplan | Woordplan


@dataclass
class Uitwerking:
    """A plan worked out: the changes, and what is said about them."""

    nieuw: list[Nieuw] = field(default_factory=list)
    vervangingen: list[Vervanging] = field(default_factory=list)
    voorstellen: list[Voorstel] = field(default_factory=list)
    vragen: list[Vraag] = field(default_factory=list)

    @property
    def ingreep(self) -> Ingreep:
        """The changes."""
        return Ingreep(tuple(self.nieuw), tuple(self.vervangingen))


@dataclass(frozen=True)
class Uitwerker:
    """Works plans out for one draft; ``resultaat`` are the verdicts on it.

    ``met_vernummeren``: new articles get plain numbers; ``begrippen``: the words that the model defines.
    """

    concept: Concepttekst
    vorm: Vorm
    resultaat: Toetsresultaat
    met_vernummeren: bool = False
    begrippen: Mapping[str, str] = field(default_factory=dict)

    def werk_uit(self, plannen: Sequence[Plan]) -> Uitwerking:
        """All plans together: leden of an article in the order of the plans, new articles behind them."""
        uit = Uitwerking()
        for plan in plannen:
            if isinstance(plan, Woordplan):
                uit.vervangingen.extend(plan.vervangingen)
                uit.nieuw.extend(plan.nieuw)
                uit.voorstellen.append(plan.voorstel)
        artikelplannen = sorted(
            (plan for plan in plannen if isinstance(plan, Artikelplan)), key=lambda plan: (plan.plek.achter, plan.plek.na)
        )
        vernummering = self._vernummering(artikelplannen, uit)
        wordt = vernummering.wordt if vernummering is not None else {}
        for bij in sorted({plan.bij for plan in plannen if isinstance(plan, Lidplan)}):
            leden = [plan for plan in plannen if isinstance(plan, Lidplan) and plan.bij == bij]
            self._leden(bij, sorted(leden, key=lambda plan: (plan.artikel.label, _getal(plan.lid.nummer or "0"))), uit, wordt)
        for plan, nummer in zip(artikelplannen, self._nummers(artikelplannen, vernummering), strict=True):
            self._artikel(plan, nummer, uit, gewoon=vernummering is not None)
        return uit

    def _vernummering(self, plannen: Sequence[Artikelplan], uit: Uitwerking) -> Vernummering | None:
        """The later articles moved up, when that was asked for and can be done."""
        vernummering = vernummer(self.concept, [plan.plek.achter for plan in plannen]) if self.met_vernummeren else None
        if vernummering is not None and vernummering.wordt:
            uit.vervangingen.extend(vernummering.vervangingen)
            tekst = ", ".join(f"{oud} wordt {nieuw}" for oud, nieuw in vernummering.wordt.items())
            codes = tuple(dict.fromkeys(code for plan in plannen for code in plan.codes))
            uit.voorstellen.append(Voorstel(Voorstelsoort.VERNUMMERING, codes, "latere artikelen", f"Artikel {tekst}."))
        return vernummering

    def _nummers(self, plannen: Sequence[Artikelplan], vernummering: Vernummering | None) -> Iterator[str]:
        if vernummering is not None:
            yield from vernummering.nieuw
            return
        bezet = {artikel.nummer.lower() for artikel in self.vorm.artikelen}
        for plan in plannen:
            nummer = _letternummer(self.vorm.artikelen[plan.plek.achter].nummer, bezet)
            bezet.add(nummer.lower())
            yield nummer

    # --- leden in an article that is there ----------------------------------------------------------------------

    def _leden(self, bij: int, plannen: Sequence[Lidplan], uit: Uitwerking, wordt: Mapping[str, str]) -> None:
        artikel = self.vorm.artikelen[bij]
        nummers = [lid.nummer for lid in artikel.leden if lid.nummer]
        if not nummers and artikel.leden:
            uit.vervangingen.append(self.vorm.eerste_nummer(artikel, bij))
            nummers = ["1"]
        na = laatste_alinea(artikel)
        laatste = _getal(nummers[-1]) if nummers else 0
        geplaatst: dict[str, str] = {}
        for plan in plannen:
            nummer = laatste = laatste + 1
            if plan.lid.nummer:
                geplaatst[f"{plan.artikel.label}/{plan.lid.nummer}"] = str(nummer)
            tekst, twijfel = self._verwijzend(plan.lid.tekst, self._in_concept(plan.artikel, artikel, geplaatst))
            onderdelen = [self._eigen_woorden(onderdeel) for onderdeel in plan.lid.onderdelen]
            uit.nieuw.extend(self._een_lid(bij, na, artikel, str(nummer), tekst, onderdelen))
            plek = f"artikel {wordt.get(artikel.nummer, artikel.nummer)}, {rangwoord(str(nummer)) or nummer} lid"
            voorstel = Voorstel(Voorstelsoort.LID, plan.codes, plek, " ".join((tekst, *onderdelen)), artikel.kop.nr if artikel.kop else na)
            uit.voorstellen.append(voorstel)
            uit.vragen.extend(self._vragen(plan.lid, voorstel, twijfel))

    def _een_lid(self, bij: int, na: int, artikel: Artikel, nummer: str, tekst: str, onderdelen: Sequence[str]) -> Iterator[Nieuw]:
        if any(lid.nummer for lid in artikel.leden):
            yield from self.vorm.nieuw_lid(bij, na, nummer, tekst, onderdelen, eerste=False)
            return
        voorbeeld = self.vorm.lid(bij)  # the only lid had no number: the new one looks like it, with the number in its text
        getypt = voorbeeld is not None and voorbeeld.getypt is not None
        vooraf = voorbeeld.voorvoegsel(nummer) if voorbeeld is not None and getypt else f"{nummer}. "
        als = artikel.leden[0].alineas[0].nr if artikel.leden else na
        yield Nieuw(na, self.concept.bron(als), vooraf + tekst)
        yield from self.vorm.onderdelen(bij, na, onderdelen, None)

    def _in_concept(self, model: Modelartikel, artikel: Artikel, geplaatst: Mapping[str, str]) -> Callable[[str], str | None]:
        return lambda nummer: geplaatst.get(f"{model.label}/{nummer}") or partner_lid(model, nummer, artikel, self.resultaat)

    # --- a new article ------------------------------------------------------------------------------------------

    def _artikel(self, plan: Artikelplan, nummer: str, uit: Uitwerking, *, gewoon: bool) -> None:
        artikel, bij, na = plan.artikel, plan.plek.achter, plan.plek.na
        invulbaar = [lid for lid in artikel.leden if not lid.open]
        nieuwe = {lid.nummer: str(nr) for nr, lid in enumerate(invulbaar, 1) if lid.nummer}
        leden = [lid for lid in invulbaar if all(rang in nieuwe for rang in _genoemd(lid.tekst))]
        nieuwe = {lid.nummer: str(nr) for nr, lid in enumerate(leden, 1) if lid.nummer}
        uit.nieuw.extend(self.vorm.nieuwe_kop(bij, na, nummer, artikel.opschrift, gewoon=gewoon))
        teksten, vragen = [], []
        for nr, lid in enumerate(leden, 1):
            tekst, twijfel = self._verwijzend(lid.tekst, nieuwe.get)
            onderdelen = [self._eigen_woorden(onderdeel) for onderdeel in lid.onderdelen]
            cijfer = str(nr) if len(leden) > 1 else None
            uit.nieuw.extend(self.vorm.nieuw_lid(bij, na, cijfer, tekst, onderdelen, eerste=nr == 1))
            vragen.append((lid, twijfel))
            teksten.append(" ".join((tekst, *onderdelen)))
        plek = f"artikel {nummer} {artikel.opschrift}"
        voorstel = Voorstel(Voorstelsoort.ARTIKEL, plan.codes, plek, " ".join(teksten), na)
        uit.voorstellen.append(voorstel)
        for lid, twijfel in vragen:
            uit.vragen.extend(self._vragen(lid, voorstel, twijfel))
        met_gaten = ((lid, self._eigen_woorden(lid.met_gaten)) for lid in artikel.leden if lid.open)
        uit.vragen.extend(Vraag(lid.codes, open_vraag(lid, tekst), na, plek) for lid, tekst in met_gaten)

    # --- words ---------------------------------------------------------------------------------------------------

    def _vragen(self, lid: Modellid, voorstel: Voorstel, twijfel: Sequence[str]) -> Iterator[Vraag]:
        for naam in lid.gekozen:
            tekst = f"Vraag: het gegevensbestand zegt niet {naam}. Het voorstel noemt de gebruikelijke keuze; past die bij uw gemeente?"
            yield Vraag(voorstel.codes, tekst, voorstel.alinea, voorstel.plek)
        for woorden in twijfel:
            tekst = f"Vraag: naar welk lid verwijst “{woorden}” in het voorstel? Dat staat in dit concept niet vast."
            yield Vraag(voorstel.codes, tekst, voorstel.alinea, voorstel.plek)

    def onbekende_begrippen(self, uitwerking: Uitwerking) -> Iterator[Vraag]:
        """A question at the first use of each word that the model defines and the draft does not know."""
        bekend = " ".join(blok.tekst for blok in self.concept.document.blokken)
        nieuw = [een for een in uitwerking.voorstellen if een.soort in {Voorstelsoort.LID, Voorstelsoort.ARTIKEL}]
        for woord, omschrijving in self.begrippen.items():
            heel = re.compile(rf"\b{re.escape(woord)}\b(?!\s+loonkostensubsidie)", re.IGNORECASE)  # that is another doelgroep
            eerste = next((voorstel for voorstel in nieuw if heel.search(voorstel.tekst)), None)
            if eerste is not None and not heel.search(bekend):
                tekst = f"Vraag: wat “{woord}” is, zegt dit concept niet. Neemt u het op in de begripsbepalingen, of past een ander woord?"
                modeltekst = f"In de modeltekst: “{self._eigen_woorden(omschrijving)}”."
                yield Vraag(eerste.codes, f"{tekst} {modeltekst}", eerste.alinea, eerste.plek)

    def _verwijzend(self, tekst: str, partner: Callable[[str], str | None]) -> tuple[str, list[str]]:
        """The text with "het eerste lid" pointing to the lid that carries that content, and the words that could not be placed."""
        twijfel: list[str] = []

        def verwezen(treffer: re.Match[str]) -> str:
            nieuw = partner(rangnummer(treffer[1]) or "")
            if nieuw is None:
                twijfel.append(treffer[0])
                return treffer[0]
            return f"het {rangwoord(nieuw) or nieuw} lid"

        return self._eigen_woorden(_HET_LID.sub(verwezen, tekst)), twijfel

    def _eigen_woorden(self, tekst: str) -> str:
        """The law and the people it is for, by the names that the draft gives them."""
        tekst = tekst if self._wet_is_gedefinieerd else _DE_WET.sub(f"de {PARTICIPATIEWET}", tekst)
        if self._doelgroep is None:
            return tekst
        return tekst.replace("iemand uit de doelgroep", f"een {self._doelgroep}").replace("persoon uit de doelgroep", self._doelgroep)

    @cached_property
    def _wet_is_gedefinieerd(self) -> bool:
        return wetnamen(self.concept.regeling).get("wet") == PARTICIPATIEWET

    @cached_property
    def _doelgroep(self) -> str | None:
        """The draft's own word for a person of article 7 of the law ("burger", "klant"); None when it has none."""
        regels = (o.tekst for artikel in self.vorm.artikelen if is_begrippen(artikel) for lid in artikel.leden for o in lid.onderdelen)
        return next((treffer["term"] for regel in regels if (treffer := _PERSOON.match(regel))), None)


def open_vraag(lid: Modellid, tekst: str) -> str:
    """What a person must fill in before this text can be proposed."""
    werkwoord = "staat" if len(lid.open) == 1 else "staan"
    return f"Vraag: {' en '.join(lid.open)} {werkwoord} niet in het gegevensbestand. Vul het in; de modeltekst is: “{tekst}”"


def _genoemd(tekst: str) -> list[str]:
    return [rangnummer(treffer[1]) or "" for treffer in _HET_LID.finditer(tekst)]


def _getal(nummer: str) -> int:
    cijfers = re.match(r"\d+", nummer)
    return int(cijfers[0]) if cijfers else 0


def _letternummer(nummer: str, bezet: set[str]) -> str:
    """The next free number with a letter: 10 → 10a, 10a → 10b."""
    kaal = nummer.rstrip(_LETTERS) or nummer
    begin = _LETTERS.index(nummer[-1]) + 1 if nummer[-1:] in _LETTERS and kaal != nummer else 0
    vrij = (f"{kaal}{letter}" for letter in _LETTERS[begin:] if f"{kaal}{letter}".lower() not in bezet)
    return next(vrij, f"{nummer}a")
