"""What a griffie looks at first: places left to fill in, open comments, tracked changes, styles for publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import re2

from verordening_tool.checking.onderzoek.citeren import citeer
from verordening_tool.checking.oordeel import Plaats, Uitkomst
from verordening_tool.checking.zaak import Bevinding, Zaak
from verordening_tool.document.blok import Blok, Deel, Revisie
from verordening_tool.document.regeling import Regeling, Soort, Stadium
from verordening_tool.language.begrippen import Span
from verordening_tool.norms.schema import Check

_MAAND = r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_LEEG = r"(?:…+|\.{2,}|_{2,})"
_WAT = (
    r"(?:datum|dag|maand|jaar|naam|namen|nummer|nr|bedrag|aantal|gemeente\w*|plaats\w*|in\s?vullen|vul\s+in|kenmerk|titel|citeertitel|functie"
    r"|adviesraad|cli[ëe]ntenraad|adviesorgaan|artikelnummer|tekst|pm|ntb|n\.t\.b\.|(?:nog\s+)?aan\s?(?:te\s+)?vullen|in\s?(?:te\s+)?voegen)"
)
_INVULPLEK = re.compile(
    rf"(?P<haken>\[(?:\s*(?:{_LEEG}|[xX]{{2,}})\s*|[^\]\n]{{0,25}}\b{_WAT}\b[^\]\n]{{0,40}}"
    r"|(?!VERVALLEN|GERESERVEERD)(?:[A-Z]{6,}|[A-Z]+ [A-Z]+)(?: [A-Z]+)*)\]"
    rf"|<\s*{_WAT}\b[^>\n]{{0,40}}>"
    r"|\{\{[^}\n]{1,60}\}\}|«\w*(?:_\w|naam|datum|nummer|gemeente)\w*»)"
    r"|(?P<jaar>\b(?:19|20)(?:\.\.(?!\.)|…|__|\?\?|[xX]{2})(?!\w))"
    r"|(?P<kruisjes>(?<![\w@./-])[xX]{2,}(?![\w@]))"
    r"|(?P<pm>(?<![\w.])(?<!\d )PM(?!\w|\.\w|\s?\d|-|\s+[A-Z][a-z]))"
    rf"|(?P<puntjes>(?:\bd\.d\.|\bdd\.?|\bdatum:?|\bnummer:?|\bnr\.?|\bkenmerk:?|\bartikel|€)\s*{_LEEG}(?=[\s,;.)]|$)"
    rf"|\b(?:van|op|per|de)\s+{_LEEG}\s*(?={_MAAND}|20\d\d|$)|{_LEEG}\s+{_MAAND}\s+20\d\d)"
    r"|(?P<volgnummer>\b\d{2,4}[/-]_{2,})"
    r"|(?P<lijn>\.{5,}|…{2,}|_{4,})"
    r"|(?P<woord>\bNOG\s+(?:TE\s+)?(?:DOEN|INVULLEN|AANVULLEN)\b|\b[Ll]orem\s+ipsum\b|\b(?:TODO|TBD|NTB|N\.T\.B\.|n\.t\.b\.)(?!\w)|\b(?:[Nn]og\s+in\s+te|[Hh]ier|[Dd]atum|[Nn]aam)\s+(?:in\s?)?vullen\b"
    r"|\b[Tt]ekst\s+volgt\b|\b[Kk]lik\s+(?:of\s+tik\s+)?(?:hier\s+)?(?:om|als\s+u)\b[^.\n]{0,30}\binvoeren|\b[Kk]lik\s+(?:of\s+tik\s+)?(?:hier\s+)?om\b"
    r"[^.\n]{0,30}\bin\s+te\s+voeren|\bKies\s+een\s+item\b|\bTyp\s+hier\b|\?{2,})"
)
_WEGLATING = re.compile(r"\[\s*(?:…|\.{2,})\s*\]")
_TOEGEVOEGD = re.compile(r"\[(?:van|in|op|aan|door|bij|voor)\s")  # a word put into a quotation
_ROMEINS = re.compile(r"\b(?:hoofdstuk|titel|afdeling|deel|boek|bijlage)\s+$", re.IGNORECASE)
# One of these stands in every place to fill in: most texts hold none, and need no closer look.
_TEKENS = (
    *("[", "<", "{{", "«", "..", "…", "__", "??", "xx", "XX", "Xx", "xX", "PM", "ipsum", "TODO", "TBD", "NTB", "N.T.B", "n.t.b", "NOG "),
    *("vullen", "ekst volgt", "klik", "Klik", "Kies een", "yp hier"),
)
_PAGINANUMMER = re.compile(r"[.…]{3,}\s*\d+\s*$")
_STREEP = re.compile(r"[\s._…-]*")  # a line across the page
_EEN_TEKEN = re2.compile("|".join(map(re2.escape, _TEKENS)).encode())  # all at once: that is ten times as fast
_FORMULIER = frozenset({Deel.BIJLAGE, Deel.SLOT})  # dotted lines there are for someone to write or sign on
_BRIEVEN = frozenset({Soort.RAADSVOORSTEL, Soort.RAADSINFORMATIEBRIEF})
_MEESTE_PLAATSEN = 25
_PUBLICATIE = re.compile(r"(?:OP|DRP)_")
_AL_BEKENDGEMAAKT = Bevinding(Uitkomst.NVT, "Het stuk is al bekendgemaakt.")
_KORT = 160  # characters of a comment that are shown


def invulplekken(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether places were left to fill in."""
    regeling = zaak.context.laag.regeling
    if regeling.stadium is Stadium.BEKENDGEMAAKT:
        return _AL_BEKENDGEMAAKT
    plaatsen = tuple(dict.fromkeys(_invulplekken(regeling)))[:_MEESTE_PLAATSEN]
    if not plaatsen:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar plekken die nog moeten worden ingevuld; niet gevonden.")
    aantal = "Er is nog een plek" if len(plaatsen) == 1 else f"Er zijn nog {len(plaatsen)} plekken"
    return Bevinding(Uitkomst.STRIJDIG, f"{aantal} in te vullen.", plaatsen)


