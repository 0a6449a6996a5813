"""Proposes for a draft what it misses, and holds every proposal against the judge: what does not put a norm right is not proposed.

Earlier proposals and comments of ours are taken away first, so that a second run gives the same file. What people did stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from verordening_tool.checking.oordeel import Gewicht, Oordeel, Toetsresultaat, Uitkomst
from verordening_tool.document.blok import EIGEN_AUTEUR
from verordening_tool.document.regeling import Soort
from verordening_tool.fouten import Gebruiksfout
from verordening_tool.ooxml.anchors import text_range
from verordening_tool.ooxml.comments import Comment, with_comments, without_comments
from verordening_tool.ooxml.tracked import with_accepted, without_changes
from verordening_tool.proposing.aanhef import aanhefplannen
from verordening_tool.proposing.ingreep import Concepttekst, Vervanging, nieuwe_plekken, voer_uit
from verordening_tool.proposing.model import Aanvulling, Voorstelsoort, Vraag, is_mis
from verordening_tool.proposing.modeltekst import Modelartikel, begrippen
from verordening_tool.proposing.plaatsing import BESCHUT_WERK, plaats
from verordening_tool.proposing.plan import Artikelplan, Lidplan, Plan, Uitwerker, Uitwerking, open_vraag
from verordening_tool.proposing.plicht import plichtplannen
from verordening_tool.proposing.vorm import Vorm, met_goede_nummers
from verordening_tool.readers import lees_bytes

INITIALEN = "VT"
_RONDEN = 3  # a proposal may bring up a norm that did not apply before

Toetser = Callable[[bytes], Toetsresultaat]
Modellezer = Callable[[date], tuple[Modelartikel, ...]]


def vul_aan(inhoud: bytes, naam: str, lees_model: Modellezer, toets: Toetser, vandaag: date, *, vernummer: bool = False) -> Aanvulling:
    """The Word file ``inhoud``, called ``naam``, with proposals in it.

    ``lees_model``: the model for a day; ``toets``: judges a file; ``vernummer``: new articles get plain numbers.
    Raises Leesfout, and Gebruiksfout when it is no verordening.
    """
    schoon = without_comments(without_changes(inhoud, EIGEN_AUTEUR), EIGEN_AUTEUR)
    concept = Concepttekst.van(schoon, naam)
    if concept.regeling.soort is not Soort.VERORDENING or not concept.regeling.artikelen:
        raise Gebruiksfout(
            f"{naam} is geen verordening met artikelen ({concept.regeling.soort.value}); daarin kan niets worden aangevuld.",
            "Kies het concept van de verordening zelf.",
        )
    voor = toets(schoon)
    werk = _Werk(concept, toets, voor, lees_model(voor.peildatum.datum or vandaag), vernummer)
    werk.doe()
    uitwerking = werk.uitgewerkt(werk.plannen)
    uitwerking.vragen.extend(werk.uitwerker.onbekende_begrippen(uitwerking))
    ingreep = met_goede_nummers(concept, uitwerking.ingreep)
    gewijzigd, niet = voer_uit(concept, ingreep)
    vragen = (*uitwerking.vragen, *werk.vragen)
    klaar = _met_vragen(gewijzigd, naam, vragen, nieuwe_plekken(concept, ingreep)[0])
    return Aanvulling(
        naam,
        klaar,
        tuple(uitwerking.voorstellen),
        vragen,
        voor,
        toets(with_accepted(klaar, EIGEN_AUTEUR)),
        _meldingen(concept, uitwerking, niet, werk),
    )


def _meldingen(concept: Concepttekst, uitwerking: Uitwerking, niet: Sequence[Vervanging], werk: _Werk) -> tuple[str, ...]:
    """What the user must know besides the proposals."""
    nieuw = [plan for plan in werk.plannen if isinstance(plan, Artikelplan)]
    zonder = werk.vernummer and nieuw and all(een.soort is not Voorstelsoort.VERNUMMERING for een in uitwerking.voorstellen)
    letters = ["De nieuwe artikelen kregen een letter: de artikelen van dit concept hebben geen doorlopende nummers."] if zonder else []
    if not werk.vernummer and any(werk.vorm.telt_word(plan.plek.achter) for plan in nieuw):
        letters = ["Word telt hier de artikelen zelf; een nieuw nummer met een letter is getypt. Met --vernummer telt Word verder."]
    vast = [
        f"Hier kan ik de tekst niet wijzigen, doe dat zelf: “{concept.blok(een.alinea).tekst[een.start : een.eind]}” wordt “{een.tekst}”."
        for een in niet
    ]
    return (*letters, *vast)


@dataclass
class _Werk:
    """The search for proposals: what was accepted so far, and the verdicts with that in."""

    concept: Concepttekst
    toets: Toetser
    nu: Toetsresultaat
    model: tuple[Modelartikel, ...]
    vernummer: bool
    plannen: list[Plan] = field(default_factory=list)
    vragen: list[Vraag] = field(default_factory=list)
    geprobeerd: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find where the model fits in the draft."""
        self.vorm = Vorm(self.concept)
        self.uitwerker = Uitwerker(self.concept, self.vorm, self.nu, self.vernummer, begrippen(self.model))
        self.plaatsing = plaats(self.model, self.concept.regeling, self.nu)

    def uitgewerkt(self, plannen: Sequence[Plan]) -> Uitwerking:
        """These plans as changes."""
        return self.uitwerker.werk_uit(plannen)

    def doe(self) -> None:
        """Find all proposals and questions."""
        self._woorden()
        for _ in range(_RONDEN):
            open_codes = [oordeel.code for oordeel in self.nu.oordelen if _te_vullen(oordeel) and oordeel.code not in self.geprobeerd]
            for code in open_codes:
                self.geprobeerd.add(code)
                if code in _mis(self.nu):
                    self._vul(code)
        self._resterende_vragen()

    # --- words ------------------------------------------------------------------------------------------------------

    def _woorden(self) -> None:
        """Citations and duties: each alternative is tried until one puts its code right."""
        klaar: set[str] = set()
        for alternatieven in (*aanhefplannen(self.concept, self.nu), *plichtplannen(self.concept, self.nu)):
            for plan in alternatieven:
                if not klaar.intersection(plan.codes) and self._probeer([plan], plan.codes):
                    klaar.update(plan.codes)

    # --- leden and articles -----------------------------------------------------------------------------------------

    def _vul(self, code: str) -> None:
        """Put in what satisfies one code, as little as is enough; else ask."""
        eenheden = list(self._eenheden(code))
        for eenheid in eenheden:
            if self._probeer([eenheid], (code,)):
                return
        if len(eenheden) > 1 and self._probeer(eenheden, (code,)):
            self._snoei(eenheden, code)
            return
        if any(self._probeer([ander], (code,)) for eenheid in eenheden for ander in self._elders(eenheid)):
            return
        if any(self._probeer([plan], (code,)) for plan in self._toch_als_artikel(code)):
            return
        for eenheid in eenheden:
            self._probeer_half(eenheid, code)
        self._vraag_in_te_vullen(code)

    def _eenheden(self, code: str) -> Iterator[Plan]:
        """The smallest pieces of the model for a code: leden where the draft has the article, else the article."""
        for artikel in self.model:
            if code not in artikel.codes:
                continue
            bij = self.plaatsing.partner.get(artikel.label)
            if bij is None:
                yield self._als_artikel(artikel, code)
            else:
                yield from (Lidplan(bij, artikel, lid, (code,)) for lid in artikel.leden if code in lid.codes and not lid.open)

    def _als_artikel(self, artikel: Modelartikel, code: str) -> Artikelplan:
        return Artikelplan(self.plaatsing.plekken(artikel)[0], artikel, (code,))

    def _toch_als_artikel(self, code: str) -> Iterator[Plan]:
        """Whole articles where the draft has the article, but its leden are not enough: the heading says what they are about."""
        for artikel in self.model:
            heeft_partner = artikel.label in self.plaatsing.partner and artikel.label != BESCHUT_WERK
            if heeft_partner and any(code in lid.codes for lid in artikel.leden) and not any(lid.open for lid in artikel.leden):
                yield self._als_artikel(artikel, code)

    def _elders(self, plan: Plan) -> Iterator[Plan]:
        """The same article at other places: beside another one it may be read as a part of that."""
        if isinstance(plan, Artikelplan):
            yield from (replace(plan, plek=plek) for plek in self.plaatsing.plekken(plan.artikel)[1:4])

    def _snoei(self, eenheden: Sequence[Plan], code: str) -> None:
        """Take away again what the code does not need."""
        for eenheid in reversed(eenheden):
            zonder = [plan for plan in self.plannen if plan is not eenheid]
            resultaat = self._getoetst(zonder)
            if code not in _mis(resultaat):
                self.plannen, self.nu = zonder, resultaat

    def _probeer(self, erbij: Sequence[Plan], codes: Iterable[str]) -> bool:
        """Take plans in when they put the codes right and break nothing."""
        resultaat = self._getoetst([*self.plannen, *erbij]) if erbij else self.nu
        if not erbij or any(code in _mis(resultaat) for code in codes) or self._breekt(resultaat):
            return False
        self._neem(erbij, resultaat)
        return True

    def _probeer_half(self, plan: Plan, code: str) -> None:
        """Take in what puts a part of the code right, or waits for what a person must fill in."""
        resultaat = self._getoetst([*self.plannen, plan])
        wacht = isinstance(plan, Artikelplan) and any(lid.open for lid in plan.artikel.leden)
        if (wacht or _halven(resultaat, code) < _halven(self.nu, code)) and not self._breekt(resultaat):
            self._neem([plan], resultaat)

    def _breekt(self, resultaat: Toetsresultaat) -> bool:
        """Tell whether a result has something against the law, or a legal basis less, that was not so before."""
        grondslag_weg = any(code.startswith("GR-") for code in _mis(resultaat) - _mis(self.nu))
        return bool(_strijdig(resultaat) - _strijdig(self.nu)) or grondslag_weg

    def _neem(self, erbij: Sequence[Plan], resultaat: Toetsresultaat) -> None:
        over = _mis(resultaat)
        self.plannen, self.nu = [self._met_codes(plan, over) for plan in (*self.plannen, *erbij)], resultaat

    def _met_codes(self, plan: Plan, over: set[str]) -> Plan:
        """An article is proposed for all that it puts right."""
        if not isinstance(plan, Artikelplan):
            return plan
        mis = {oordeel.code for oordeel in self.uitwerker.resultaat.oordelen if is_mis(oordeel)}
        return replace(plan, codes=tuple(dict.fromkeys((*plan.codes, *(code for code in plan.artikel.codes if code in mis - over)))))

    def _getoetst(self, plannen: Sequence[Plan]) -> Toetsresultaat:
        ingreep = met_goede_nummers(self.concept, self.uitgewerkt(plannen).ingreep)
        return self.toets(with_accepted(voer_uit(self.concept, ingreep)[0], EIGEN_AUTEUR))

    # --- questions --------------------------------------------------------------------------------------------------

    def _vraag_in_te_vullen(self, code: str) -> None:
        for artikel in self.model:
            bij = self.plaatsing.partner.get(artikel.label)
            if bij is None:  # the new article comes with its questions
                continue
            kop = self.concept.regeling.artikelen[bij].kop
            for lid in artikel.leden:
                if code in lid.codes and lid.open:
                    self.vragen.append(Vraag((code,), open_vraag(lid, lid.met_gaten), kop.nr if kop else None))

    def _resterende_vragen(self) -> None:
        """What is left: a question where the draft says something else than the law, or misses what the model can not give."""
        gevraagd = {code for vraag in self.vragen for code in vraag.codes}
        for oordeel in self.nu.oordelen:
            if not is_mis(oordeel) or oordeel.code in gevraagd or oordeel.code[:3] not in {"BW-", "GR-"}:
                continue
            plek = oordeel.plaatsen[0] if oordeel.plaatsen else oordeel.dichtstbij
            alinea = self._alinea_in_concept(plek.alinea if plek else None)
            self.vragen.append(Vraag((oordeel.code,), f"Vraag: {oordeel.bericht} {oordeel.advies}".strip(), alinea))

    def _alinea_in_concept(self, alinea: int | None) -> int | None:
        """The alinea of the draft: a verdict on the filled-in text counts new paragraphs too."""
        if alinea is None:
            return None
        ingreep = self.uitgewerkt(self.plannen).ingreep
        return {nieuw: oud for oud, nieuw in nieuwe_plekken(self.concept, ingreep)[0].items()}.get(alinea)


