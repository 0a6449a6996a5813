"""What is a heading: the word (Artikel 5, Hoofdstuk 2, § 3), the format's own name, the style or the layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from verordening_tool.document.blok import Blok, Nummerbron, Rol
from verordening_tool.structure.nummers import rang_letter, romein
from verordening_tool.structure.regels import Kop, Kopsoort, Regel

_S = r"[\s\u00a0]"
# "artike1", "artikei": letters that a scan reads wrongly.
_WOORD_ARTIKEL = r"(?:a" + _S + r"?r" + _S + r"?t" + _S + r"?i" + _S + r"?k" + _S + r"?e" + _S + r"?[l1i]|art\.?)"
# 5, 1.2, 10 b, IV, and with the chapter before it: IV.2, B3
_PER_HOOFDSTUK = r"(?-i:[IVXLC]{1,7}[.:]\d{1,3}|[A-Z][.:]?\d{1,2})[a-z]?(?!\w)"
_ARTIKELNUMMER = (
    r"(?:" + _PER_HOOFDSTUK + r"|\d{1,3}(?:[.:]\d{1,3}){0,3}(?:(?-i:" + _S + r"?[a-z]{1,2}(?![a-z])))?"
    r"|[IVXLC]{1,7}[a-zA-Z]?(?![A-Za-z]))"
)
_ARTIKEL = re.compile(
    r"[\s\u00a0*_\"'“„‘«•·▪–\-]*(?P<woord>" + _WOORD_ARTIKEL + r")" + _S + r"*(?P<nummer>" + _ARTIKELNUMMER + r")"
    r"(?P<scheiding>" + _S + r"*[.:|–—\-]?(?:" + _S + r"+|$|(?-i:(?=[A-Z“‘\"(\[*]))))",
    re.IGNORECASE,
)
_KAAL_ARTIKEL = re.compile(r"[Aa]rtikel" + _S + r"+(?=[A-Z][a-z]+)")
_WOORDEN = {
    "hoofdstuk": Kopsoort.HOOFDSTUK,
    "paragraaf": Kopsoort.PARAGRAAF,
    "par.": Kopsoort.PARAGRAAF,
    "afdeling": Kopsoort.AFDELING,
    "titel": Kopsoort.TITEL,
    "deel": Kopsoort.DEEL,
    "§": Kopsoort.PARAGRAAF,
}
_TELWOORD = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_AFDELING = re.compile(
    r"[\s\u00a0*_\"'“„‘•·▪–\-]*(?P<woord>hoofdstuk|paragraaf|par\.|afdeling|titel|deel|§)" + _S + r"*"
    r"(?P<nummer>\d{1,3}(?:[.:]\d{1,3}){0,3}[a-z]?(?![a-z])|[IVXLC]{1,7}(?![A-Za-z])|[A-Z](?![A-Za-z])|(?:" + _TELWOORD + r")\b)"
    r"(?P<scheiding>" + _S + r"*[.:|–—\-]?(?:" + _S + r"+|$|(?-i:(?=[A-Z“‘\"(\[]))))",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"[\s\u00a0*_\"'“„‘«•·▪–\-]*(?:a|h|p|t|d|§)", re.IGNORECASE)
_RAND = " \t\n\u00a0*_\"'“„‘«|•·▪–—-"
_VERVOLG = re.compile(
    r"(?:van|en|tot|of|lid|leden|onder|onderdeel|eerste|tweede|derde|vierde|vijfde|zesde|zevende|is|zijn|wordt|worden|kan|aanhef|juncto|jo"
    r"|sub|bij|uit|in|e\.v|ev|vervalt|komt|luidt|t/m|als|niet|geldt|gelden|bedoeld|genoemd|voor|mits|na|heeft|blijft|regelt|bepaalt|biedt)\b",
    re.IGNORECASE,
)
_WET = re.compile(
    r"(?:(?:van )?(?:de |het )?(?:participatiewet|gemeentewet|algemene wet|awb|ioaw|ioaz|wmo|jeugdwet|wet |besluit |pw\b|wwb\b|zw\b|avg\b|"
    r"grondwet|regeling |invorderingswet|ziektewet|bekendmakingswet))",
    re.IGNORECASE,
)
_PERSOONSVORM = re.compile(
    r"\b(?:is|zijn|wordt|worden|kan|kunnen|heeft|hebben|biedt|stelt|verstaat|verstaan|treedt|treden|geldt|gelden|verstrekt|vervalt|mag|moet|"
    r"blijft|blijven|komt|komen|bepaalt|regelt|draagt|beslist|dient|bevat|ontvangt|krijgt|vindt|betreft|bedraagt|gaat|geeft|legt|neemt)\b"
)
_STIJL_ARTIKEL = re.compile(r"artikel.{0,3}(?:titel|kop|heading|nummer)|kop.{0,3}artikel|^artikel$|^op_?artikel$", re.IGNORECASE)
_STIJL_HOOFDSTUK = re.compile(r"(?P<soort>hoofdstuk|paragraaf|afdeling).{0,3}(?:titel|kop)?", re.IGNORECASE)
_GESTIPPELD = re.compile(r"(?P<nummer>\d{1,2}\.\d{1,2})\.?[\s\u00a0]+[A-Z]")
_NUMMERKOP = re.compile(r"(?P<nummer>\d{1,2})\.?[\s\u00a0]+[A-Z].{1,80}$")
_REGELING = re.compile(r"verordening\b|\bbeleidsregels?\b|\bnadere regels\b", re.IGNORECASE)
_GETELD = re.compile(
    r"(?P<nummer>\d{1,2}(?=\.|[\s\u00a0]+[A-Z])|(?:[IVX]{1,5}|[A-Z])(?=\.))\.?[\s\u00a0]+[A-Z‘'\"“][^.;:]{1,80}(?<![.;:, ])"
)
# By its first number how a row counts.
_TELLINGEN: dict[str, Callable[[str], int | None]] = {
    "1": lambda nummer: int(nummer) if nummer.isdigit() else None,
    "I": romein,
    "A": lambda nummer: rang_letter(nummer) if len(nummer) == 1 and nummer.isalpha() else None,
}
_RAAD = re.compile(r"^[\s\u00a0]*(?:de|het)?\s*(?:gemeente)?raad\b", re.IGNORECASE | re.MULTILINE)
_COLLEGE = re.compile(r"\bcollege\b|\bburgemeester en wethouders\b", re.IGNORECASE)
# what they set, in the title or by the power that it rests on (Awb 4:81), and who sets it, in the first lines
_REGELGEVERS = (
    (re.compile(r"verordening\b", re.IGNORECASE), _RAAD),
    (re.compile(r"\bbeleidsregels?\b|\b4:81\b", re.IGNORECASE), _COLLEGE),
)
_OPENING = 25  # lines in which a regulation names who sets it
_TITELREGELS = 8
_VEEL = 5  # headings that are only numbered: fewer may be points of a list
_MINSTENS = 3  # headings without a word that count on: fewer may be chance
_LAAG_KOP = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]?[\s\u00a0]+(?=\S)|\d{1,2}[.)](?=[A-Z])")


def herken(blok: Blok) -> Kop | None:
    """The heading that this paragraph is by its own words, its format or its style; None when it is none.

    Without a word or a named role a heading can only be told from its neighbours: see ``kies_koppen``.
    """
    sterk = blok.vet or blok.kopniveau is not None or blok.rol in {Rol.ARTIKEL, Rol.HOOFDSTUK, Rol.PARAGRAAF}
    if blok.stijl and not sterk:
        sterk = bool(_STIJL_ARTIKEL.search(blok.stijl) or _STIJL_HOOFDSTUK.match(blok.stijl.removeprefix("OP_").removeprefix("OP")))
    if blok.nummer is not None and blok.nummerbron is not Nummerbron.GETYPT:
        return _met_nummer(blok, sterk=sterk)
    if blok.rol is Rol.ARTIKEL:
        return _getypt_artikel(blok.tekst, sterk=True) or Kop(Kopsoort.ARTIKEL, None, sterk=True)
    if blok.rol in {Rol.HOOFDSTUK, Rol.PARAGRAAF}:
        soort = Kopsoort.HOOFDSTUK if blok.rol is Rol.HOOFDSTUK else Kopsoort.PARAGRAAF
        return _getypt_hoofdstuk(blok.tekst, sterk=True) or _kop_uit_stijl(blok, soort)
    if _BEGIN.match(blok.tekst) and (kop := _getypt_artikel(blok.tekst, sterk=sterk) or _getypt_hoofdstuk(blok.tekst, sterk=sterk)):
        return kop
    return _door_stijl(blok) if blok.stijl else None


def _met_nummer(blok: Blok, *, sterk: bool) -> Kop | None:
    """A number that Word computed or the format named."""
    nummer = blok.nummer or ""
    if (treffer := _ARTIKEL.match(nummer)) is not None:
        return Kop(Kopsoort.ARTIKEL, _schoon(treffer["nummer"]), 0, nummer, zin=_is_zin(blok.tekst), sterk=True)
    if (treffer := _AFDELING.match(nummer)) is not None:
        return Kop(_WOORDEN[treffer["woord"].lower()], _schoon(treffer["nummer"]), 0, nummer, sterk=True)
    kaal = nummer.strip().rstrip(".:)")
    if blok.rol is Rol.ARTIKEL or (blok.stijl and _STIJL_ARTIKEL.search(blok.stijl)):
        # a typed "Artikel 5" behind a stray automatic number wins
        return _getypt_artikel(blok.tekst, sterk=True) or Kop(Kopsoort.ARTIKEL, kaal or None, 0, nummer, sterk=True)
    if blok.rol in {Rol.HOOFDSTUK, Rol.PARAGRAAF}:
        return Kop(Kopsoort.HOOFDSTUK if blok.rol is Rol.HOOFDSTUK else Kopsoort.PARAGRAAF, kaal or None, 0, nummer, sterk=True)
    if sterk and _BEGIN.match(blok.tekst):
        return _getypt_artikel(blok.tekst, sterk=True) or _getypt_hoofdstuk(blok.tekst, sterk=True)
    return None


def _door_stijl(blok: Blok) -> Kop | None:
    stijl = blok.stijl or ""
    if _STIJL_ARTIKEL.search(stijl):
        return Kop(Kopsoort.ARTIKEL, None, sterk=True)
    if (treffer := _STIJL_HOOFDSTUK.match(stijl.removeprefix("OP_").removeprefix("OP"))) is not None:
        return Kop(_WOORDEN[treffer["soort"].lower()], None, sterk=True)
    return None


def _getypt_artikel(tekst: str, *, sterk: bool) -> Kop | None:
    treffer = _ARTIKEL.match(tekst)
    if treffer is None:
        if (kaal := _KAAL_ARTIKEL.match(tekst)) is not None and sterk:
            return Kop(Kopsoort.ARTIKEL, None, kaal.end(), "Artikel", sterk=True)
        return None
    nummer = treffer["nummer"]
    if not nummer[0].isdigit() and nummer != nummer.upper() and romein(nummer[:-1]) is None:
        return None  # "Artikel ik", not a roman number
    rest = tekst[treffer.end() :].strip(" \t\u00a0*_")
    zin = _is_zin(rest)
    if rest and not (_kan_zin(rest) if zin else _kan_titel(rest, sterk=sterk)):
        return None
    if rest and not _begint_titel(rest, sterk=sterk):
        return None
    return Kop(Kopsoort.ARTIKEL, _schoon(nummer), treffer.end(), tekst[: treffer.end()].strip(_RAND), zin=zin, sterk=sterk)


def _begint_titel(rest: str, *, sterk: bool) -> bool:
    """Whether what stands behind the number can begin a title or sentence, and does not read on from the number."""
    if rest[0] in ",;)/" or (rest[0].islower() and not _mag_klein(rest, sterk=sterk)):
        return False
    return sterk or not (rest[0].isdigit() and _is_zin(rest))


def _kan_titel(rest: str, *, sterk: bool) -> bool:
    """Whether the rest can be a title: "Artikel 149 Gemeentewet;" in a list of provisions is none."""
    return len(rest) <= 250 and (sterk or not (_WET.match(rest) and rest[-1] in ".;,"))


def _kan_zin(rest: str) -> bool:
    """Whether the rest can be the text of the article, and not a sentence on an article of another law."""
    return not (_WET.match(rest) or "bedoeld in" in rest[:25])


def _getypt_hoofdstuk(tekst: str, *, sterk: bool) -> Kop | None:
    treffer = _AFDELING.match(tekst)
    if treffer is None:
        return None
    rest = tekst[treffer.end() :].strip(" \t\u00a0*_")
    woord = treffer["woord"].lower()
    if rest and (not _begint_titel(rest, sterk=sterk) or _is_zin(rest) or len(rest) > 200):
        return None
    geteld = treffer["nummer"].isdigit() or romein(treffer["nummer"]) is not None or "." in treffer["scheiding"]
    if woord in {"titel", "deel"} and not (sterk or geteld):
        return None
    weergave = tekst[: treffer.end()].strip(_RAND)
    return Kop(_WOORDEN[woord], _schoon(treffer["nummer"]), treffer.end(), weergave, sterk=sterk)


def _mag_klein(rest: str, *, sterk: bool) -> bool:
    """Whether a title may begin with a small letter: when it does not read on from the number."""
    if _VERVOLG.match(rest) or _WET.match(rest):
        return False
    return sterk or (len(rest) <= 60 and rest[-1] not in ".;,:")


def _is_zin(rest: str) -> bool:
    """Whether this is a sentence rather than a title."""
    einde = rest.rstrip(' \t\u00a0*_"”’')[-1:]
    if einde in {":", ";", ","}:
        return True
    if einde == ".":
        return bool(_PERSOONSVORM.search(rest)) or len(rest) > 120
    return len(rest) > 160 and bool(_PERSOONSVORM.search(rest))


def _schoon(nummer: str) -> str:
    """The number without white space ("10 b" → "10b"), "i" → "I" for roman."""
    kaal = re.sub(r"[\s\u00a0]", "", nummer)
    return kaal if kaal[:1].isdigit() else kaal.upper() if romein(kaal) is not None else kaal


def volgt_op(vorige: str | None, nummer: str | None) -> bool:
    """Whether ``nummer`` comes next after ``vorige`` (5 → 6, 5a; 1.2 → 1.3, 2.1; I → II)."""
    if nummer is None or vorige is None:
        return nummer is not None and vorige is None
    a, b = rang(vorige), rang(nummer)
    if a is None or b is None or len(a) == 0:
        return False
    if len(a) == len(b):
        return (a[:-1] == b[:-1] and b[-1][0] - a[-1][0] in {0, 1} and b[-1] > a[-1]) or (
            len(a) > 1 and b[-1][0] in {0, 1} and b[0][0] == a[0][0] + 1
        )
    return False


_DEELNUMMER = re.compile(r"(\d+)([a-z]{0,2})")
_MET_HOOFDSTUK = re.compile(r"([A-Z]+)[.:]?(?=\d)")


def rang(nummer: str) -> tuple[tuple[int, str], ...] | None:
    """Sortable value of an article number; None when it has none."""
    if (waarde := romein(nummer)) is not None:
        return ((waarde, ""),)
    delen = _DEELNUMMER.findall(nummer.lower())
    if (hoofdstuk := _MET_HOOFDSTUK.match(nummer)) is not None:
        letters = hoofdstuk[1]
        delen.insert(0, ((romein(letters) if hoofdstuk.end() > len(letters) else None) or rang_letter(letters), ""))
    return tuple((int(cijfers), letters) for cijfers, letters in delen) or None


def kies_koppen(regels: Sequence[Regel]) -> None:
    """Set ``Regel.kop`` for headings that carry no word: by outline level, or bold and numbered.

    Works on the lines of one body. Lines that already have a heading stay as they are.
    """
    regels = _zonder_titel(regels)
    heeft_artikelen = any(regel.kop is not None and regel.kop.soort is Kopsoort.ARTIKEL for regel in regels)
    niveaus = {regel.blok.kopniveau for regel in regels if regel.blok.kopniveau is not None and regel.kop is None}
    if not heeft_artikelen:
        _artikelen_zonder_woord(regels, {niveau for niveau in niveaus if niveau is not None})
    for i, regel in enumerate(regels):
        volgende = regels[i + 1] if i + 1 < len(regels) else None
        if regel.kop is None and regel.blok.kopniveau is not None and regel.tekst.strip() and len(regel.tekst) <= 200:
            soort = _soort_bij_niveau(regels, regel.blok.kopniveau)
            regel.kop = _kop_uit_stijl(regel.blok, soort)
        elif regel.kop is None and volgende is not None and _lijkt_tussenkop(regel, volgende):
            regel.kop = _kop_uit_stijl(regel.blok, Kopsoort.HOOFDSTUK if regel.tekst.strip()[0].isdigit() else Kopsoort.KOP)


def _zonder_titel(regels: Sequence[Regel]) -> Sequence[Regel]:
    """The lines without a title in a heading style that nothing else has: that is no chapter."""
    titel = next((regel for regel in regels if regel.tekst.strip()), None)
    if titel is None or titel.kop is not None or titel.blok.kopniveau is None or not _REGELING.search(titel.tekst):
        return regels
    enig = sum(regel.blok.kopniveau == titel.blok.kopniveau for regel in regels) == 1
    return [regel for regel in regels if regel is not titel] if enig else regels


def _soort_bij_niveau(regels: Sequence[Regel], niveau: int) -> Kopsoort:
    """A heading style without a word is what its level is elsewhere, else hoofdstuk for the outermost."""
    for regel in regels:
        if regel.blok.kopniveau == niveau and regel.kop is not None and regel.kop.soort not in {Kopsoort.ARTIKEL, Kopsoort.KOP}:
            return regel.kop.soort
    hoogste = min((r.blok.kopniveau for r in regels if r.blok.kopniveau is not None), default=niveau)
    return Kopsoort.HOOFDSTUK if niveau <= hoogste else Kopsoort.PARAGRAAF


def _kop_uit_stijl(blok: Blok, soort: Kopsoort) -> Kop:
    if blok.nummer is not None:
        return Kop(soort, blok.nummer.strip().rstrip(".:)") or None, 0, blok.nummer, sterk=True)
    treffer = _LAAG_KOP.match(blok.tekst)
    if treffer is not None:
        weergave = treffer.group().strip()
        return Kop(soort, weergave.rstrip(".:)"), treffer.end(), weergave, sterk=True)
    return Kop(soort, None, sterk=True)


def _lijkt_tussenkop(regel: Regel, volgende: Regel) -> bool:
    """A short line without a full stop right above an article, set apart by bold, capitals, a letter or the number of its articles."""
    kop = volgende.kop
    if kop is None or kop.soort is not Kopsoort.ARTIKEL:
        return False
    tekst = regel.tekst.strip()
    if not 3 <= len(tekst) <= 90 or tekst[-1] in ".;:," or regel.blok.cel is not None or regel.blok.nummer is not None:
        return False
    genummerd = _NUMMERKOP.match(tekst)
    if genummerd and re.fullmatch(rf"{int(genummerd['nummer'])}[.:]1", kop.nummer or ""):
        return True  # "2. Het voortraject" above "Artikel 2.1"
    return regel.blok.vet or tekst.isupper() or bool(re.match(r"(?:[IVX]{1,5}|[A-Z])[.)]?[\s\u00a0]+[A-Z]", tekst))


def _artikelen_zonder_woord(regels: Sequence[Regel], niveaus: set[int]) -> None:
    """Find articles whose heading has no word: the deepest outline level, or bold lines numbered from 1."""
    genummerd = {n for n in niveaus if sum(_draagt_cijfer(r) for r in regels if r.blok.kopniveau == n) >= 2}
    if kandidaten := genummerd or niveaus:
        diepst = max(kandidaten)
        koppen = [r for r in regels if r.blok.kopniveau == diepst and r.kop is None]
        if len(koppen) >= 2 or genummerd:
            _benoem(koppen)
            return
    vet = [r for r in regels if r.blok.vet and r.kop is None and _draagt_cijfer(r) and len(r.tekst) <= 120]
    if len(vet) >= _MINSTENS:
        _benoem(vet)
        return
    if gestippeld := _gestippelde_koppen(regels):
        _benoem(gestippeld)
        for regel, volgende in pairwise(regels):
            if volgende in gestippeld and regel.kop is None and _NUMMERKOP.match(regel.tekst) and regel.tekst.rstrip()[-1] not in ".;:,":
                regel.kop = _kop_uit_stijl(regel.blok, Kopsoort.HOOFDSTUK)
    else:
        _benoem(_getelde_koppen(regels))


def _getelde_koppen(regels: Sequence[Regel]) -> list[Regel]:
    """In a verordening or beleidsregels the lines "4. Meelopen" or "IV. Loon" that count on from 1, each above a text; empty when few."""
    opening = [regel.tekst for regel in regels if regel.tekst.strip()][:_OPENING]
    titel, begin = "\n".join(opening[:_TITELREGELS]), "\n".join(opening)
    if not any(wat.search(titel) and wie.search(begin) for wat, wie in _REGELGEVERS):
        return []
    tellen: Callable[[str], int | None] | None = None
    koppen: list[Regel] = []
    for regel, volgende in pairwise(regels):
        treffer = _GETELD.fullmatch(regel.tekst)
        if treffer is None or regel.kop is not None or regel.blok.cel is not None or _GETELD.fullmatch(volgende.tekst):
            continue
        tellen = _TELLINGEN.get(treffer["nummer"], tellen) if not koppen else tellen
        if tellen is not None and tellen(treffer["nummer"]) == len(koppen) + 1:
            koppen.append(regel)
    return koppen if len(koppen) >= _VEEL else []


def _gestippelde_koppen(regels: Sequence[Regel]) -> list[Regel]:
    """The lines "1.1 Waar gaat dit over?" that count on from 1.1, with a text below each; empty when there are fewer than three."""
    koppen: list[Regel] = []
    vorige: str | None = None
    for regel, volgende in pairwise(regels):
        treffer = _GESTIPPELD.match(regel.tekst)
        los = treffer is not None and regel.kop is None and regel.blok.cel is None and len(regel.tekst) <= 120
        if treffer is None or not los or regel.tekst.rstrip()[-1] in ".;:," or _GESTIPPELD.match(volgende.tekst):
            continue
        if volgt_op(vorige, treffer["nummer"]) and (vorige is not None or treffer["nummer"] == "1.1"):
            koppen.append(regel)
            vorige = treffer["nummer"]
    return koppen if len(koppen) >= _MINSTENS else []


def _benoem(koppen: Sequence[Regel]) -> None:
    for rang_, regel in enumerate(koppen, 1):
        kop = _kop_uit_stijl(regel.blok, Kopsoort.ARTIKEL)
        regel.kop = Kop(Kopsoort.ARTIKEL, kop.nummer or str(rang_), kop.lengte, kop.weergave, sterk=True)


def _draagt_cijfer(regel: Regel) -> bool:
    nummer = regel.blok.nummer or regel.tekst[:4]
    return bool(re.match(r"[\s\u00a0]*\d", nummer))
