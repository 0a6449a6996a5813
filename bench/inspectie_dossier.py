"""The documents of one gemeente: which there are, what stands in which, and what is therefore true of each.

A fact of a document is None where a careful reader would hesitate (a letter that only implies the offer): that does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from corpus.source import Alinea, parse_markup

from inspectie_formuleringen import Formuleringen, vul
from inspectie_teksten import (
    Dagen,
    Mensen,
    Verordeningen,
    alineas_van,
    als_concept,
    bouwstenen,
    brief,
    kies_mensen,
    maak_gegevens,
    voorstel,
)
from inspectie_waarheid import ZWIJGT, Gedaante, Gemeentewaarheid
from verordening_tool.document.dates import dutch_date
from verordening_tool.drafting.opbouw import Concept
from verordening_tool.drafting.woorden import bedrag

_BRIEVEN_VAN = 2015  # the year in which letters and proposals are written, whatever year the numbers are for
_ANDERS = {"biedt": "kan", "kan": "biedt_niet", "biedt_niet": "kan"}


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is true of one document; None for aanbod, omvang and voorselectie: not scored."""

    aanbod: str | None = ZWIJGT
    aantal: int | None = None
    jaar: int | None = None
    redenen_geen_aantal: frozenset[str] = frozenset()
    redenen_wel: frozenset[str] = frozenset()
    redenen_niet: frozenset[str] = frozenset()
    alternatieven: frozenset[str] = frozenset()
    omvang: str | None = ZWIJGT
    voorselectie: str | None = ZWIJGT


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document before it is a file; ``concept`` is there when our own writer can write it."""

    soort: str  # as the tool calls it
    naam: str  # what kind of file name it gets
    alineas: Sequence[Alinea]
    feiten: Feiten = Feiten()
    dagen: Dagen | None = None
    titel: str = ""
    concept: Concept | None = None
    ouder: str | None = None  # "concept" or "eerder": an older version of the regulation
    naamloos: bool = False
    open: bool = False  # not adopted yet: its days are not filled in


@dataclass(frozen=True, slots=True)
class Dossier:
    """A gemeente with its documents; the current regulation comes first."""

    waarheid: Gemeentewaarheid
    stukken: tuple[Stuk, ...]
    vastgesteld: date | None
    omvang: str | None  # None: not scored


@dataclass(slots=True)
class _Vermeldingen:
    """Facts and sentences of one document while it is planned."""

    feiten: dict[str, object] = field(default_factory=dict)
    zinnen: dict[str, list[str]] = field(default_factory=lambda: {plek: [] for plek in ("aanbod", "redenen", "aantal", "alternatieven")})

    def voeg_toe(self, groep: str, sleutel: str) -> None:
        al = self.feiten.setdefault(groep, frozenset())
        assert isinstance(al, frozenset)
        self.feiten[groep] = al | {sleutel}


class Dossiermaker:
    """Makes dossiers; the phrasings are dealt out over all of them."""

    def __init__(self, formuleringen: Formuleringen, gedaante: Gedaante, jaar: int, namen: Sequence[str]) -> None:
        self.formuleringen = formuleringen
        self.gedaante = gedaante
        self.jaar = jaar
        self.namen = namen
        self.verordeningen = Verordeningen()

    def maak(self, waar: Gemeentewaarheid, rng: Random) -> Dossier:
        """All documents of this gemeente."""
        return _Gemeente(self, waar, rng).dossier()


class _Gemeente:
    def __init__(self, maker: Dossiermaker, waar: Gemeentewaarheid, rng: Random) -> None:
        self.maker = maker
        self.waar = waar
        self.rng = rng
        self.gedaante = maker.gedaante
        self.mensen: Mensen = kies_mensen(rng)
        self.werkbedrijf: str = rng.choice(bouwstenen()["werkbedrijven"])
        self.kenmerk = rng.choice(["{:02d}.{:05d}", "Z{:02d}-{:05d}", "RV/{:d}/{:d}", "{:d}/{:d}"]).format(
            rng.randint(14, 15), rng.randint(99, 99999)
        )
        self.clausule = self._clausule()
        expliciet = self.clausule == waar.aanbod and waar.aanbod != ZWIJGT
        self.zonder_stuk = expliciet and rng.random() < self.gedaante.zonder_stuk
        self.los = rng.random() < self.gedaante.losse_verordening
        self.dagen = Dagen.vanaf(self._raadsdag())

    def _clausule(self) -> str:
        """What the regulation says of the offer; silent: the letter must say it."""
        if self.waar.aanbod == "biedt_niet" and self.rng.random() < self.gedaante.niet_ondanks_kan:
            return "kan"
        if self.waar.aanbod in {"biedt", "biedt_niet"} and self.rng.random() < self.gedaante.aanbod_alleen_in_stuk:
            return ZWIJGT
        return self.waar.aanbod

    def _raadsdag(self) -> date:
        van, tot = (date(2014, 10, 7), date(2015, 6, 25)) if self.waar.op_tijd else (date(2015, 7, 2), date(2015, 10, 20))
        dag = van + timedelta(self.rng.randrange((tot - van).days + 1))
        return dag - timedelta(max(0, dag.weekday() - 3))  # on a Monday to Thursday

    def dossier(self) -> Dossier:
        noten = _Vermeldingen()
        if self.zonder_stuk:
            self._zaai([noten], kort=True)
        verordening, omvang = self._verordening(self.clausule, self.dagen, noten)
        stukken = [verordening if self.waar.vastgesteld else self._concept(verordening)]
        if self.los:
            stukken.append(self._algemene(verordening))
        if (
            self.waar.vastgesteld
            and self.clausule in _ANDERS
            and self.clausule == self.waar.aanbod
            and self._kans(self.gedaante.oudere_versie)
        ):
            stukken.append(self._oudere(noten))
        if not self.zonder_stuk:
            stukken += self._brieven(verordening)
        return Dossier(self.waar, tuple(stukken), self.dagen.raad if self.waar.vastgesteld else None, omvang)

    def _kans(self, deel: float) -> bool:
        return self.rng.random() < deel

    # --- regulations ---

    def _verordening(self, clausule: str, dagen: Dagen, noten: _Vermeldingen) -> tuple[Stuk, str | None]:
        titel = self.rng.choice(bouwstenen()["titels_los" if self.los else "titels"]).format(gemeente=self.waar.naam)
        leden, aantal, jaar = self._leden(clausule)
        if "aantal" in noten.feiten:
            aantal, jaar = noten.feiten["aantal"], noten.feiten["jaar"]  # type: ignore[assignment]
        omvang = None if clausule == "biedt_niet" and self.waar.omvang == ZWIJGT else self.waar.omvang
        uitleg = [self.rng.choice(bouwstenen()["toelichting"]), *(zin for rij in noten.zinnen.values() for zin in rij)]
        gegevens = maak_gegevens(self.waar.naam, titel, self.los, dagen, self.mensen, self.kenmerk, self.rng)
        concept = self.maker.verordeningen.maak(gegevens, gegevens.regeling, leden, uitleg)
        met_uitleg = len(uitleg) > 1 or self._kans(0.4)
        feiten = Feiten(
            **{  # type: ignore[arg-type]
                **noten.feiten,
                "aanbod": None if clausule == ZWIJGT and self.waar.aanbod != ZWIJGT else clausule,
                "aantal": aantal,
                "jaar": jaar,
                "omvang": omvang,
                "voorselectie": self.waar.voorselectie,
            }
        )
        alineas = alineas_van(concept, toelichting=met_uitleg)
        stuk = Stuk("verordening", "los" if self.los else "verordening", alineas, feiten, dagen, titel, None if met_uitleg else concept)
        return stuk, omvang

    def _leden(self, clausule: str) -> tuple[list[str], int | None, int | None]:
        """The leden of the article on beschut werk, and the number that they name, with its year."""
        vast = bouwstenen()["leden"]
        kies = self.maker.formuleringen.kies
        aanbod = [] if clausule == ZWIJGT else [self._vul(kies(f"aanbod.{clausule}.verordening", self.rng))]
        selectie, omvang = self.waar.voorselectie, self.waar.omvang
        voor = [] if selectie == ZWIJGT else [self._vul(kies(f"voorselectie.{selectie}", self.rng))]
        maat = [] if omvang == ZWIJGT else [self._vul(kies(f"omvang.{omvang}", self.rng))]
        if clausule == "biedt_niet" and not voor and not maat:
            return [*aanbod, self.rng.choice(vast["rest"])], None, None
        midden = [self.rng.choice(vast["vaststelling"])]
        if clausule != "biedt_niet":
            midden += [self.rng.choice(vast["dienstbetrekking"]), self._voorzieningen()]
        aantal = jaar = None
        if clausule == "biedt" and self.waar.aantal is not None and not self.zonder_stuk and self._kans(0.2):
            zin = kies("plekken.verordening", self.rng)
            maat.append(self._vul(zin, self.waar.aantal))
            aantal, jaar = self.waar.aantal, self.maker.jaar if "{jaar}" in zin else None
        volgorde = [*aanbod, *voor, *midden, *maat] if self._kans(0.5) else [*voor, *midden[:1], *aanbod, *midden[1:], *maat]
        return volgorde, aantal, jaar

    def _voorzieningen(self) -> str:
        woorden = self.maker.verordeningen.voorzieningen
        gekozen = [woorden[sleutel] for sleutel in sorted(self.rng.sample(sorted(woorden), self.rng.randint(3, 5)))]
        regels = [
            f"a. {woord}{'.' if n == len(gekozen) else '; en' if n == len(gekozen) - 1 else ';'}" for n, woord in enumerate(gekozen, 1)
        ]
        return "\n".join([self.rng.choice(bouwstenen()["leden"]["voorzieningen"]), *regels])

    def _concept(self, stuk: Stuk) -> Stuk:
        return replace(stuk, alineas=als_concept(stuk.alineas, stuk.dagen or self.dagen), concept=None, open=True)

    def _oudere(self, noten: _Vermeldingen) -> Stuk:
        """The draft, or the same regulation as the raad adopted it a year before, sometimes with another offer."""
        anders = self._kans(self.gedaante.oudere_versie_wijkt_af)
        te_laat = not self.waar.op_tijd  # whoever adopted one a year before was in time
        soort = "concept" if te_laat or self.dagen.raad < date(2015, 3, 1) or self._kans(0.5) else "eerder"
        dagen = Dagen.vanaf(date(2014, 10, 14) + timedelta(self.rng.randrange(60))) if soort == "eerder" else self.dagen
        stuk, _ = self._verordening(_ANDERS[self.clausule] if anders else self.clausule, dagen, noten)
        return replace(stuk if soort == "eerder" else self._concept(stuk), ouder=soort)

    def _algemene(self, los: Stuk) -> Stuk:
        """The re-integratieverordening beside a separate regulation on beschut werk."""
        titel = self.rng.choice(bouwstenen()["titels"]).format(gemeente=self.waar.naam)
        gegevens = maak_gegevens(self.waar.naam, titel, False, self.dagen, self.mensen, self.kenmerk, self.rng)
        leden = [self.rng.choice(bouwstenen()["leden"]["verwijzing"]).format(los=los.titel)]
        concept = self.maker.verordeningen.maak(gegevens, gegevens.regeling, leden, [self.rng.choice(bouwstenen()["toelichting"])])
        return Stuk("verordening", "verordening", alineas_van(concept, toelichting=False), Feiten(), self.dagen, titel, concept)

    # --- letters and proposals ---

    def _brieven(self, verordening: Stuk) -> Iterable[Stuk]:
        """One or two documents that together say what is true."""
        vermeldingen = [_Vermeldingen() for _ in range(2 if self._kans(self.gedaante.tweede_stuk) else 1)]
        self._zaai(vermeldingen, kort=False)
        for nummer, vermelding in enumerate(vermelding for vermelding in vermeldingen if any(vermelding.zinnen.values())):
            yield self._brief(vermelding, verordening, eerste=nummer == 0)

    def _zaai(self, stukken: Sequence[_Vermeldingen], *, kort: bool) -> None:
        """Put sentences for all that is true in these documents: most of it in one, some of it in both."""
        waar, kies = self.waar, self.maker.formuleringen.kies
        moet = self.clausule != waar.aanbod
        niet = waar.aanbod == "biedt_niet"
        for nummer, stuk in enumerate(stukken if niet else stukken[:1]):
            if not kort and waar.aanbod != ZWIJGT and ((moet and nummer == 0) or self._kans(0.9 if niet else 0.6)):
                stuk.zinnen["aanbod"].append(self._vul(kies(f"aanbod.{waar.aanbod}.stuk", self.rng)))
                stuk.feiten["aanbod"] = None if waar.aanbod == "kan" else waar.aanbod
        for groep, plek in (
            ("redenen_wel", "redenen"), ("redenen_niet", "redenen"), ("redenen_geen_aantal", "aantal"), ("alternatieven", "alternatieven")
        ):  # fmt: skip
            for sleutel in getattr(waar, groep):
                for stuk in self._dragers(stukken):
                    stuk.zinnen[plek].append(self._vul(kies(f"{groep}.{sleutel}", self.rng, kort=kort)))
                    stuk.voeg_toe(groep, sleutel)
        if waar.aantal is not None:
            for stuk in self._dragers(stukken):
                zin = self._voor_het_jaar(kies("plekken.stuk", self.rng, kort=kort))
                stuk.zinnen["aantal"].append(self._vul(zin, waar.aantal))
                stuk.feiten |= {"aantal": waar.aantal, "jaar": self.maker.jaar if "{jaar}" in zin else None}

    def _voor_het_jaar(self, zin: str) -> str:
        """The sentence, with the year of the numbers named where "dit jaar" in a letter would be another."""
        return zin if self.maker.jaar == _BRIEVEN_VAN else zin.replace("dit jaar", "in {jaar}").replace("Dit jaar", "In {jaar}")

    def _dragers(self, stukken: Sequence[_Vermeldingen]) -> Sequence[_Vermeldingen]:
        if len(stukken) > 1 and self._kans(0.2):
            return stukken
        return [self.rng.choice(stukken)]

    def _brief(self, vermelding: _Vermeldingen, verordening: Stuk, *, eerste: bool) -> Stuk:
        naamloos = self._kans(self.gedaante.naamloze_brief)
        gezaaid = {**vermelding.zinnen, "afleiders": self._afleiders(naamloos)}
        if naamloos:
            gezaaid = {plek: [_zonder_naam(zin, self.waar.naam) for zin in zinnen] for plek, zinnen in gezaaid.items()}
        feiten = Feiten(**{"aanbod": None, **vermelding.feiten, "omvang": None, "voorselectie": None})  # type: ignore[arg-type]
        in_2015 = self.dagen.raad >= date(2015, 1, 20)
        if eerste and in_2015 and not naamloos and self._kans(0.45):
            return self._voorstel(gezaaid, feiten, verordening)
        dag = max(date(2015, 1, 20), self.dagen.raad - timedelta(20)) + timedelta(self.rng.randrange(12, 120))
        dag = min(dag, date(2015, 11, 30))
        alineas = brief("raadsinformatiebrief", self._waarden(dag, verordening.titel, naamloos), gezaaid, self.rng)
        return Stuk("raadsinformatiebrief", "brief", alineas, feiten, naamloos=naamloos)

    def _voorstel(self, gezaaid: dict[str, list[str]], feiten: Feiten, verordening: Stuk) -> Stuk:
        if verordening.concept is not None and self._kans(0.4):
            gegevens = maak_gegevens(self.waar.naam, verordening.titel, self.los, self.dagen, self.mensen, self.kenmerk, self.rng)
            concept = self.maker.verordeningen.maak(gegevens, "raadsvoorstel", ["Beschut werk."], ["Beschut werk."])
            return Stuk("raadsvoorstel", "voorstel", voorstel(concept, gezaaid, self.rng), feiten)
        waarden = self._waarden(self.dagen.college, verordening.titel, False)
        return Stuk("raadsvoorstel", "voorstel", brief("raadsvoorstel", waarden, gezaaid, self.rng), feiten)

    def _waarden(self, dag: date, titel: str, naamloos: bool) -> dict[str, str]:
        van, mensen = "" if naamloos else f" van {self.waar.naam}", self.mensen
        return {
            "aan": f"de leden van de gemeenteraad{van}",
            "namens": f"burgemeester en wethouders{van}",
            "plaats": "" if naamloos else f"{self.waar.naam}, ",
            "datum": dutch_date(dag),
            "raad": dutch_date(self.dagen.raad),
            "titel": titel,
            "kenmerk": self.kenmerk,
            "behandelaar": mensen.behandelaar,
            "wethouder": mensen.wethouder,
            "secretaris": mensen.secretaris,
            "burgemeester": mensen.burgemeester,
        }

    def _afleiders(self, naamloos: bool) -> list[str]:
        """Sentences that must not count; a letter without a name speaks of no other gemeente."""
        waar = self.waar
        geldt = frozenset({waar.aanbod, *waar.redenen_niet, *waar.alternatieven, *waar.redenen_wel})
        hoeveel = min(6, sum(self._kans(0.5) for _ in range(round(2 * self.gedaante.afleiders))))
        gekozen = self.maker.formuleringen.kies_afleiders(hoeveel, geldt, self.rng)
        buren = [naam for naam in self.maker.namen if naam != waar.naam] or bouwstenen()["reserve"]
        buur = self.rng.choice(buren)
        return [self._vul(afleider.tekst, None, buur) for afleider in gekozen if not (naamloos and "{buur}" in afleider.tekst)]

    def _vul(self, zin: str, aantal: int | None = None, buur: str = "") -> str:
        waarden = {
            "gemeente": self.waar.naam,
            "werkbedrijf": self.werkbedrijf,
            "jaar": self.maker.jaar,
            "buur": buur,
            "getal": self.rng.randint(11, 95),
            "bedrag": bedrag(self.rng.randint(120, 4800) * 1000),
        }
        uit = vul(zin, waarden, aantal)
        return uit.replace("10b van de wet", "10b van de Participatiewet") if self.los else uit


def _zonder_naam(zin: str, naam: str) -> str:
    uit = zin.replace(naam, "onze gemeente")
    return uit[:1].upper() + uit[1:]


def ruis(soort: dict[str, str], naam: str, rng: Random) -> Stuk:
    """A document that has nothing to do with beschut werk."""
    mensen = kies_mensen(rng)
    tekst = soort["tekst"].format(gemeente=naam, burgemeester=mensen.burgemeester, secretaris=mensen.secretaris, wethouder=mensen.wethouder)
    dagen = Dagen.vanaf(date(2014, 11, 11)) if soort["soort"] == "verordening" else None
    return Stuk(soort["soort"], soort["naam"], list(parse_markup(tekst)), Feiten(), dagen)