def _invulplekken(regeling: Regeling) -> Iterator[Plaats]:
    geheel = "\n".join(blok.tekst for blok in regeling.blokken)
    tekens = [teken for teken in _TEKENS if teken in geheel] if _EEN_TEKEN.search(geheel.encode("utf-8", "replace")) else []
    romeins = "XIX" in geheel
    for blok in regeling.blokken if tekens else ():
        if not any(teken in blok.tekst for teken in tekens):
            continue
        for treffer in _INVULPLEK.finditer(blok.tekst):
            if not _hoort_er(regeling, blok, treffer, romeins=romeins):
                bericht = f"Vul “{' '.join(treffer.group().split())[:40]}” in."
                yield citeer(regeling, blok.alinea, bericht, Span(*treffer.span()))


def _hoort_er(regeling: Regeling, blok: Blok, treffer: re.Match[str], *, romeins: bool) -> bool:
    """Whether what looks like a place to fill in belongs there: a Roman number, pro memorie in a budget, a line to sign on."""
    if blok.verborgen or blok.deel is Deel.INHOUDSOPGAVE:
        return True
    match treffer.lastgroup:
        case "haken":  # "[…]" in a letter is what was left out of a quotation, "[van de gemeente]" what was put into it
            aanhaling = _WEGLATING.fullmatch(treffer.group()) or _TOEGEVOEGD.match(treffer.group())
            return regeling.soort in _BRIEVEN and aanhaling is not None
        case "kruisjes":
            return treffer.group().isupper() and (romeins or _ROMEINS.search(blok.tekst, 0, treffer.start()) is not None)
        case "pm":
            return regeling.soort in _BRIEVEN and (blok.cel is not None or "memorie" in blok.tekst.lower())
        case "lijn":
            formulier = blok.deel in _FORMULIER or blok.cel is not None
            return formulier or _STREEP.fullmatch(blok.tekst) is not None or _PAGINANUMMER.search(blok.tekst) is not None
    return False


