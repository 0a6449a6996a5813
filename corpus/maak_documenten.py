"""Developer script: build documenten/ and labels/ from bron/.

``python -m corpus.maak_documenten [NAAM...]`` from the root of the repository. Documents that LibreOffice saves (``odt``, ``lo-docx``) are
written anew only when ``soffice`` is there and ``--libreoffice`` is given, since its output carries the moment of saving.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from corpus.labels import label
from corpus.plain_writer import write_html, write_md, write_txt, write_xml
from corpus.source import Source, read_source
from corpus.word_writer import write_docx

FOLDER = Path(__file__).resolve().parent
LIBREOFFICE = {"odt": "odt", "lo-docx": "docx"}
_WRITERS = {"xml": write_xml, "html": write_html, "md": write_md, "txt": write_txt}


def sources() -> list[Source]:
    """All sources, in order of their number."""
    return [read_source(path) for path in sorted((FOLDER / "bron").glob("*.yaml"))]


def document(source: Source) -> bytes:
    """Give the bytes of a document; for a document that LibreOffice saves, the .docx that it is given."""
    soort = source.vorm["soort"]
    if soort == "docx" or soort in LIBREOFFICE:
        return write_docx(source)
    return _WRITERS[soort](source).encode()


def label_text(source: Source) -> str:
    """Give the label of a source as YAML."""
    return yaml.safe_dump(label(source), allow_unicode=True, sort_keys=False, width=140)


def resave(docx: bytes, soort: str) -> bytes:
    """Give the document as LibreOffice saves it; RuntimeError when the program is not there or gives nothing."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise RuntimeError("LibreOffice (soffice) is not on this machine")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "in.docx").write_bytes(docx)
        command = [program, f"-env:UserInstallation={(work / 'profile').as_uri()}", "--headless", "--convert-to", LIBREOFFICE[soort]]
        subprocess.run([*command, "--outdir", str(work / "uit"), str(work / "in.docx")], check=True, capture_output=True, timeout=180)  # noqa: S603
        return (work / "uit" / f"in.{LIBREOFFICE[soort]}").read_bytes()


def main(arguments: list[str]) -> None:
    """Build the named documents, or all of them."""
    names = {name for name in arguments if not name.startswith("--")}
    for source in sources():
        if names and source.naam not in names:
            continue
        target = FOLDER / "documenten" / source.bestand
        soort: str = source.vorm["soort"]
        if soort not in LIBREOFFICE:
            target.write_bytes(document(source))
        elif "--libreoffice" in arguments or not target.exists():
            target.write_bytes(resave(document(source), soort))
        (FOLDER / "labels" / f"{source.naam}.yaml").write_text(label_text(source), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
