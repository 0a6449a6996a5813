"""The tables of the Inspectie SZW (2015) from the facts per gemeente: who offers, how many places, how and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from verordening_tool.auditing.beeld import PLICHT_VANAF, Beeld
from verordening_tool.auditing.model import Aanbod, Omvangwijze, Plekken, Vermelding
from verordening_tool.auditing.tabelmodel import Bron, Cel, Kolom, Kolomsoort, Rij, Tabel, procent
from verordening_tool.auditing.woorden import (
    AANBOD,
    AANBOD_GEEN_STUK,
    GEEN_STUK,
    KLASSEN,
    OMVANG,
    ONBEKEND,
    VERMELDINGEN,
    VOORSELECTIE,
    vermelding_voluit,
)
from verordening_tool.checking.oordeel import Plaats
from verordening_tool.document.dates import dutch_date
from verordening_tool.document.regeling import Stadium
from verordening_tool.norms.gemeentelijst import bestond_op
from verordening_tool.norms.regimes import EDGES
from verordening_tool.reports.woorden import aantal, plaats_voluit

TERMIJN = date(2015, 7, 1)  # Participatiewet, article 78z: rules within six months after 1 January 2015
_NIETS = "niets"
_VAN_WIE = "Percentage van de gemeenten met een stuk over re-integratie of beschut werk."
_Gevonden = Iterable[tuple[str, Bron]]

_GEMEENTEN = Kolom("Gemeenten", Kolomsoort.GETAL, naast=True)
_PERCENTAGE = Kolom("Percentage", Kolomsoort.PROCENT, naast=True)


def feitentabellen(beelden: Sequence[Beeld]) -> tuple[Tabel, ...]:
    """The tables on facts, in the order in which the Inspectie asked."""
    over = _met_stuk(beelden)
    bieden = [beeld for beeld in beelden if beeld.biedt]
    zonder = [beeld for beeld in bieden if beeld.plekken() is None]
    bieden_niet = [beeld for beeld in beelden if beeld.feiten.aanbod is Aanbod.BIEDT_NIET]
    return (
        _vastgesteld(beelden),
        _termijn([beeld for beeld in beelden if beeld.vastgesteld()]),
        _aanbod_twee(beelden),
        _aanbod_vier(beelden),
        _aantal_bekend(bieden),
        _vermeldingen("redenen_geen_aantal", "Waarom geen aantal", zonder, "de gemeenten die aanbieden en geen aantal noemen"),
        _omvang(bieden),
        _voorselectie(bieden),
        _vermeldingen("redenen_wel", "Redenen om het wel te doen", bieden, "de gemeenten die beschut werk aanbieden"),
        _vermeldingen("redenen_niet", "Redenen om het niet te doen", bieden_niet, "de gemeenten die geen beschut werk aanbieden"),
        _vermeldingen(
            "alternatieven", "Wat gemeenten zonder beschut werk doen", bieden_niet, "de gemeenten die geen beschut werk aanbieden"
        ),
        _uitgesplitst("regime", "Per periode van de wet", "Periode", over, _regime, [*_REGIMES, ONBEKEND]),
        _uitgesplitst("grootte", "Naar grootte van de gemeente", "Grootte", over, lambda beeld: beeld.klasse, KLASSEN),
        _uitgesplitst("provincie", "Per provincie", "Provincie", over, lambda beeld: beeld.provincie or ONBEKEND, ()),
        _plekken_per_gemeente(beelden),
    )


# --- counting -------------------------------------------------------------------------------------------------------


def _telling(
    sleutel: str,
    titel: str,
    uitleg: str,
    groepen: Mapping[str, str],
    beelden: Sequence[Beeld],
    kies: Callable[[Beeld], _Gevonden],
    *,
    kop: str = "Antwoord",
    alleen_gevuld: Iterable[str] = (),
) -> Tabel:
    """How many gemeenten there are of each group, of all ``beelden``. ``kies`` gives the groups that a gemeente belongs to.

    Groups of ``alleen_gevuld`` are left out when nobody is in them.
    """
    gevonden: dict[str, list[Bron]] = {groep: [] for groep in groepen}
    for beeld in beelden:
        for groep, bron in kies(beeld):
            gevonden.setdefault(groep, []).append(bron)
    weg = {groep for groep in alleen_gevuld if not gevonden[groep]}
    rijen = [
        Rij(
            groep,
            (groepen.get(groep) or vermelding_voluit(groep), _gemeenten(bronnen), procent(_gemeenten(bronnen), len(beelden))),
            tuple(bronnen),
        )
        for groep, bronnen in gevonden.items()
        if groep not in weg
    ]
    return Tabel(sleutel, titel, uitleg, (Kolom(kop), _GEMEENTEN, _PERCENTAGE), tuple(rijen))


def _gemeenten(bronnen: Iterable[Bron]) -> int:
    return len({bron.gemeente for bron in bronnen})


def _waarde(waarde: str, plaats: Plaats | None, beeld: Beeld) -> _Gevonden:
    return ((waarde, beeld.bron(plaats)),)


# --- the verordening ------------------------------------------------------------------------------------------------


def _vastgesteld(beelden: Sequence[Beeld]) -> Tabel:
    groepen = {
        "ja": "ja",
        "zwijgt": "nee, de verordening zegt niets over beschut werk",
        "concept": "nee, alleen een concept gevonden",
        "geen": "geen verordening gevonden",
    }

    def kies(beeld: Beeld) -> _Gevonden:
        if beeld.vastgesteld():
            return _waarde("ja", None, beeld)
        stadia = {stuk.bestand.uitslag.stadium for stuk in beeld.verordeningen()}
        return _waarde("geen" if not stadia else "concept" if stadia == {Stadium.CONCEPT} else "zwijgt", None, beeld)

    uitleg = "Is er een vastgestelde verordening die over beschut werk gaat? Percentage van alle gemeenten in deze audit."
    return _telling("vastgesteld", "Verordening vastgesteld", uitleg, groepen, beelden, kies, alleen_gevuld=["zwijgt", "concept"])


def _termijn(beelden: Sequence[Beeld]) -> Tabel:
    groepen = {
        "op_tijd": f"uiterlijk {dutch_date(TERMIJN)}: op tijd",
        "te_laat": f"na {dutch_date(TERMIJN)}, tot 2017: te laat",
        "later": "in 2017 of later: deze termijn telt niet",
        "nvt": "de gemeente bestond toen nog niet: deze termijn telt niet",
        ONBEKEND: "de dag van vaststelling is niet gevonden",
    }

    def kies(beeld: Beeld) -> _Gevonden:
        dagen = [stuk.bestand.uitslag.vastgesteld for stuk in beeld.verordeningen() if stuk.bestand.uitslag.stadium is not Stadium.CONCEPT]
        dag = min(filter(None, [*dagen, beeld.dossier.vastgesteld]), default=None)
        groep = ONBEKEND if dag is None else "op_tijd" if dag <= TERMIJN else "te_laat" if dag < PLICHT_VANAF else "later"
        if groep == "te_laat" and not bestond_op(beeld.code, TERMIJN):
            groep = "nvt"
        return _waarde(groep, None, beeld)

    uitleg = (
        "Wanneer is de oudste verordening vastgesteld die in de map zit? "
        "Gemeenten hadden na de invoering van de Participatiewet een half jaar. "
        "Percentage van de gemeenten met een vastgestelde verordening."
    )
    return _telling("termijn", "Op tijd vastgesteld", uitleg, groepen, beelden, kies, alleen_gevuld=["later", "nvt", ONBEKEND])


# --- the offer ------------------------------------------------------------------------------------------------------


def _aanbod_twee(beelden: Sequence[Beeld]) -> Tabel:
    groepen = {
        "biedt": "biedt (aan)",
        "biedt_niet": "biedt niet",
        "kan": "kan aanbieden, vanaf 2017 of datum onbekend",
        "zwijgt": "zegt er niets over",
    }

    def kies(beeld: Beeld) -> _Gevonden:
        groep = "biedt" if beeld.biedt else beeld.feiten.aanbod.value
        return _waarde(groep, beeld.feiten.aanbod_plaats, beeld)

    uitleg = (
        "De indeling van de Inspectie SZW. In 2015 en 2016 telt “kan aanbieden” als aanbod; vanaf 2017 moet de gemeente beschut werk "
        f"aanbieden en telt het apart. {_VAN_WIE}"
    )
    if vermoedelijk := sum(beeld.feiten.aanbod_vermoed for beeld in beelden):
        uitleg += f" Bij {aantal(vermoedelijk, 'gemeente', 'gemeenten')} is het antwoord vermoedelijk: lees daar de passage na."
    telling = _telling("aanbod", "Beschut werk", uitleg, groepen, _met_stuk(beelden), kies, alleen_gevuld=["kan", "zwijgt"])
    return _met_rij_zonder_stuk(telling, beelden)


def _aanbod_vier(beelden: Sequence[Beeld]) -> Tabel:
    def kies(beeld: Beeld) -> _Gevonden:
        return _waarde(beeld.feiten.aanbod.value, beeld.feiten.aanbod_plaats, beeld)

    groepen = {aanbod.value: woorden for aanbod, woorden in AANBOD.items()}
    uitleg = f"Wat de stukken letterlijk zeggen, los van de periode. {_VAN_WIE}"
    telling = _telling("aanbod_letterlijk", "Wat de tekst zegt over het aanbod", uitleg, groepen, _met_stuk(beelden), kies)
    return _met_rij_zonder_stuk(telling, beelden)


def _met_stuk(beelden: Sequence[Beeld]) -> list[Beeld]:
    return [beeld for beeld in beelden if beeld.over_onderwerp()]


def _met_rij_zonder_stuk(telling: Tabel, beelden: Sequence[Beeld]) -> Tabel:
    """The table with those that have no document on the subject in a row of their own, outside the percentages."""
    zonder = tuple(beeld.bron() for beeld in beelden if not beeld.over_onderwerp())
    rij = Rij(GEEN_STUK, (AANBOD_GEEN_STUK, _gemeenten(zonder), None), zonder)
    return replace(telling, rijen=(*telling.rijen, rij)) if zonder else telling


def _aantal_bekend(bieden: Sequence[Beeld]) -> Tabel:
    """Known or not, with the sum of the places that are known."""

    def kies(beeld: Beeld) -> _Gevonden:
        plekken = beeld.plekken()
        return _waarde("ja" if plekken else "nee", plekken.plaats if plekken else beeld.feiten.aanbod_plaats, beeld)

    uitleg = (
        "Noemt de gemeente hoeveel plekken zij wil? Percentage van de gemeenten die beschut werk aanbieden. "
        "Per gemeente telt één aantal: voor het eerste jaar van de verordening, en anders voor het jaar van het stuk of het jaar daarna. "
        "Aantallen in fte tellen niet mee in de som."
    )
    telling = _telling("aantal", "Aantal plekken genoemd", uitleg, {"ja": "ja", "nee": "nee"}, bieden, kies)
    ja, nee = telling.rijen
    som = Kolom("Plekken samen", Kolomsoort.GETAL, naast=True)
    rijen = (Rij(ja.sleutel, (*ja.cellen, som_plekken(bieden)), ja.bronnen), Rij(nee.sleutel, (*nee.cellen, None), nee.bronnen))
    return Tabel(telling.sleutel, telling.titel, telling.uitleg, (*telling.kolommen, som), rijen)


def som_plekken(beelden: Iterable[Beeld]) -> float:
    """The places that these gemeenten name together."""
    totaal = sum(plekken.aantal for beeld in beelden if (plekken := beeld.telt_mee()) is not None)
    return int(totaal) if totaal == int(totaal) else totaal


def _omvang(bieden: Sequence[Beeld]) -> Tabel:
    def kies(beeld: Beeld) -> _Gevonden:
        return _waarde(beeld.feiten.omvang.value, beeld.feiten.omvang_plaats, beeld)

    groepen = {wijze.value: woorden for wijze, woorden in OMVANG.items()}
    uitleg = (
        "Hoe wordt bepaald hoeveel plekken er komen? In 2015 en 2016 moest dit in de verordening staan. "
        "Percentage van de gemeenten die beschut werk aanbieden."
    )
    return _telling("omvang", "Wie of wat de omvang bepaalt", uitleg, groepen, bieden, kies, alleen_gevuld=[Omvangwijze.ANDERS.value])


def _voorselectie(bieden: Sequence[Beeld]) -> Tabel:
    def kies(beeld: Beeld) -> _Gevonden:
        return _waarde(beeld.feiten.voorselectie.value, beeld.feiten.voorselectie_plaats, beeld)

    groepen = {keuze.value: woorden for keuze, woorden in VOORSELECTIE.items()}
    uitleg = (
        "Hoe wordt bepaald wie in aanmerking komt? In 2015 en 2016 moest dit in de verordening staan, sinds 2017 niet meer. "
        "Percentage van de gemeenten die beschut werk aanbieden."
    )
    return _telling("voorselectie", "Voorselectie", uitleg, groepen, bieden, kies)


# --- reasons and alternatives ---------------------------------------------------------------------------------------


def _vermeldingen(veld: str, titel: str, beelden: Sequence[Beeld], wie: str) -> Tabel:
    groepen = dict(VERMELDINGEN[veld]) | {_NIETS: "niets hierover gevonden"}

    def kies(beeld: Beeld) -> _Gevonden:
        vermeldingen: tuple[Vermelding, ...] = getattr(beeld.feiten, veld)
        if not vermeldingen:
            return _waarde(_NIETS, None, beeld)
        return [(vermelding.sleutel, beeld.bron(vermelding.plaats)) for vermelding in vermeldingen]

    uitleg = (
        f"Gevonden in verordening, toelichting, voorstel of brief. Een gemeente kan er meer noemen. Percentage van {wie} ({len(beelden)})."
    )
    return _telling(veld, titel, uitleg, groepen, beelden, kies, kop="Alternatief" if veld == "alternatieven" else "Reden")


# --- by period, size and province -----------------------------------------------------------------------------------


def _periode(begin: date, einde: date | None) -> str:
    if einde is None:
        return f"vanaf {dutch_date(begin)}"
    laatste = einde - timedelta(days=1)
    if (begin.month, begin.day, laatste.month, laatste.day) == (1, 1, 12, 31):
        return str(begin.year) if begin.year == laatste.year else f"{begin.year} tot en met {laatste.year}"
    return f"{dutch_date(begin)} tot en met {dutch_date(laatste)}"


_VOOR = f"voor {EDGES[0].year}"
_REGIMES = [_VOOR, *(_periode(begin, einde) for begin, einde in pairwise([*EDGES, None]) if begin is not None)]


def _regime(beeld: Beeld) -> str:
    if beeld.dag is None:
        return ONBEKEND
    return _REGIMES[sum(edge <= beeld.dag for edge in EDGES)]


def _uitgesplitst(
    sleutel: str, titel: str, kop: str, beelden: Sequence[Beeld], groep_van: Callable[[Beeld], str], volgorde: Sequence[str]
) -> Tabel:
    """The main figures per group; groups in the order given, else by name with the unknown last. Empty groups are left out."""
    groepen: dict[str, list[Beeld]] = {}
    for beeld in beelden:
        groepen.setdefault(groep_van(beeld), []).append(beeld)
    namen = [naam for naam in volgorde if naam in groepen] or sorted(groepen, key=lambda naam: (naam == ONBEKEND, naam))
    uitleg = (
        {
            "regime": "De periode waarin de verordening begon te gelden.",
            "grootte": "G4: de vier grootste steden. G40: de andere grote steden van het stedennetwerk.",
            "provincie": "De provincie waarin de gemeente nu ligt.",
        }[sleutel]
        + " Gemeenten zonder stuk over re-integratie of beschut werk tellen hier niet mee. "
        "Het eerste percentage is van de gemeenten in de rij, het tweede van de gemeenten daarvan die aanbieden."
    )
    return Tabel(
        sleutel,
        titel,
        uitleg,
        (
            Kolom(kop),
            Kolom("Gemeenten", Kolomsoort.GETAL),
            Kolom("Biedt (aan)", Kolomsoort.GETAL, naast=True),
            Kolom("Biedt (%)", Kolomsoort.PROCENT),
            Kolom("Biedt niet", Kolomsoort.GETAL, naast=True),
            Kolom("Kan, vanaf 2017", Kolomsoort.GETAL),
            Kolom("Zwijgt", Kolomsoort.GETAL),
            Kolom("Aantal genoemd", Kolomsoort.GETAL, naast=True),
            Kolom("Aantal genoemd (%)", Kolomsoort.PROCENT),
            Kolom("Plekken samen", Kolomsoort.GETAL, naast=True),
        ),
        tuple(
            Rij(naam, (naam, *_hoofdcijfers(groepen[naam])), tuple(beeld.bron(beeld.feiten.aanbod_plaats) for beeld in groepen[naam]))
            for naam in namen
        ),
    )


def _hoofdcijfers(beelden: Sequence[Beeld]) -> tuple[Cel, ...]:
    bieden = [beeld for beeld in beelden if beeld.biedt]
    met_aantal = [beeld for beeld in bieden if beeld.plekken() is not None]
    overig = [beeld.feiten.aanbod for beeld in beelden if not beeld.biedt]
    return (
        len(beelden),
        len(bieden),
        procent(len(bieden), len(beelden)),
        overig.count(Aanbod.BIEDT_NIET),
        overig.count(Aanbod.KAN),
        overig.count(Aanbod.ZWIJGT),
        len(met_aantal),
        procent(len(met_aantal), len(bieden)),
        som_plekken(met_aantal),
    )


# --- every number that is named -------------------------------------------------------------------------------------


def _plekken_per_gemeente(beelden: Sequence[Beeld]) -> Tabel:
    """Each number with the minister's for the same gemeente and year."""
    rijen = [_plekkenrij(beeld, plekken, nummer) for beeld in beelden for nummer, plekken in enumerate(beeld.feiten.plekken)]
    uitleg = (
        "Elk aantal dat in een stuk staat, naast het minimum dat de minister voor die gemeente en dat jaar vaststelde. "
        "Is dat niet bekend, dan is het vak leeg. “Telt mee”: dit aantal zit in de som."
    )
    kolommen = (
        Kolom("Gemeente"),
        Kolom("CBS-code"),
        Kolom("Jaar", Kolomsoort.GETAL),
        Kolom("Aantal", Kolomsoort.GETAL, naast=True),
        Kolom("Eenheid"),
        Kolom("Telling"),
        Kolom("Telt mee"),
        Kolom("Minimum minister", Kolomsoort.GETAL),
        Kolom("Verschil", Kolomsoort.GETAL),
        Kolom("Plaats"),
        Kolom("Document"),
    )
    return Tabel("plekken", "Genoemde aantallen plekken", uitleg, kolommen, tuple(rijen))


_TELLINGEN = {"ultimo": "aan het eind van het jaar", "in_jaar": "nieuw in het jaar"}


def _plekkenrij(beeld: Beeld, plekken: Plekken, nummer: int) -> Rij:
    minimum = beeld.ministerieel(plekken.jaar)
    aantal = int(plekken.aantal) if plekken.aantal == int(plekken.aantal) else plekken.aantal
    bron = beeld.bron(plekken.plaats)
    vergelijkbaar = minimum is not None and plekken.eenheid != "fte" and plekken.aard != "in_jaar"
    return Rij(
        f"{beeld.sleutel} {plekken.jaar or ''} {nummer}",
        (
            beeld.naam,
            beeld.code,
            plekken.jaar,
            aantal,
            plekken.eenheid,
            _TELLINGEN.get(plekken.aard, ""),
            "ja" if plekken is beeld.telt_mee() else "nee",
            minimum.aantal if minimum else None,
            aantal - minimum.aantal if minimum and vergelijkbaar else None,
            plaats_voluit(plekken.plaats),
            bron.pad,
        ),
        (bron,),
    )
