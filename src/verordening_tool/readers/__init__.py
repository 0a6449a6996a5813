"""Readers: one per format, and the one place where input files are opened."""

from __future__ import annotations

from pathlib import Path

from verordening_tool.document.blok import Document, Weergave
from verordening_tool.fouten import Gebruiksfout, Leesfout
from verordening_tool.readers.formaat import Formaat, sniff

__all__ = ["MAX_BYTES", "lees_bestand", "lees_bytes", "lees_inhoud"]

MAX_BYTES = 128 * 1024 * 1024


def lees_bestand(pad: Path, weergave: Weergave = Weergave.DEFINITIEF) -> Document:
    """Read one file in the given view; its format is decided by content first, by extension second.

    Raises Leesfout (or its kind OnveiligBestand) when the file can not be read, and Gebruiksfout when ``pad`` is a folder;
    the message names the file and says what to do.
    """
    return lees_bytes(lees_inhoud(pad), pad.name, weergave)


def lees_bytes(data: bytes, naam: str, weergave: Weergave = Weergave.DEFINITIEF) -> Document:
    """As lees_bestand, for the contents of a file called ``naam``."""
    formaat = sniff(data, naam)
    try:
        document = _read(data, formaat, weergave)
    except Leesfout as fout:
        raise _named(fout, naam) from fout
    if not any(blok.tekst for blok in document.blokken):
        raise Leesfout(
            f"{naam} bevat geen tekst.",
            "Controleer of dit het goede bestand is. Bestaat het uit afbeeldingen, lever dan het document zelf aan.",
            code="GEEN_TEKST",
        )
    return document


def _read(data: bytes, formaat: Formaat, weergave: Weergave) -> Document:
    """Hand the bytes to their reader; readers are imported only when they are needed."""
    match formaat:
        case Formaat.DOCX:
            from verordening_tool.readers.docx import read_docx

            return read_docx(data, weergave)
        case Formaat.ODT:
            from verordening_tool.readers.odt import read_odt

            return read_odt(data, weergave)
        case Formaat.PDF:
            from verordening_tool.readers.pdf import read_pdf

            return read_pdf(data)
        case Formaat.XML:
            from verordening_tool.readers.xml_any import read_xml

            return read_xml(data)
        case Formaat.HTML:
            from verordening_tool.readers.html import read_html

            return read_html(data)
        case Formaat.TEKST | Formaat.MARKDOWN:
            from verordening_tool.readers.tekst import read_tekst

            return read_tekst(data, markdown=formaat is Formaat.MARKDOWN)


def lees_inhoud(pad: Path) -> bytes:
    """The bytes of a file to read; same errors as lees_bestand."""
    naam = pad.name or str(pad)
    try:
        if pad.is_dir():
            raise Gebruiksfout(f"{naam} is een map, geen bestand.", "Noem de bestanden zelf, of gebruik: verordening audit.", code="MAP")
        if not pad.exists():
            raise _missing(pad)
        if not pad.is_file():
            raise Leesfout(f"{naam} is geen gewoon bestand.", "Kies een document.", code="ONBEKEND")
        with pad.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise _missing(pad) from error
    except PermissionError as error:
        raise Leesfout(
            f"{naam} kan niet worden geopend: een ander programma houdt het vast, of u hebt geen toegang.",
            "Sluit het bestand (bijvoorbeeld in Word), of vraag toegang, en probeer het opnieuw.",
            code="GEEN_TOEGANG",
        ) from error
    except (OSError, ValueError) as error:
        raise Leesfout(f"{naam} kan niet worden geopend.", "Kopieer het bestand naar uw eigen schijf en probeer het opnieuw.") from error
    if len(data) > MAX_BYTES:
        raise Leesfout(
            f"{naam} is te groot om te lezen (meer dan {MAX_BYTES // 1024 // 1024} MB).",
            "Haal grote afbeeldingen eruit, of splits het document.",
            code="TE_GROOT",
        )
    return data


def _missing(pad: Path) -> Leesfout:
    return Leesfout(f"{pad} bestaat niet.", "Controleer de naam en de map.", code="ONTBREEKT")


def _named(fout: Leesfout, naam: str) -> Leesfout:
    """The same error with the name of the file, which a reader does not know."""
    if naam in fout.bericht:
        return fout
    rest = fout.bericht.removeprefix("Het bestand ")
    bericht = f"{naam} {rest}" if rest != fout.bericht else f"{naam}: {rest[:1].lower()}{rest[1:]}"
    return type(fout)(bericht, fout.advies, code=fout.code)
