"""Which kind of document it is, what it is about, and how far it is on its way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verordening_tool.document.blok import Metadata
from verordening_tool.document.regeling import Onderwerp, Orgaan, Soort, Stadium

_GENOEG = 60_000  # characters that tell what a long text is about

# What a text that is no regulation looks like: the aard, and what its first lines say.
_ANDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "uitspraak",
        re.compile(
            r"\bECLI:NL:|\b(?:rechtbank|gerechtshof|hoge raad|centrale raad van beroep|raad van state)\b.{0,60}(?:uitspraak|arrest|vonnis|zaaknummer)|^\s*(?:uitspraak|arrest|vonnis|conclusie)\s*$",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    ("besluitenlijst", re.compile(r"\bbesluitenlijst\b|\bnotulen\b|verslag van de vergadering", re.IGNORECASE)),
    (
        "vergunning",
        re.compile(
            r"(?:aanvraag|verleend\w*|verlenen|besluit|ingediende|geweigerde|beschikking)[^\n]{0,60}(?:omgevings|evenementen|bouw|exploitatie|kap)?vergunning|^\s*(?:omgevings|evenementen)vergunning|sloopmelding|ontheffing",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        "bekendmaking",
        re.compile(
            r"^\s*(?:kennisgeving|bekendmaking|mededeling|ingekomen melding|ontwerpbesluit omgevings|verkeersbesluit|terinzagelegging|rectificatie)\b",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        "gemeenschappelijke regeling",
        re.compile(r"blad gemeenschappelijke regeling|^\s*(?:wijziging\s+)?gemeenschappelijke regeling\b", re.IGNORECASE | re.MULTILINE),
    ),
    ("provinciaal stuk", re.compile(r"provinciaal blad|provinciale staten|gedeputeerde staten", re.IGNORECASE)),
    (
        "rijksregeling",
        re.compile(
            r"regeling van de (?:staatssecretaris|minister)|de (?:staatssecretaris|minister) van|^\s*(?:staatsblad|staatscourant|tractatenblad)\b|wij (?:willem|beatrix)|koninkrijk der nederlanden|^\s*wet van \d|^\s*besluit van \d",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        "mandaatbesluit",
        re.compile(r"mandaat(?:besluit|regeling|register)|mandaterings?besluit|besluit mandaat|ondermandaat", re.IGNORECASE),
    ),
    ("reglement", re.compile(r"^\s*reglement\b|reglement van orde|\w+reglement\b", re.IGNORECASE | re.MULTILINE)),
    (
        "aanwijzingsbesluit",
        re.compile(
            r"aanwijzingsbesluit|^\s*lijst van\b|arbeidsvoorwaardenregeling|car.?uwo|instellingsbesluit", re.IGNORECASE | re.MULTILINE
        ),
    ),
    (
        "overeenkomst",
        re.compile(
            r"^\s*(?:convenant|samenwerkingsovereenkomst|dienstverleningsovereenkomst|overeenkomst|arbeidsovereenkomst|subsidieovereenkomst)\b|de ondergetekenden",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    (
        "beschikking",
        re.compile(
            r"^\s*(?:beschikking|beslissing op bezwaar|toekenningsbesluit)\b|uw aanvraag (?:van|om|voor)", re.IGNORECASE | re.MULTILINE
        ),
    ),
    ("memo", re.compile(r"^\s*(?:(?:intern )?memo(?:randum)?|notitie|oplegnotitie|e-?mail|mailbericht)\b", re.IGNORECASE | re.MULTILINE)),
    (
        "nota",
        re.compile(
            r"^\s*(?:\w*nota\b|beleids(?:plan|kader|notitie)|\w*beleidsplan|\w*visie\b|plan van aanpak|uitvoeringsplan|jaarplan|startnotitie|rapport|evaluatie|onderzoeks?rapport|begroting|jaarverslag|factsheet|handreiking|handleiding|werkinstructie|werkproces|persbericht|folder|nieuwsbrief|overzicht wijzigingen)\b",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
)
_VOORSTEL = re.compile(
    r"\braads?voorstel\b|\bvoorstel aan (?:de |uw )?(?:gemeente)?raad\b|\bcommissievoorstel\b|\braadsvoordracht\b|\bvoordracht voor de raad|\binitiatiefvoorstel\b",
    re.IGNORECASE,
)
_VOORSTEL_ZWAK = re.compile(
    r"(?:beslis|beslispunt(?:en)?|geadviseerde beslissing|voorgesteld(?: raads)?besluit|voorgestelde beslissing|stelt? (?:de raad |u |uw raad )?voor\s*:|u wordt voorgesteld|wij stellen (?:u|uw raad|de raad) voor)",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    r"raadsinformatie(?:brief|nota)?\b|\braadsbrief\b|\binformatiebrief\b|\bRIB\b|brief aan de (?:gemeente)?raad|collegebrief|collegebericht|raadsmededeling",
    re.IGNORECASE,
)
_AANHEF_BRIEF = re.compile(
    r"(?:geachte|beste)\s+(?:(?:leden|dames|heer|heren|voorzitter|raad|commissie|gemeenteraad|raads)\b|\w*raadsleden|\w+leden)",
    re.IGNORECASE,
)
_AAN_RAAD = re.compile(
    r"\baan\s+(?:de\s+)?(?:leden\s+van\s+)?(?:de\s+)?(?:gemeente)?raad\b|de\s+leden\s+van\s+de\s+(?:gemeente)?raad", re.IGNORECASE
)
_CONCEPT = re.compile(
    r"(?:^|\n)[\s\u00a0\[(]*(?:concept|ontwerp)\b|\bCONCEPT\b|\b(?:concept|ontwerp)[- ]?(?:verordening|besluit|raadsbesluit|beleidsregels?|versie|tekst)\b",
    re.IGNORECASE,
)
_PUBLICATIE = re.compile(
    r"geldend van|gemeenteblad van|officiële uitgave van|ziet u een fout in deze regeling|datum publicatie|permanente link|wetstechnische informatie|gmb-\d{4}",
    re.IGNORECASE,
)
_LEEG = re.compile(r"\[\s*(?:datum|dag|…|\.\.\.|_|invullen)|…{1,}|\.{4,}|_{3,}|\bXX\b|\b20\.\.|\bPM\b")

_WIJZIGING = re.compile(
    r"wijzigingsverordening|verordening\s+(?:tot|houdende)\s+(?:\w+\s+){0,3}wijziging|wijziging\s+(?:van\s+)?(?:de\s+|het\s+)?\w*(?:verordening|beleidsregel)|(?:eerste|tweede|derde|vierde|\d+e)\s+wijziging\b|tot\s+wijziging\s+van",
    re.IGNORECASE,
)
_VERORDENING = re.compile(r"verordening\b|\bASV\b|\bAPV\b", re.IGNORECASE)
_BELEIDSREGEL = re.compile(r"beleidsregels?\b|beleidslijn", re.IGNORECASE)
_NADERE = re.compile(r"nadere\s+rege|uitvoeringsbesluit|uitvoeringsregel|besluit\s+nadere|nadere\s+voorschriften", re.IGNORECASE)
_ARTIKEL_BINNEN = re.compile(r"\bArtikel\s+1(?:\.1)?[.:]?\s+[A-Z]")
_TOELICHTING = re.compile(r"^\s*(?:nota\s+van\s+|algemene\s+|artikelsgewijze\s+|memorie\s+van\s+)?toelichting\b", re.IGNORECASE)
_METADATA: tuple[tuple[str, Soort], ...] = (
    ("wijzig", Soort.WIJZIGINGSVERORDENING),
    ("verordening", Soort.VERORDENING),
    ("beleidsregel", Soort.BELEIDSREGELS),
    ("nadere regel", Soort.NADERE_REGELS),
)

_REINT = re.compile(r"re-?\s?[iï]ntegratie|re[ïi]ntegratie|arbeidsinschakeling|toeleiding naar werk|werk en participatie", re.IGNORECASE)
_REINTVERORDENING = re.compile(r"(?:re-?\s?[iï]ntegratie|re[ïi]ntegratie)\w*verordening|verordening\s+re-?[iï]ntegratie", re.IGNORECASE)
_PW = re.compile(r"participatiewet|\bPW\b|wet werk en bijstand|\bWWB\b|\bIOAW\b|bijstand", re.IGNORECASE)
_BESCHUT = re.compile(r"beschut(?:te)?\s+(?:arbeid\w*|werk\w*|baan|banen|plek\w*)\b", re.IGNORECASE)
_TITEL_OVERIG = re.compile(
    r"afstemming|maatregel|handhaving|inkomenstoeslag|studietoeslag|cli[ëe]nten(?:participatie|raad)|tegenprestatie|loonkostensubsidie|terugvordering|invordering|bijzondere bijstand|"
    r"langdurigheidstoeslag|boete|verrekening|minima|individuele|giften|kinderopvang|participatieraad|fraude|toeslag",
    re.IGNORECASE,
)
_TITEL_BREED = re.compile(
    r"re-?\s?[iï]ntegratie|re[ïi]ntegratie|participatieverordening|verzamelverordening|verordening\s+(?:werk\b|participatie\b|participatiewet\b|sociaal domein)|werk,?\s+(?:en\s+)?(?:inkomen|participatie)",
    re.IGNORECASE,
)
_VOORZIENING = re.compile(
    r"participatieplaats|proefplaats|persoonlijke ondersteuning|jobcoach|no-?risk|werkstage|sociale activering|detachering|scholing|evenwichtige verdeling|beschut|loonkostensubsidie|"
    r"uitstroompremie|werkervaringsplaats|arbeidsinschakeling|leer-?werktraject|meeneembare",
    re.IGNORECASE,
)


_AARD_IN_TITEL = frozenset(
    {"vergunning", "bekendmaking", "beschikking", "uitspraak", "besluitenlijst", "reglement"}
)  # "Verordening bouwvergunningen"


@dataclass(frozen=True, slots=True)
class Beeld:
    """What is known of a document before its kind: title, first lines, aanhef and number of articles."""

    opschrift: str
    kop: str  # first lines, one per row
    orgaan: Orgaan | None
    heeft_aanhef: bool
    artikelen: int
    opdrachten: int
    besluit: str = ""
    bekendgemaakt: bool = False


def is_brief_of_voorstel(kop: str) -> bool:
    """Do the first lines say that this is a letter, proposal, memo or the like?"""
    return bool(_VOORSTEL.search(_zonder_gelezen(kop)) or _BRIEF.search(kop) or (_AANHEF_BRIEF.search(kop)))


def bepaal_soort(beeld: Beeld, metadata: Metadata) -> tuple[Soort, str | None]:
    """Kind of the document, and for ``anders`` what it looks like."""
    opschrift, kop = beeld.opschrift, beeld.kop
    anders = aard_volgens_metadata(metadata)
    if anders is not None:
        return Soort.ANDERS, anders
    if (soort := _brief_of_voorstel(beeld)) is not None:
        return soort, None
    if _TOELICHTING.match(opschrift) and not beeld.heeft_aanhef:
        return Soort.TOELICHTING, None
    regeling = _regeling(opschrift, beeld)
    benoemd = _VERORDENING.search(opschrift) or _BELEIDSREGEL.search(opschrift)
    titelaard = _aard(opschrift) or (None if benoemd else _aard(beeld.besluit))
    if regeling is not None and (titelaard is None or titelaard in _AARD_IN_TITEL):
        kopaard = _aard(kop) if beeld.orgaan is None else None
        if kopaard not in {
            "uitspraak",
            "rijksregeling",
            "provinciaal stuk",
            "gemeenschappelijke regeling",
            "besluitenlijst",
            "nota",
            "memo",
        } or _PUBLICATIE.search(kop):
            return regeling, None
    soort_meta = next((soort for woord, soort in _METADATA if woord in (metadata.soort or "").lower()), None)
    if titelaard is None and soort_meta is not None:
        return soort_meta, None
    if beeld.orgaan is Orgaan.RAAD and beeld.heeft_aanhef and titelaard is None:
        return Soort.RAADSBESLUIT, None
    if re.search(r"\braadsbesluit\b", kop, re.IGNORECASE) and beeld.heeft_aanhef:
        return Soort.RAADSBESLUIT, None
    aard = titelaard or _aard(kop)
    if aard is None and beeld.orgaan is Orgaan.COLLEGE and beeld.heeft_aanhef:
        aard = "collegebesluit"
    return Soort.ANDERS, aard


def noemt_regeling(titel: str) -> bool:
    """Does a title name a verordening, beleidsregel or nadere regels?"""
    return bool(_VERORDENING.search(titel) or _BELEIDSREGEL.search(titel) or _NADERE.search(titel))


def _brief_of_voorstel(beeld: Beeld) -> Soort | None:
    kop = beeld.kop
    if _BRIEF.search(beeld.opschrift):
        return Soort.RAADSINFORMATIEBRIEF
    if _VOORSTEL.search(_zonder_gelezen(kop)) and not (
        beeld.heeft_aanhef and beeld.artikelen >= 2 and not _VOORSTEL.search(beeld.opschrift)
    ):
        return Soort.RAADSVOORSTEL
    brief = _AANHEF_BRIEF.search(kop)
    zwak = _VOORSTEL_ZWAK.search(kop)
    if zwak and (brief or _AAN_RAAD.search(kop) or re.search(r"college van (?:burgemeester|b).{0,30}stelt voor", kop, re.IGNORECASE)):
        return Soort.RAADSVOORSTEL
    if _BRIEF.search(kop) or (
        brief
        and (_AAN_RAAD.search(kop) or re.search(r"raad|statenleden|provinciale staten|dames en heren", brief.group() + kop, re.IGNORECASE))
    ):
        return Soort.RAADSINFORMATIEBRIEF if not beeld.heeft_aanhef or beeld.artikelen == 0 else None
    return None


def _zonder_gelezen(kop: str) -> str:
    """The first lines without "gelezen het raadsvoorstel …" of an aanhef."""
    return re.sub(r"(?:gelezen|gezien|gelet op|kennisgenomen van)\s[^\n]{0,120}voorstel", "", kop, flags=re.IGNORECASE)


def _aard(tekst: str) -> str | None:
    return next((aard for aard, patroon in _ANDERS if patroon.search(tekst)), None)


def aard_volgens_metadata(metadata: Metadata) -> str | None:
    """What the format says of a publication that is no municipal regulation (notice, ruling, law)."""
    soort = (metadata.soort or "").lower()
    if not soort:
        return None
    for woorden, aard in (
        (("uitspraak", "conclusie", "arrest", "rechtspraak"), "uitspraak"),
        (("vergunning", "melding"), "vergunning"),
        (("zakelijke", "bekendmaking", "kennisgeving", "mededeling"), "bekendmaking"),
        (("wet", "amvb", "ministeri", "staatsblad", "staatscourant", "kb", "rijks"), "rijksregeling"),
        (("gemeenschappelijke", "bladgemeenschappelijkeregeling"), "gemeenschappelijke regeling"),
        (("provincia",), "provinciaal stuk"),
    ):
        if any(soort.startswith(woord) or (len(woord) > 5 and woord in soort) for woord in woorden):
            return aard
    return None


def _regeling(opschrift: str, beeld: Beeld) -> Soort | None:
    """Kind by the title and by who decides; None when the title names no regulation."""
    titel = (
        opschrift
        if _VERORDENING.search(opschrift) or _BELEIDSREGEL.search(opschrift) or _NADERE.search(opschrift)
        else f"{opschrift} {beeld.besluit}"
    )
    artikelen = beeld.artikelen or len(_ARTIKEL_BINNEN.findall(beeld.kop))
    if not (beeld.heeft_aanhef or artikelen or beeld.bekendgemaakt or _PUBLICATIE.search(beeld.kop)):
        return None
    wijzigt = bool(_WIJZIGING.search(titel)) or (beeld.opdrachten >= 2 and beeld.opdrachten >= beeld.artikelen - 2)
    if _NADERE.search(titel) and not re.search(r"beleidsregel", titel, re.IGNORECASE):
        return Soort.NADERE_REGELS
    if _BELEIDSREGEL.search(titel) and (beeld.orgaan is not Orgaan.RAAD or not re.search(r"\bverordening", opschrift, re.IGNORECASE)):
        return Soort.BELEIDSREGELS
    if _VERORDENING.search(titel):
        if (
            artikelen == 0
            and beeld.heeft_aanhef
            and beeld.orgaan is Orgaan.RAAD
            and not _PUBLICATIE.search(beeld.kop)
            and not wijzigt
            and re.search(r"\braadsbesluit", beeld.kop, re.IGNORECASE)
        ):
            return Soort.RAADSBESLUIT
        return Soort.WIJZIGINGSVERORDENING if wijzigt and beeld.opdrachten else Soort.VERORDENING
    if wijzigt and beeld.opdrachten and beeld.orgaan is Orgaan.RAAD:
        return Soort.WIJZIGINGSVERORDENING
    return None


def bepaal_onderwerp(titels: Sequence[str], koppen: Sequence[str], tekst: str, *, kop: str = "", brief: bool = False) -> Onderwerp:
    """What it is about: from the titles first, then the headings, then the text as a whole."""
    titel = " ".join(titels)
    beschut_titel = _BESCHUT.search(titel) is not None
    breed_titel = _TITEL_BREED.search(titel) is not None
    pw = bool(_PW.search(tekst))
    if brief and not beschut_titel and _REINTVERORDENING.search(kop):
        return Onderwerp.RE_INTEGRATIE
    if breed_titel and (pw or _REINT.search(titel)):
        if re.search(r"re-?\s?[iï]ntegratie|re[ïi]ntegratie|verzamel", titel, re.IGNORECASE) or not _TITEL_OVERIG.search(titel):
            regelt = _REINT.search(titel) or _heeft_voorzieningen(koppen, tekst) or _BESCHUT.search(tekst)
            return Onderwerp.RE_INTEGRATIE if regelt else Onderwerp.PARTICIPATIEWET_OVERIG
    if beschut_titel:
        return Onderwerp.LOSSE_BESCHUT_WERK
    if not pw:
        return Onderwerp.ANDERS
    if _TITEL_OVERIG.search(titel):
        return (
            Onderwerp.RE_INTEGRATIE
            if len({m.group().lower() for k in koppen for m in _VOORZIENING.finditer(k)}) >= 3
            else Onderwerp.PARTICIPATIEWET_OVERIG
        )
    if _heeft_voorzieningen(koppen, tekst):
        return Onderwerp.RE_INTEGRATIE
    if len(_BESCHUT.findall(tekst)) >= 3:
        return Onderwerp.LOSSE_BESCHUT_WERK
    return Onderwerp.PARTICIPATIEWET_OVERIG if _PW.search(titel) or len(_PW.findall(tekst)) >= 3 else Onderwerp.ANDERS


def _heeft_voorzieningen(koppen: Sequence[str], tekst: str) -> bool:
    if any(_REINT.search(kop) for kop in koppen):
        return True
    if len({m.group().lower() for kop in koppen for m in _VOORZIENING.finditer(kop)}) >= 2:
        return True
    return len({m.group().lower() for m in _VOORZIENING.finditer(tekst[:_GENOEG])}) >= 4


def bepaal_stadium(kop: str, slot: str, *, gedateerd: bool, metadata: Metadata) -> Stadium:
    """Published, adopted (closing formula with a date) or concept."""
    if metadata.bekendgemaakt or _PUBLICATIE.search(kop):
        return Stadium.BEKENDGEMAAKT
    if gedateerd and not _LEEG.search(slot) and not _CONCEPT.search(kop):
        return Stadium.VASTGESTELD
    return Stadium.CONCEPT
