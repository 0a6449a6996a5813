"""Which kind of document it is; what is no regulation is named for what it looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verordening_tool.document.blok import Metadata
from verordening_tool.document.regeling import Orgaan, Soort
from verordening_tool.structure.woorden import een_van

# What a text that is no regulation looks like: the aard, and what its title or first lines say.
_ANDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "uitspraak",
        een_van(
            r"\bECLI:NL:",
            r"\b(?:rechtbank|gerechtshof|hoge raad|centrale raad van beroep|raad van state)\b.{0,60}(?:uitspraak|arrest|vonnis|zaaknummer)",
            r"^\s*(?:uitspraak|arrest|vonnis|conclusie)\s*$",
            regels=True,
        ),
    ),
    ("besluitenlijst", een_van(r"\bbesluitenlijst\b", r"\bnotulen\b", r"verslag van de vergadering")),
    (
        "vergunning",
        een_van(
            r"(?:aanvraag|verleend\w*|verlenen|besluit|ingediende|geweigerde|beschikking)[^\n]{0,60}vergunning",
            r"^\s*(?:omgevings|evenementen)vergunning",
            r"sloopmelding",
            r"ontheffing",
            regels=True,
        ),
    ),
    (
        "bekendmaking",
        een_van(
            r"^\s*(?:kennisgeving|bekendmaking|mededeling|ingekomen melding|rectificatie)\b",
            r"^\s*(?:ontwerpbesluit omgevings|verkeersbesluit|terinzagelegging)",
            regels=True,
        ),
    ),
    (
        "gemeenschappelijke regeling",
        een_van(r"blad gemeenschappelijke regeling", r"^\s*(?:wijziging\s+)?gemeenschappelijke regeling\b", regels=True),
    ),
    ("provinciaal stuk", een_van(r"provinciaal blad", r"provinciale staten", r"gedeputeerde staten")),
    (
        "rijksregeling",
        een_van(
            r"regeling van de (?:staatssecretaris|minister)",
            r"de (?:staatssecretaris|minister) van",
            r"^\s*(?:staatsblad|staatscourant|tractatenblad)\b",
            r"wij (?:willem|beatrix)",
            r"koninkrijk der nederlanden",
            r"^\s*(?:wet|besluit) van \d",
            regels=True,
        ),
    ),
    ("mandaatbesluit", een_van(r"mandaat(?:besluit|regeling|register)", r"mandaterings?besluit", r"besluit mandaat", r"ondermandaat")),
    ("reglement", een_van(r"^\s*reglement\b", r"reglement van orde", r"\w+reglement\b", regels=True)),
    (
        "aanwijzingsbesluit",
        een_van(r"aanwijzingsbesluit", r"^\s*lijst van\b", r"arbeidsvoorwaardenregeling", r"car.?uwo", r"instellingsbesluit", regels=True),
    ),
    (
        "overeenkomst",
        een_van(
            r"^\s*(?:convenant|(?:samenwerkings|dienstverlenings|arbeids|subsidie)?overeenkomst)\b",
            r"de ondergetekenden",
            regels=True,
        ),
    ),
    (
        "beschikking",
        een_van(r"^\s*(?:beschikking|beslissing op bezwaar|toekenningsbesluit)\b", r"uw aanvraag (?:van|om|voor)", regels=True),
    ),
    ("memo", een_van(r"^\s*(?:(?:intern )?memo(?:randum)?|notitie|oplegnotitie|e-?mail|mailbericht)\b", regels=True)),
    (
        "nota",
        een_van(
            r"^\s*(?:\w*nota|beleids(?:plan|kader|notitie)|\w*beleidsplan|\w*visie|startnotitie|rapport|evaluatie|onderzoeks?rapport)\b",
            r"^\s*(?:plan van aanpak|uitvoeringsplan|jaarplan|begroting|jaarverslag|factsheet|handreiking|handleiding|werkinstructie)\b",
            r"^\s*(?:werkproces|persbericht|folder|nieuwsbrief|overzicht wijzigingen)\b",
            regels=True,
        ),
    ),
)
# "Verordening bouwvergunningen" is a verordening all the same.
_AARD_IN_TITEL = frozenset({"vergunning", "bekendmaking", "beschikking", "uitspraak", "besluitenlijst", "reglement"})
_AARD_IN_KOP = frozenset(
    {"uitspraak", "rijksregeling", "provinciaal stuk", "gemeenschappelijke regeling", "besluitenlijst", "nota", "memo"}
)
_AARD_METADATA: tuple[tuple[tuple[str, ...], str], ...] = (
    (("uitspraak", "conclusie", "arrest", "rechtspraak"), "uitspraak"),
    (("vergunning", "melding"), "vergunning"),
    (("zakelijke", "bekendmaking", "kennisgeving", "mededeling"), "bekendmaking"),
    (("wet", "amvb", "ministeri", "staatsblad", "staatscourant", "kb", "rijks"), "rijksregeling"),
    (("gemeenschappelijke", "bladgemeenschappelijkeregeling"), "gemeenschappelijke regeling"),
    (("provincia",), "provinciaal stuk"),
)
_SOORT_METADATA: tuple[tuple[str, Soort], ...] = (
    ("wijzig", Soort.WIJZIGINGSVERORDENING),
    ("verordening", Soort.VERORDENING),
    ("beleidsregel", Soort.BELEIDSREGELS),
    ("nadere regel", Soort.NADERE_REGELS),
)

_VOORSTEL = een_van(
    r"\braads?voorstel\b",
    r"\bvoorstel aan (?:de |uw )?(?:gemeente)?raad\b",
    r"\bcommissievoorstel\b",
    r"\braadsvoordracht\b",
    r"\bvoordracht voor de raad",
    r"\binitiatiefvoorstel\b",
    r"\bgevraagde? (?:raads)?(?:beslissing|besluit)\b",
    r"\bde raad wordt (?:gevraagd|voorgesteld|verzocht)\b",
)
_VOORSTEL_ZWAK = een_van(
    r"beslispunt(?:en)?",
    r"geadviseerde beslissing",
    r"voorgestelde? (?:raads)?besl\w+",
    r"stelt? (?:de raad |u |uw raad )?voor\s*:",
    r"u wordt voorgesteld",
    r"wij stellen (?:u|uw raad|de raad) voor",
)
_COLLEGE_STELT_VOOR = een_van(r"college van (?:burgemeester|b).{0,30}stelt voor")
_GELEZEN_VOORSTEL = een_van(r"(?:gelezen|gezien|gelet op|kennisgenomen van)\s[^\n]{0,120}voorstel")
_BRIEF = een_van(
    r"raadsinformatie(?:brief|nota)?\b",
    r"\braadsbrief\b",
    r"\binformatiebrief\b",
    r"\bRIB\b",
    r"brief aan de (?:gemeente)?raad",
    r"collegebrief",
    r"collegebericht",
    r"raadsmededeling",
)
_BEGROETING = een_van(
    r"(?:geachte?|beste)\s+(?:(?:leden|dames|heer|heren|voorzitter|raad|commissie|fractie|gemeenteraad|raads)\b|\w*raads(?:lid|leden)|\w+leden)",
    r"\bmijne dames en heren\b",
)
_AAN_RAAD = een_van(
    r"\baan\s+(?:de\s+)?(?:leden\s+van\s+)?(?:de\s+)?(?:gemeente)?raad\b",
    r"de\s+leden\s+van\s+de\s+(?:gemeente)?raad",
)
_NOEMT_RAAD = een_van(r"raad|statenleden|provinciale staten|dames en heren")
_RAADSBESLUIT = een_van(r"\braadsbesluit")
_BESLUIT = een_van(r"\s*(?:\w+\s+)?besluit\b")
PUBLICATIE = een_van(
    r"geldend van",
    r"gemeenteblad van",
    r"officiële uitgave van",
    r"ziet u een fout in deze regeling",
    r"datum publicatie",
    r"permanente link",
    r"wetstechnische informatie",
    r"gmb-\d{4}",
)

_WIJZIGING = een_van(
    r"wijzigingsverordening",
    r"verordening\s+(?:tot|houdende)\s+(?:\w+\s+){0,3}wijziging",
    r"wijziging\s+(?:van\s+)?(?:de\s+|het\s+)?[\w-]*(?:verordening|beleidsregel)",
    r"(?:eerste|tweede|derde|vierde|\d+e)\s+wijziging\b",
    r"tot\s+wijziging\s+van",
)
_VERORDENING = een_van(r"verordening\b", r"\bASV\b", r"\bAPV\b")
_BELEIDSREGEL = een_van(r"beleidsregels?\b", r"beleidslijn")
_NADERE = een_van(r"nadere\s+rege", r"uitvoeringsbesluit", r"uitvoeringsregel", r"besluit\s+nadere", r"nadere\s+voorschriften")
_VRIJE_VORM = een_van(r"\s*(?:beleidsregels?|nadere\s+regels)\b")  # these may do without aanhef and articles
_ARTIKEL_BINNEN = re.compile(r"\bArtikel\s+1(?:\.1)?[.:]?\s+[A-Z]")
# A decision of the college to adopt what lies beside it is not that text itself.
_STELT_BIJLAGE_VAST = re.compile(
    r"\b(?:bijgevoegde|bijgaande|bijbehorende|aangehechte)\s+(?:[\w-]+\s+){0,3}?(?:beleidsregels?|nadere regels)\b", re.IGNORECASE
)
_TOELICHTING = een_van(r"^\s*(?:nota\s+van\s+|algemene\s+|artikelsgewijze\s+|memorie\s+van\s+)?toelichting\b")


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
    beleidsgrondslag: bool = False  # it rests on the power to set beleidsregels (Awb 4:81)
    voorstel_ervoor: bool = False  # a proposal or letter stands above the regulation


def is_brief_of_voorstel(kop: str) -> bool:
    """Whether the first lines say that this is a letter or a proposal."""
    return bool(_VOORSTEL.search(_zonder_gelezen(kop)) or _BRIEF.search(kop) or _BEGROETING.search(kop))


def noemt_regeling(titel: str) -> bool:
    """Whether a title names a verordening, beleidsregel or nadere regels."""
    return any(patroon.search(titel) for patroon in (_VERORDENING, _BELEIDSREGEL, _NADERE))


def bepaal_soort(beeld: Beeld, metadata: Metadata) -> tuple[Soort, str | None]:
    """Kind of the document, and for ``anders`` what it looks like."""
    if (aard := aard_volgens_metadata(metadata)) is not None:
        return Soort.ANDERS, aard
    if (soort := _brief_of_voorstel(beeld)) is not None:
        return soort, None
    if _TOELICHTING.match(beeld.opschrift or beeld.kop) and not beeld.heeft_aanhef:
        return Soort.TOELICHTING, None
    benoemd = _VERORDENING.search(beeld.opschrift) or _BELEIDSREGEL.search(beeld.opschrift)
    titelaard = _aard(beeld.opschrift) or (None if benoemd else _aard(beeld.besluit))
    soort = _regeling_of_besluit(beeld, metadata, titelaard)
    if soort is not None:
        return soort, None
    return Soort.ANDERS, titelaard or _aard(beeld.kop) or (
        "collegebesluit" if beeld.orgaan is Orgaan.COLLEGE and beeld.heeft_aanhef else None
    )


def _regeling_of_besluit(beeld: Beeld, metadata: Metadata, titelaard: str | None) -> Soort | None:
    eigen_regels = titelaard is None and not _NADERE.search(beeld.opschrift) and not _stelt_ander_vast(beeld)
    if beeld.beleidsgrondslag and beeld.orgaan is Orgaan.COLLEGE and eigen_regels:
        return Soort.BELEIDSREGELS  # whatever it is called
    regeling = _regeling(beeld)
    if regeling is not None and (titelaard is None or titelaard in _AARD_IN_TITEL):
        kopaard = _aard(beeld.kop) if beeld.orgaan is None else None
        if kopaard not in _AARD_IN_KOP or PUBLICATIE.search(beeld.kop):
            return regeling
    volgens_metadata = next((soort for woord, soort in _SOORT_METADATA if woord in (metadata.soort or "").lower()), None)
    if titelaard is None and volgens_metadata is not None:
        return volgens_metadata
    besluit = beeld.orgaan is Orgaan.RAAD and titelaard is None
    return Soort.RAADSBESLUIT if beeld.heeft_aanhef and (besluit or _RAADSBESLUIT.search(beeld.kop)) else None


def _brief_of_voorstel(beeld: Beeld) -> Soort | None:
    kop = beeld.kop
    if _BRIEF.search(beeld.opschrift) or _BRIEF.fullmatch(kop.lstrip().partition("\n")[0].strip(" .:")):
        return Soort.RAADSINFORMATIEBRIEF
    regeling_zelf = beeld.heeft_aanhef and beeld.artikelen >= 2 and not (beeld.voorstel_ervoor or _VOORSTEL.search(beeld.opschrift))
    begroeting = _BEGROETING.search(kop)
    aan_raad = begroeting or _AAN_RAAD.search(kop) or _COLLEGE_STELT_VOOR.search(kop)
    if (_VOORSTEL.search(_zonder_gelezen(kop)) and not regeling_zelf) or (_VOORSTEL_ZWAK.search(kop) and aan_raad):
        return Soort.RAADSVOORSTEL
    if _BRIEF.search(kop) or (begroeting and (_AAN_RAAD.search(kop) or _NOEMT_RAAD.search(kop))):
        return None if regeling_zelf else Soort.RAADSINFORMATIEBRIEF
    return None


def _zonder_gelezen(kop: str) -> str:
    """The first lines without "gelezen het raadsvoorstel …" of an aanhef."""
    return _GELEZEN_VOORSTEL.sub("", kop)


def _aard(tekst: str) -> str | None:
    return next((aard for aard, patroon in _ANDERS if patroon.search(tekst)), None)


def aard_volgens_metadata(metadata: Metadata) -> str | None:
    """What the format says of a publication that is no municipal regulation (notice, ruling, law)."""
    soort = (metadata.soort or "").lower()
    for woorden, aard in _AARD_METADATA if soort else ():
        if any(soort.startswith(woord) or (len(woord) > 5 and woord in soort) for woord in woorden):
            return aard
    return None


def _stelt_ander_vast(beeld: Beeld) -> bool:
    """Whether it is a decision to adopt what lies beside it, without a regulation in it."""
    zonder_regeling = not _aantal_artikelen(beeld) and not noemt_regeling(beeld.opschrift)
    return zonder_regeling and _STELT_BIJLAGE_VAST.search(beeld.besluit) is not None


def _aantal_artikelen(beeld: Beeld) -> int:
    return beeld.artikelen or len(_ARTIKEL_BINNEN.findall(beeld.kop))


def _regeling(beeld: Beeld) -> Soort | None:
    """Kind by the title and by who decides; None when the title names no regulation."""
    titel = beeld.opschrift if noemt_regeling(beeld.opschrift) else f"{beeld.opschrift} {beeld.besluit}"
    artikelen = _aantal_artikelen(beeld)
    gevormd = beeld.heeft_aanhef or artikelen or beeld.bekendgemaakt or PUBLICATIE.search(beeld.kop)
    if _stelt_ander_vast(beeld) or (not gevormd and not _VRIJE_VORM.match(beeld.opschrift)):
        return None
    over_nadere_regels = beeld.orgaan is Orgaan.RAAD and not _NADERE.search(beeld.opschrift)  # the raad only speaks of them
    if _NADERE.search(titel) and not _BELEIDSREGEL.search(titel) and not over_nadere_regels:
        return Soort.NADERE_REGELS
    if _BELEIDSREGEL.search(beeld.opschrift if beeld.orgaan is Orgaan.RAAD else titel) and (
        beeld.orgaan is not Orgaan.RAAD or not _VERORDENING.search(beeld.opschrift)
    ):
        return Soort.BELEIDSREGELS
    wijzigt = bool(_WIJZIGING.search(titel)) or (beeld.opdrachten >= 2 and beeld.opdrachten >= beeld.artikelen - 2)
    if wijzigt and beeld.opdrachten and (_VERORDENING.search(titel) or beeld.orgaan is Orgaan.RAAD):
        return Soort.WIJZIGINGSVERORDENING
    if not _VERORDENING.search(titel):
        return None
    zonder_regels = artikelen == 0 and beeld.opdrachten == 0 and beeld.heeft_aanhef and beeld.orgaan is Orgaan.RAAD
    heet_besluit = _RAADSBESLUIT.search(beeld.kop) or (_BESLUIT.match(beeld.opschrift) and not noemt_regeling(beeld.opschrift))
    return None if zonder_regels and heet_besluit and not PUBLICATIE.search(beeld.kop) else Soort.VERORDENING
