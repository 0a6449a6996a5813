"""Documents as files: the formats and producers that gemeenten use, and the ways in which people name and keep them."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from corpus.plain_writer import write_html, write_md, write_txt, write_xml
from corpus.source import Alinea, Soort, Source
from corpus.word_writer import write_docx

from inspectie_dossier import Stuk
from inspectie_odt import write_odt
from pdf_maker import lines, pdf
from verordening_tool.drafting.schrijven import schrijf
from verordening_tool.drafting.stijlen import maak_basis

_WORD = (
    ("koop", "getypt"), ("koppen", "getypt"), ("koppen", "direct"), ("kop_nl", "getypt"), ("kop_nl", "los"), ("eigen", "stijl"),
    ("geen", "getypt"), ("geen", "los"), ("geen", "direct"),
)  # fmt: skip
_GRONDSLAG = ("artikel 8a, eerste lid, onderdeel e, van de Participatiewet", "artikel 10b, vierde lid, van de Participatiewet")
_PER_PAGINA = 56
_VAST = date(2015, 6, 1)
_NAMEN: Mapping[str, tuple[str, ...]] = {
    "verordening": (
        "Re-integratieverordening 2015",
        "verordening re-integratie",
        "Verordening def",
        "bijlage 1 verordening",
        "participatieverordening",
        "reintegratieverordening_2015",
    ),
    "los": ("Verordening beschut werk", "verordening_beschut_werk_2015", "verordening bw", "bijlage 2 verordening beschut werk"),
    "brief": ("Raadsinformatiebrief", "RIB beschut werk", "raadsbrief", "brief aan de raad", "rib_beschut_werk", "15ini00412"),
    "voorstel": ("Raadsvoorstel", "raadsvoorstel re-integratie", "Voorstel aan de raad", "rv", "voorstel_verordening"),
}


def kies_formaat(gewichten: Mapping[str, int], stuk: Stuk, rng: Random) -> str:
    """A format for this document; our own writer only where it wrote the whole text."""
    kan = {formaat: gewicht for formaat, gewicht in gewichten.items() if gewicht and (formaat != "huisstijl" or stuk.concept is not None)}
    if stuk.open:
        kan = {formaat: gewicht for formaat, gewicht in kan.items() if formaat not in {"xml", "html", "huisstijl"}} or {"docx": 1}
    return rng.choices(list(kan), list(kan.values()))[0] if kan else "docx"


class Schrijver:
    """Writes documents in any of the formats; the base of our own style is made once."""

    def __init__(self) -> None:
        self._basis = maak_basis()

    def schrijf(self, stuk: Stuk, gemeente: str, formaat: str, rng: Random) -> tuple[bytes, str]:
        """The bytes of this document and the extension of its file. The same ``rng`` gives the same bytes."""
        if formaat == "huisstijl" and stuk.concept is not None:
            return _vaste_tijd(schrijf(stuk.concept, self._basis)), "docx"
        if formaat in _TEKST:
            return _TEKST[formaat](stuk, gemeente, rng).encode(), formaat
        return _BINAIR[formaat](stuk, gemeente, rng), formaat


def _docx(stuk: Stuk, gemeente: str, rng: Random) -> bytes:
    return write_docx(_bron(stuk, gemeente, _word_vorm(stuk, rng)))


def _odt(stuk: Stuk, _gemeente: str, rng: Random) -> bytes:
    return write_odt(stuk.alineas, stuk.titel, automatisch=rng.random() < 0.5)


def _xml(stuk: Stuk, gemeente: str, rng: Random) -> str:
    vorm = {"li_nr": "element"} if rng.random() < 0.5 else {}
    return write_xml(_bron(stuk, gemeente, vorm, cvdr=rng.randint(300000, 399999)))


def _html(stuk: Stuk, gemeente: str, rng: Random) -> str:
    if stuk.dagen is None:
        return _brief_html(stuk)
    vorm = {"variant": rng.choice(["gmb", "cvdr"]), "bolletjes": rng.random() < 0.3}
    return write_html(_bron(stuk, gemeente, vorm, cvdr=rng.randint(300000, 399999)))


def _md(stuk: Stuk, gemeente: str, _rng: Random) -> str:
    return write_md(_bron(stuk, gemeente, {}))


def _txt(stuk: Stuk, gemeente: str, rng: Random) -> str:
    return write_txt(_bron(stuk, gemeente, {"breedte": rng.choice([72, 80, 100, 5000]), "afbreken": rng.random() < 0.2}))


def _word_vorm(stuk: Stuk, rng: Random) -> dict[str, Any]:
    """A producer: styles or none, numbers typed or counted by Word, text in one run or in splinters."""
    stijlen, nummers = rng.choice(_WORD)
    if stuk.dagen is None and stijlen in {"eigen", "koop"}:
        stijlen, nummers = "koppen", "getypt"
    vorm: dict[str, Any] = {"stijlen": stijlen, "nummers": nummers, "versnipperd": rng.random() < 0.25, "nbsp": rng.random() < 0.2}
    vorm["artikelvorm"] = rng.choice(["Artikel {} ", "Artikel {}\t", "Artikel {}. ", "Art. {} "]) if nummers != "stijl" else "Artikel {} "
    vorm["lidvorm"] = rng.choice(["{}. ", "{}.\t", "{}.  "])
    if stuk.dagen is not None and rng.random() < 0.15:
        vorm["inhoudsopgave"] = True
    if stuk.dagen is not None and rng.random() < 0.1:
        vorm["tabel_leden"] = True
    if rng.random() < 0.3:
        vorm["voettekst"] = stuk.titel or "Gemeente - pagina"
    return vorm


def _bron(stuk: Stuk, gemeente: str, vorm: dict[str, Any], cvdr: int = 300000) -> Source:
    dagen = stuk.dagen
    gegevens = {
        "soort": stuk.soort,
        "gemeente": gemeente,
        "tekst": "",
        "cvdr": cvdr,
        "grondslag": _GRONDSLAG,
        "vaststelling": dagen.raad if dagen else _VAST,
        "inwerkingtreding": dagen.inwerkingtreding if dagen else _VAST,
    }
    return Source(stuk.naam, gegevens, vorm, tuple(stuk.alineas))


def _brief_html(stuk: Stuk) -> str:
    """A letter as a page of a council information system."""

    def regel(alinea: Alinea) -> str:
        if alinea.soort is Soort.TABEL:
            return "<table>" + "".join(f"<tr>{''.join(f'<td>{escape(cel)}</td>' for cel in rij)}</tr>" for rij in alinea.rijen) + "</table>"
        if alinea.soort in {Soort.TITEL, Soort.KOP, Soort.VET}:
            teken = {Soort.TITEL: "h1", Soort.KOP: "h2"}.get(alinea.soort, "h3")
            return f"<{teken}>{escape(alinea.tekst)}</{teken}>"
        if alinea.soort is Soort.ITEM:
            return f"<ul><li>{escape(alinea.tekst)}</li></ul>"
        return f"<p>{escape(f'{alinea.nummer}. ' if alinea.nummer else '')}{escape(alinea.tekst)}</p>"

    lichaam = "\n".join(regel(alinea) for alinea in stuk.alineas)
    kop = '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>Ingekomen stuk</title></head><body>'
    return f"{kop}<nav><a href='/'>Raadsinformatie</a></nav><main>{lichaam}</main></body></html>\n"


def _pdf(stuk: Stuk, gemeente: str, rng: Random) -> bytes:
    regels = [_cp1252(regel) for regel in write_txt(_bron(stuk, gemeente, {"breedte": 92})).rstrip("\n").split("\n")]
    paginas = [regels[n : n + _PER_PAGINA] for n in range(0, len(regels), _PER_PAGINA)]
    vet = frozenset(regel for regel in regels if re.match(r"(Artikel|Hoofdstuk) \d", regel))
    voet = rng.random() < 0.5
    return pdf(
        [[*lines(pagina), *([(500.0, 30.0, f"{n} / {len(paginas)}")] if voet else [])] for n, pagina in enumerate(paginas, 1)],
        bold=vet,
    )


def _cp1252(tekst: str) -> str:
    return tekst.encode("cp1252", "replace").decode("cp1252")


def _vaste_tijd(inhoud: bytes) -> bytes:
    """The same package with one moment everywhere, so that the same corpus has the same bytes."""
    stroom = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(stroom, "w") as nieuw:
        for naam in oud.namelist():
            deel = oud.read(naam)
            if naam == "docProps/core.xml":
                deel = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2015-06-01T09:00:00Z", deel)
            nieuw.writestr(zipfile.ZipInfo(naam, (2015, 6, 1, 9, 0, 0)), deel, zipfile.ZIP_DEFLATED)
    return stroom.getvalue()


_TEKST: Mapping[str, Callable[[Stuk, str, Random], str]] = {"xml": _xml, "html": _html, "md": _md, "txt": _txt}
_BINAIR: Mapping[str, Callable[[Stuk, str, Random], bytes]] = {"docx": _docx, "odt": _odt, "pdf": _pdf}
FORMATEN = frozenset({"huisstijl", *_TEKST, *_BINAIR})


# --- where they lie -------------------------------------------------------------------------------------------


class Plaatser:
    """Gives every file a path of its own, in the ways people keep files."""

    def __init__(self) -> None:
        self._gebruikt: set[str] = set()
        self._mappen = 0

    def indeling(self, gemeente: str, code: str | None, rng: Random) -> str:
        """How this gemeente is kept: a folder (ends in "/"), or what stands before each file name; a bare folder has no name in it."""
        keuze = rng.random()
        kort = _kort(gemeente, "_")
        if keuze < 0.5:
            vormen = [gemeente, f"Gemeente {gemeente}", kort, f"{code or '9999'} {gemeente}"]
            return f"{rng.choice(['', '', 'aangeleverd/', 'Inventarisatie 2015/'])}{_veilig(rng.choice(vormen))}/"
        if keuze < 0.8:
            return rng.choice([f"{kort}_", f"{_veilig(gemeente)} - ", f"plat/{_kort(gemeente, '-')}-"])
        if keuze < 0.86 and code:
            return rng.choice([f"GM{code}/", f"gm{code}_"])
        self._mappen += 1
        return f"scans/dossier {self._mappen:03d}/"

    def pad(self, indeling: str, stuk: Stuk, extensie: str, rng: Random) -> str:
        """A path that no other file has."""
        naam = rng.choice(_NAMEN.get(stuk.naam, (stuk.naam,)))
        if stuk.ouder == "concept":
            naam = rng.choice([f"concept {naam}", f"{naam} v0.3", f"{naam} (oude versie)"])
        if stuk.ouder == "eerder":
            naam = rng.choice([f"{naam} 2014", f"{naam} december 2014", f"oud/{naam}" if indeling.endswith("/") else f"{naam} oud"])
        pad = f"{indeling}{naam}.{extensie}"
        nummer = 1
        while pad.lower() in self._gebruikt:
            nummer += 1
            pad = f"{indeling}{naam} ({nummer}).{extensie}"
        self._gebruikt.add(pad.lower())
        return pad


def _kort(naam: str, teken: str) -> str:
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", teken, kaal).strip(teken)


def _veilig(naam: str) -> str:
    return re.sub(r'[<>:"/\\|?*]', "", naam).strip(" .")
