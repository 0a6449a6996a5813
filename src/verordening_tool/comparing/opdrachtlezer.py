"""Reads a wijzigingsopdracht: what it does, to which place, with which text (Aanwijzingen voor de regelgeving 6.1–6.14).

The words that say what is done are taken out of the sentence; what is left must be places, to the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verordening_tool.comparing.adres import LETTER, NUMMER, RANG, OnbegrepenError, diepte, lees_plaats, nummers, rij
from verordening_tool.comparing.opdracht import Handeling, Opdracht, Ruil, Slotteken
from verordening_tool.document.regeling import Wijziging
from verordening_tool.references.model import Doel
from verordening_tool.structure.wijzigingen import CITAAT, KADER, LABEL


@dataclass(slots=True)
class _Zin:
    """The sentence while it is read; each quoted text in it is a number (⟨0⟩)."""

    tekst: str
    citaten: list[str]

    @classmethod
    def van(cls, wijziging: Wijziging) -> _Zin:
        citaten: list[str] = []

        def genummerd(treffer: re.Match[str]) -> str:
            citaten.append(next(groep for groep in treffer.groups() if groep is not None))
            return f"⟨{len(citaten) - 1}⟩"

        heel = " ".join(alinea.tekst for alinea in wijziging.opdracht)
        return cls(CITAAT.sub(genummerd, LABEL.sub("", heel)).strip(), citaten)

    def neem(self, patroon: re.Pattern[str]) -> re.Match[str] | None:
        """Take the clause out of the sentence, if it is there."""
        treffer = patroon.search(self.tekst)
        if treffer is not None:
            self.tekst = f"{self.tekst[: treffer.start()]} {self.tekst[treffer.end() :]}"
        return treffer


_BUITEN_ARTIKELEN = re.compile(r"\b(?:toelichting|bijlagen?)\b", re.IGNORECASE)
_VAN_REGELING = re.compile(  # as far as no word of a place follows
    r"\b(?:van|in|aan)\s+(?:de|het|deze|dit)\s+(?:[\w-]*(?:verordening(?:en)?|regeling|beleidsregels?)|besluit)\b"
    r"(?:(?!\b(?:lid|leden|onder|onderde(?:el|len)|aanhef|\w*zin|artikel|bijlage|toelichting|hoofdstuk|paragraaf)\b)[^,|])*",
    re.IGNORECASE,
)
_GETELD = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10}
_NUMMERS = (
    rf"(?:(?:(?:het|de|en|tot\s+en\s+met|t/m|art(?:ikel(?:en)?|\.)|lid|leden|onderde(?:el|len))\b|{RANG}|{NUMMER}|{LETTER})"
    r"(?:\s*,\s*|\s+|(?=[.;:]|$)))+"
)
_VERNUMMERING = re.compile(
    rf",?\s*\b(?:onder\s+)?ver(?:nummering|lettering)\s+van\s+(?P<van>.+?)\s+(?:tot|in)\s+(?!en\s+met)(?P<tot>{_NUMMERS})", re.IGNORECASE
)
_VERNUMMERD = re.compile(
    r"(?P<van>.+?)\s+(?:wordt|worden)\s+(?P<wat>(?:(?!\b(?:wordt|worden)\b).)+?\s+)?(?:vernummerd|verletterd)\s+(?:tot|in)\s+(?!en\s+met)(?P<tot>.+?)\s*[.;]?\s*$",
    re.IGNORECASE,
)
_SOORTWOORD = re.compile(r"\b(?:het|de|nieuwe?|art(?:ikel(?:en)?|\.)|lid|leden|onderde(?:el|len))(?!\w)", re.IGNORECASE)
_LETTERS = re.compile(rij(r"[a-z]°?(?!\w)"), re.IGNORECASE)
_RANGEN = re.compile(rij(RANG), re.IGNORECASE)
_LIDWOORD = re.compile(r"^(?:het|de)\s+", re.IGNORECASE)
_IS_NUMMER = re.compile(f"{NUMMER}|{LETTER}", re.IGNORECASE)
_TEKENS = {"punt": ".", "puntkomma": ";", "komma": ",", "dubbele punt": ":"}
_TEKEN = r"(?:(?:een|de)\s+)?(?P<{}>punt(?:komma)?|komma|dubbele\s+punt)"
_SLOT_VAN = r"(?:\s+aan\s+het\s+(?:slot|einde?)\s+van\s+(?P<{}>[^,]+?))?"
_SLOTTEKEN = re.compile(
    rf",?\s*\bonder\s+vervanging\s+van\s+{_TEKEN.format('oud')}{_SLOT_VAN.format('daar')}\s+(?:door|in)\s+{_TEKEN.format('nieuw')}"
    rf"{_SLOT_VAN.format('hier')}(?=,|\s+(?:wordt|worden|een)\b|[.;]?\s*$),?",
    re.IGNORECASE,
)
_AANDUIDING_WEG = re.compile(
    r"(?P<ook>,?\s*(?:alsmede|evenals|en)(?:\s+vervalt)?\s+)?\bde\s+aanduiding\s+⟨(?P<nr>\d+)⟩"
    rf"\s+(?:v[oó][oó]r|van)\s+(?P<plaats>het\s+{RANG}\s+lid)",
    re.IGNORECASE,
)
_AANDUIDING_ERBIJ = re.compile(
    rf"\bv[oó][oó]r\s+de\s+tekst\s+(?P<waar>van\s+artikel\s+{NUMMER}\s+)?(?:wordt\s+)?de\s+aanduiding\s+⟨(?P<nr>\d+)⟩\s+geplaatst"
    r"\s*,?\s*(?:en\b)?",
    re.IGNORECASE,
)
_WOORDEN = (
    r"(?:(?:de|het)\s+(?:woord(?:en)?|zinsnede|zinsdeel|tekst|bedrag|getal|datum|percentage|aantal|titel|term|naam|passage"
    r"|functie(?:naam)?)\s+)?"
)
_RUIL = re.compile(
    rf"(?:⟨(?P<zoek>\d+)⟩\s+(?:(?:wordt|worden)\s+)?(?:telkens\s+)?(?:(?:vervangen\s+)?door|gewijzigd\s+in)\s*:?\s*{_WOORDEN}"
    r"⟨(?P<door>\d+)⟩(?:\s+vervangen)?"
    rf"|(?P<waar>na|v[oó][oó]r)\s+{_WOORDEN}⟨(?P<bij>\d+)⟩\s+(?:telkens\s+)?{_WOORDEN}(?:ingevoegd|toegevoegd)\s*:?\s*{_WOORDEN}⟨(?P<erbij>\d+)⟩"
    rf"|verval(?:t|len)\s+(?:telkens\s+)?{_WOORDEN}⟨(?P<weg>\d+)⟩"
    r"|⟨(?P<eruit>\d+)⟩\s+(?:(?:wordt|worden)\s+)?(?:telkens\s+)?(?:geschrapt|verwijderd|verval(?:t|len)))",
    re.IGNORECASE,
)
_OM_RUIL = re.compile(rf"\b(?:wordt|worden|telkens|tevens)\b|{_WOORDEN}$", re.IGNORECASE)
_TELKENS = re.compile(r"\btelkens\b", re.IGNORECASE)
_SLOT = re.compile(r"\s*[.;]?\s*")
_OPSCHRIFT = re.compile(
    r"^(?:in\s+)?het\s+opschrift\s+(?:van\s+(?P<waar>.+?)\s+)?(?:komt\s+te\s+luiden|wordt\s+vervangen\s+door|luidt\s+voortaan)\b.*",
    re.IGNORECASE,
)
_SOORT = r"(?P<soort>artikel|lid|leden|onderde(?:el|len))(?:en)?"
_NIEUW = (
    rf"(?:(?P<aantal>{'|'.join(_GETELD)}|\d{{1,2}})\s+|de\s+volgende\s+)?(?:nieuwe?\s+)?(?:{rij(RANG)}\s+)?"
    rf"{_SOORT}(?:\s+(?:{rij(NUMMER)}|{rij(LETTER)}))?"
)
_LUIDENDE = re.compile(
    r",?\s*(?:luidende|met\s+de\s+volgende\s+tekst|(?:dat|die)\s+(?:als\s+volgt\s+)?(?:kom(?:t|en)\s+te\s+luiden|luid(?:t|en)))"
    r"(?:\s+als\s+volgt)?\s*$",
    re.IGNORECASE,
)
_INGEVOEGD = re.compile(r"\b(?:ingevoegd|toegevoegd|geplaatst)\b", re.IGNORECASE)
_ERBIJ = re.compile(rf"\b{_NIEUW}\s*,?\s+{_INGEVOEGD.pattern}", re.IGNORECASE)
_LUIDT = re.compile(
    rf"\bte\s+(?:laten\s+)?luiden(?:\s+als\s+volgt)?\b|\bluid(?:t|en)(?:\s+voortaan|\s+als\s+volgt)+\b|\bvervangen\s+door\b(?:\s+{_NIEUW})?",
    re.IGNORECASE,
)
_VERVALT = re.compile(r"\b(?:te\s+)?verval(?:t|len)\b|\bgeschrapt\b|\bverwijderd\b", re.IGNORECASE)
_HULPWOORD = re.compile(r"\b(?:wordt|worden|komt|komen|er|als\s+volgt|in\s+(?:zijn|haar|hun)\s+geheel|te\s+wijzigen\s+en)\b", re.IGNORECASE)
_NA = re.compile(r"\b(?P<waar>na|v[oó][oó]r)\b", re.IGNORECASE)
_DUBBELE_PUNT = re.compile(r":(?!\d)")
KENT_NIET = "deze opdracht kent het programma niet"
_GEEN_ARTIKEL = "er is geen artikel te vinden waar de opdracht over gaat"
_GEEN_PLAATS = "de opdracht zegt niet waar de nieuwe tekst komt"
_PAST_NIET = "de nummers oud en nieuw passen niet bij elkaar"
_ANDERE_TEKST = "de nieuwe tekst past niet bij de opdracht"


def lees_opdracht(wijziging: Wijziging) -> Opdracht | str:
    """The opdracht in ``wijziging``, or why it is not carried out (a Dutch sentence)."""
    zin = _Zin.van(wijziging)
    if KADER.search(zin.tekst):
        return KENT_NIET if wijziging.tekst else Opdracht(Handeling.KADER, (), wijziging)
    try:
        opdracht = _lees(wijziging, zin)
    except OnbegrepenError as fout:
        woorden = str(fout).strip(" ,;.")
        return f"{KENT_NIET}: “{_met_citaten(woorden, zin)}”" if woorden and woorden != zin.tekst.strip(" ,;.") else KENT_NIET
    return opdracht if isinstance(opdracht, str) else _gekeurd(opdracht)


def _met_citaten(woorden: str, zin: _Zin) -> str:
    return re.sub(r"⟨(\d+)⟩", lambda treffer: f"‘{zin.citaten[int(treffer[1])]}’", woorden)


def _lees(wijziging: Wijziging, zin: _Zin) -> Opdracht | str:
    binnen = _kader(wijziging)
    if ruilen := tuple(_ruilen(zin, binnen)):
        return Opdracht(Handeling.WOORDEN, ruilen[0].doelen, wijziging, ruilen)
    if opschrift := _OPSCHRIFT.match(zin.tekst):
        return Opdracht(Handeling.OPSCHRIFT, lees_plaats(opschrift["waar"] or "", binnen) or (binnen,), wijziging)
    zin.tekst = _DUBBELE_PUNT.split(zin.tekst, maxsplit=1)[0]  # behind it stands the new text
    zin.neem(_LUIDENDE)
    if not re.search(r"\bonder\s+ver(?:nummering|lettering)\b", zin.tekst, re.IGNORECASE) and (los := _VERNUMMERD.match(zin.tekst)):
        paren = _paren(f"{los['van']} {los['wat'] or ''}", los["tot"], binnen)
        return Opdracht(Handeling.VERNUMMEREN, (), wijziging, vernummer=paren) if paren else _PAST_NIET
    return _op_plaats(wijziging, zin, binnen)


def _kader(wijziging: Wijziging) -> Doel:
    """The place that the opdracht above this one is about ("Artikel 8 wordt als volgt gewijzigd:"); nowhere when it is not understood."""
    if _BUITEN_ARTIKELEN.search(wijziging.kader or ""):
        raise OnbegrepenError(wijziging.kader)
    try:
        plaatsen = lees_plaats(_VAN_REGELING.sub("", wijziging.kader or ""))
    except OnbegrepenError:
        return Doel()
    return plaatsen[0] if len(plaatsen) == 1 else Doel()


def _op_plaats(wijziging: Wijziging, zin: _Zin, binnen: Doel) -> Opdracht | str:
    """An opdracht that sets, adds or takes away text at a place, with the new numbers that go with it."""
    vernummer, slotteken = zin.neem(_VERNUMMERING), zin.neem(_SLOTTEKEN)
    erbij = zin.neem(_AANDUIDING_ERBIJ)
    if erbij and erbij["waar"]:
        zin.tekst = f"{erbij['waar'].removeprefix('van ')} {zin.tekst}"
    weg = zin.neem(_AANDUIDING_WEG)
    handeling, doelen = _handeling_en_doelen(zin, binnen)
    hier = doelen[0] if doelen else binnen
    if weg and (weg["ook"] is None) is (diepte(hier) > 1):  # the number goes alone, or with something else
        raise OnbegrepenError("")
    if weg and handeling is not Handeling.VERVALLEN:
        raise OnbegrepenError("")
    if weg and not weg["ook"]:
        handeling = None
    if not hier.artikel or (handeling in {Handeling.VERVANGEN, Handeling.VERVALLEN} and not doelen):
        return _GEEN_PLAATS if handeling is Handeling.TOEVOEGEN else _GEEN_ARTIKEL
    paren = _paren(vernummer["van"], vernummer["tot"], hier) if vernummer else ()
    if vernummer and not paren:
        return _PAST_NIET
    aanduiding = [(Doel(artikel=hier.artikel), "", _nummer(zin, erbij))] if erbij else []
    if weg:
        aanduiding += [(doel, _nummer(zin, weg), "") for doel in lees_plaats(weg["plaats"], Doel(artikel=hier.artikel))]
    if handeling is None and not aanduiding:
        raise OnbegrepenError("")
    return Opdracht(
        handeling or Handeling.VERNUMMEREN,
        doelen or (hier,),
        wijziging,
        vernummer=paren,
        aanduiding=tuple(aanduiding),
        slotteken=_slotteken(slotteken, hier) if slotteken else None,
    )


def _nummer(zin: _Zin, treffer: re.Match[str]) -> str:
    return zin.citaten[int(treffer["nr"])].strip().rstrip(".)")


def _slotteken(treffer: re.Match[str], binnen: Doel) -> Slotteken:
    plaats = treffer["daar"] or treffer["hier"]
    doelen = lees_plaats(plaats, binnen) if plaats else ()
    oud, nieuw = (_TEKENS[" ".join(treffer[naam].lower().split())] for naam in ("oud", "nieuw"))
    return Slotteken(doelen[0] if doelen else None, oud, nieuw)


def _handeling_en_doelen(zin: _Zin, binnen: Doel) -> tuple[Handeling | None, tuple[Doel, ...]]:
    """What is done, and the places that the words around it name."""
    gevonden = [patroon for patroon in (_ERBIJ, _LUIDT, _VERVALT) if patroon.search(zin.tekst)]
    if len(gevonden) > 1 or (_ERBIJ not in gevonden and _INGEVOEGD.search(zin.tekst)):
        raise OnbegrepenError("")
    kaal = _HULPWOORD.sub("|", gevonden[0].sub("|", zin.tekst) if gevonden else zin.tekst)
    plekken = _NA.findall(kaal) if gevonden == [_ERBIJ] else []
    if len(plekken) > 1:
        raise OnbegrepenError(", ".join(plekken))
    stukken = (_NA.sub("|", kaal) if plekken else kaal).split("|")
    if gevonden == [_ERBIJ]:
        waar = {"": Handeling.TOEVOEGEN, "na": Handeling.INVOEGEN_NA}.get("".join(plekken).lower(), Handeling.INVOEGEN_VOOR)
        return waar, _doelen(stukken, binnen)
    handeling = {_LUIDT: Handeling.VERVANGEN, _VERVALT: Handeling.VERVALLEN}.get(gevonden[0]) if gevonden else None
    return handeling, _doelen(stukken, binnen)


def _doelen(stukken: list[str], binnen: Doel) -> tuple[Doel, ...]:
    """The places in the pieces of a sentence, each inside the one before it ("In artikel 7 … na het tweede lid …")."""
    doelen: tuple[Doel, ...] = ()
    for stuk in stukken:
        schoon = _VAN_REGELING.sub("", stuk)
        daar = tuple(plek for doel in doelen or (binnen,) for plek in lees_plaats(schoon, doel, alleen_dieper=bool(doelen)))
        doelen = daar or doelen
    return doelen if all(doel.artikel for doel in doelen) else ()


def _gekeurd(opdracht: Opdracht) -> Opdracht | str:
    """The opdracht, or why its places and its new text are not certain enough to carry it out."""
    doelen = opdracht.doelen
    if any(doel.aanhef for doel in doelen) and opdracht.handeling not in {Handeling.WOORDEN, Handeling.VERVANGEN}:
        return f"{KENT_NIET}: “aanhef”"
    if opdracht.handeling in {Handeling.TOEVOEGEN, Handeling.INVOEGEN_NA, Handeling.INVOEGEN_VOOR}:
        return _gekeurde_invoeging(opdracht)
    if opdracht.handeling is Handeling.VERVANGEN and (opdracht.vernummer or opdracht.aanduiding or opdracht.slotteken):
        return KENT_NIET
    if opdracht.slotteken and opdracht.slotteken.doel is None and opdracht.handeling is Handeling.VERVALLEN:
        return KENT_NIET
    if opdracht.handeling is Handeling.VERVANGEN and (len({diepte(doel) for doel in doelen}) > 1 or not _past_bij(doelen, opdracht)):
        return _ANDERE_TEKST
    return opdracht


def _gekeurde_invoeging(opdracht: Opdracht) -> Opdracht | str:
    """An opdracht that adds: one place, as deep as what is added, or above it when it is added at the end."""
    treffer = _ERBIJ.search(_Zin.van(opdracht.wijziging).tekst)
    assert treffer is not None  # noqa: S101 - its handeling comes from that word
    soort, diep = treffer["soort"].lower(), diepte(opdracht.doelen[-1])
    niveau = 1 if soort == "artikel" else 2 if soort in {"lid", "leden"} else 3
    past = diep < niveau if opdracht.handeling is Handeling.TOEVOEGEN else min(diep, 3) == niveau
    if len(opdracht.doelen) > 1 or not past:
        return KENT_NIET
    aantal = _GETELD.get((treffer["aantal"] or "").lower())
    gebracht = _gebracht(opdracht.wijziging)
    return opdracht if not any(gebracht) or _klopt(gebracht, niveau, aantal) else _ANDERE_TEKST


def _klopt(gebracht: tuple[int, int, int], niveau: int, aantal: int | None) -> bool:
    return (
        not any(getal for nr, getal in enumerate(gebracht, 1) if nr != niveau)
        and gebracht[niveau - 1] >= 1
        and aantal in {None, gebracht[niveau - 1]}
    )


def _gebracht(wijziging: Wijziging) -> tuple[int, int, int]:
    """How many articles, leden and onderdelen the opdracht brings; paragraphs without a number are one lid."""
    los = [lid for lid in wijziging.leden if lid.nummer is None and not lid.tekst and lid.onderdelen]
    leden = [lid for lid in wijziging.leden if lid not in los]
    return (
        len(wijziging.artikelen),
        sum(lid.nummer is not None for lid in leden) or min(len(leden), 1),
        sum(len(lid.onderdelen) for lid in los),
    )


def _past_bij(doelen: tuple[Doel, ...], opdracht: Opdracht) -> bool:
    """Whether the new text is of the kind that it replaces, with the same number when it is one."""
    gebracht = _gebracht(opdracht.wijziging)
    diep = diepte(doelen[0])
    if not any(gebracht):
        return True
    if diep == 1:
        return not gebracht[2] if gebracht[0] == 0 else not any(gebracht[1:])
    if doelen[0].aanhef:
        return gebracht == (0, 1, 0) and len(doelen) == 1
    genoemd = _LUIDT.search(_Zin.van(opdracht.wijziging).tekst)
    aantal = _GETELD.get((genoemd["aantal"] or "").lower()) if genoemd else None
    if not _klopt(gebracht, min(diep, 3), aantal or len(doelen)):
        return False
    nieuw = (
        [o.nummer for lid in opdracht.wijziging.leden for o in lid.onderdelen]
        if diep > 2
        else [lid.nummer for lid in opdracht.wijziging.leden]
    )
    oud = doelen[0].sub or doelen[0].onderdeel or doelen[0].lid or ""
    return len(doelen) > 1 or aantal is not None or nieuw[0] is None or nieuw[0].rstrip("°.)").lower() == oud.rstrip("°").lower()


def _paren(van: str, tot: str, binnen: Doel) -> tuple[tuple[Doel, str], ...]:
    """What gets which number; empty when there are not as many new numbers as old ones."""
    kaal = _LIDWOORD.sub("", van.strip())
    if _LETTERS.fullmatch(kaal):
        van = f"onderdelen {kaal}"
    elif _RANGEN.fullmatch(kaal):  # "van het tweede tot derde lid"
        van = f"{kaal} lid"
    oud = lees_plaats(van, binnen)
    nieuw = [nummer for nummer, _ in nummers(_SOORTWOORD.sub(" ", tot))]
    goed = all(_IS_NUMMER.fullmatch(nummer) for nummer in nieuw) and all(doel.artikel and not doel.aanhef for doel in oud)
    return tuple(zip(oud, nieuw, strict=True)) if oud and goed and len(oud) == len(nieuw) else ()


def _ruilen(zin: _Zin, binnen: Doel) -> Iterator[Ruil]:
    """The changes of words that the sentence consists of, each at the place named last; none when it holds other quoted text."""
    tekst = zin.tekst
    treffers = list(_RUIL.finditer(tekst))
    if not treffers or "⟨" in _RUIL.sub("", tekst) or not _SLOT.fullmatch(tekst, treffers[-1].end()):
        return
    doelen: tuple[Doel, ...] = (binnen,)
    vanaf = 0
    for treffer in treffers:
        plaats = _OM_RUIL.sub(" ", tekst[vanaf : treffer.start()])
        doelen = lees_plaats(_VAN_REGELING.sub("", plaats), doelen[-1]) or doelen
        if not all(doel.artikel for doel in doelen):
            raise OnbegrepenError(plaats)
        telkens = _TELKENS.search(tekst, vanaf, treffer.end()) is not None
        vanaf = treffer.end()
        woorden = {naam: zin.citaten[int(nr)] for naam, nr in treffer.groupdict().items() if nr is not None and naam != "waar"}
        yield Ruil(doelen, *_geruild(treffer["waar"], **woorden), telkens)


def _geruild(
    waar: str | None, zoek: str = "", door: str = "", bij: str = "", erbij: str = "", weg: str = "", eruit: str = ""
) -> tuple[str, str]:
    """The words to look for, and what comes in their place: other words, the same with words beside them, or nothing."""
    if waar is None:
        return zoek or weg or eruit, door
    if waar.lower() == "na":
        return bij, f"{bij}{'' if erbij[:1] in ',;.' else ' '}{erbij}"
    return bij, f"{erbij} {bij}"