def _te_vullen(oordeel: Oordeel) -> bool:
    return oordeel.oordeel is Uitkomst.NIET_AANGETROFFEN and oordeel.gewicht is Gewicht.VERPLICHT and oordeel.code.startswith("BW-")


def _mis(resultaat: Toetsresultaat) -> set[str]:
    return {oordeel.code for oordeel in resultaat.oordelen if is_mis(oordeel)}


def _halven(resultaat: Toetsresultaat, code: str) -> int:
    """How many halves of a code are not right."""
    goed = {Uitkomst.VOLDOET, Uitkomst.NVT}
    return sum(deel.oordeel not in goed for oordeel in resultaat.oordelen if oordeel.code == code for deel in oordeel.deeloordelen)


def _strijdig(resultaat: Toetsresultaat) -> set[str]:
    return {oordeel.code for oordeel in resultaat.oordelen if oordeel.oordeel is Uitkomst.STRIJDIG and oordeel.gewicht is not Gewicht.STIJL}


def _met_vragen(inhoud: bytes, naam: str, vragen: Sequence[Vraag], plekken: dict[int, int]) -> bytes:
    """The file with each question as a comment on words of the draft (old alinea → new one), else on the title.

    Never on proposed words: a comment there would stay when the proposal is rejected, and keep its paragraph.
    """
    if not vragen:
        return inhoud
    blokken = lees_bytes(inhoud, naam).blokken
    opmerkingen = []
    for vraag in vragen:
        bereik = text_range(blokken[plekken.get(vraag.alinea, 0) if vraag.alinea is not None else 0])
        if bereik is not None:
            kop = f"{', '.join(vraag.codes)} · vraag voor u{f' bij {vraag.bij}' if vraag.bij else ''}"
            opmerkingen.append(Comment(bereik, (((kop, True),), ((vraag.tekst, False),))))
    return with_comments(inhoud, opmerkingen, EIGEN_AUTEUR, INITIALEN)