def opmerkingen(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether people's comments are still open."""
    regeling = zaak.context.laag.regeling
    if regeling.stadium is Stadium.BEKENDGEMAAKT:
        return _AL_BEKENDGEMAAKT
    plaatsen = []
    for opmerking in regeling.feiten.opmerkingen:
        if opmerking.opgelost:
            continue
        wie = f"{opmerking.auteur}: " if opmerking.auteur else ""
        bericht = f"{wie}“{' '.join(opmerking.tekst.split())[:_KORT]}”"
        if opmerking.alinea is not None and opmerking.alinea < len(regeling.blokken):
            plaatsen.append(citeer(regeling, opmerking.alinea, bericht))
        else:
            plaatsen.append(Plaats(Deel.METADATA, opmerking.tekst, bericht=bericht))
    if not plaatsen:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar open opmerkingen; niet gevonden.")
    aantal = "Er staat nog een opmerking" if len(plaatsen) == 1 else f"Er staan nog {len(plaatsen)} opmerkingen"
    return Bevinding(Uitkomst.STRIJDIG, f"{aantal} open in de kantlijn.", tuple(plaatsen))


def revisies(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether tracked changes were neither accepted nor rejected."""
    regeling = zaak.context.laag.regeling
    if regeling.stadium is Stadium.BEKENDGEMAAKT:
        return _AL_BEKENDGEMAAKT
    doorgehaald = tuple(plaats for blok in regeling.blokken for plaats in _doorgehaald(regeling, blok))[:_MEESTE_PLAATSEN]
    if doorgehaald and not regeling.feiten.heeft_revisies:
        return Bevinding(Uitkomst.STRIJDIG, "Er staan doorgehaalde woorden in. Die zijn gelezen alsof ze blijven staan.", doorgehaald)
    if not regeling.feiten.heeft_revisies:
        return Bevinding(Uitkomst.VOLDOET, "Gezocht naar wijzigingen die nog niet zijn verwerkt; niet gevonden.")
    plaatsen = (*tuple(plaats for blok in regeling.blokken for plaats in _gewijzigd(regeling, blok))[:_MEESTE_PLAATSEN], *doorgehaald)
    bericht = (
        "Er staan wijzigingen in die niet zijn geaccepteerd of geweigerd. Beoordeeld is de tekst zoals hij wordt als alles is geaccepteerd."
    )
    return Bevinding(Uitkomst.STRIJDIG, bericht, plaatsen or (citeer(regeling, 0, "Het gaat om verwijderde tekst of opmaak."),))


def _doorgehaald(regeling: Regeling, blok: Blok) -> Iterator[Plaats]:
    """The stretches of a blok that were struck out by hand."""
    plek = 0
    for woorden in blok.doorgehaald:
        start = blok.tekst.find(woorden, plek)
        if start >= 0:  # the number of an article that was struck as well is no longer in the text
            plek = start + len(woorden)
            yield citeer(regeling, blok.alinea, "Doorgehaald, maar niet verwijderd.", Span(start, plek))


def _gewijzigd(regeling: Regeling, blok: Blok) -> Iterator[Plaats]:
    """The stretches of a blok that were put in or taken out, neighbours together."""
    open_: Span | None = None
    for run in blok.runs:
        if run.revisie is Revisie.GEEN or not blok.tekst[run.start : run.eind].strip():
            continue
        if open_ is not None and run.start <= open_.eind:
            open_ = Span(open_.start, run.eind)
            continue
        if open_ is not None:
            yield citeer(regeling, blok.alinea, "Nog niet verwerkte wijziging.", open_)
        open_ = Span(run.start, run.eind)
    if open_ is not None:
        yield citeer(regeling, blok.alinea, "Nog niet verwerkte wijziging.", open_)


def publicatiestijlen(check: Check, zaak: Zaak, dag: date) -> Bevinding:  # noqa: ARG001 - the shape of every onderzoek
    """Whether a text in the styles for official publications has them on every article heading."""
    regeling = zaak.context.laag.regeling
    nummers = {artikel.kop.nr for artikel in regeling.artikelen if artikel.kop is not None}
    koppen = [blok for blok in regeling.blokken if blok.alinea in nummers]
    zonder = [blok for blok in koppen if not _PUBLICATIE.match(blok.stijl or "")]
    if len(zonder) == len(koppen):
        return Bevinding(Uitkomst.NVT, "Het stuk gebruikt geen stijlen voor officiële publicaties.")
    if not zonder:
        return Bevinding(Uitkomst.VOLDOET, "Elke kop van een artikel heeft een stijl voor officiële publicaties.")
    plaatsen = tuple(citeer(regeling, blok.alinea, f"Stijl “{blok.stijl or 'geen'}”.") for blok in zonder)
    return Bevinding(Uitkomst.STRIJDIG, "Niet elke kop van een artikel heeft een stijl voor officiële publicaties.", plaatsen)
