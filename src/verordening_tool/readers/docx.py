""".docx, .docm and .dotx → Document: everything that stands on the page, in the final or the original view.

Order of the Blokken: the body with its text boxes, then headers, footers, footnotes and endnotes. Comments of people are
no Blokken. Source: ISO/IEC 29500-1 (WordprocessingML), read the way Word shows it.
"""

from __future__ import annotations

from lxml import etree

from verordening_tool.document.blok import Blok, Deel, Document, Metadata, Opmerking, Weergave
from verordening_tool.fouten import Leesfout, OnveiligBestand
from verordening_tool.ooxml.names import A_NS, DC_NS, R_ID, W14_NS, W15_NS, w
from verordening_tool.ooxml.numbering import Numbering
from verordening_tool.ooxml.package import Package, Relationship
from verordening_tool.ooxml.revisions import View, has_revisions
from verordening_tool.ooxml.styles import Styles, on, read_styles
from verordening_tool.readers.docx_chunk import chunk_blokken
from verordening_tool.readers.docx_story import Output, Source, StoryReader

MAX_CHUNK_DEPTH = 3
_NOTES = (("footnotes", w("footnote"), Deel.VOETNOOT), ("endnotes", w("endnote"), Deel.EINDNOOT))


def read_docx(data: bytes, weergave: Weergave = Weergave.DEFINITIEF) -> Document:
    """Read the bytes of a Word file in one view of its tracked changes.

    Raises ``Leesfout`` for a file that is no (intact, open) Word document, ``OnveiligBestand`` for one that breaks a guard.
    """
    try:
        return _Reader(Package(data), weergave).read()
    except RecursionError as error:
        raise OnveiligBestand(
            "De opbouw van het bestand is te diep genest.", "Open het bestand in Word en sla het opnieuw op als .docx."
        ) from error


class _Reader:
    """One read of one package."""

    def __init__(self, package: Package, weergave: Weergave, depth: int = 0) -> None:
        self.package = package
        self.depth = depth
        self.weergave = weergave
        self.main = package.main
        self.rels = self.story_rels = package.relationships(self.main)
        part = self._part("styles")
        styles = read_styles(self.package.read(part)) if part else Styles(None)
        self.source = Source(styles, Numbering(self._related("numbering"), styles), View(weergave), self._chunk, self._diagram)
        self.out = Output()
        self.revised = False

    def read(self) -> Document:
        root = self.package.xml(self.main)
        bodies = root.findall(w("body")) if root.tag == w("document") else []
        if not bodies:
            raise Leesfout(
                "Dit is geen Word-document.",
                "Geef een .docx-bestand. Een ander soort bestand slaat u eerst in Word op als .docx.",
                code="GEEN_WORD",
            )
        for body in bodies:  # one, but for files by a faulty program
            self._story(self.main, root, body, Deel.LICHAAM)
        self._headers(root)
        for kind, tag, deel in _NOTES:
            self._notes(kind, tag, deel)
        self.out.resolve_fields()
        return Document(
            tuple(self.out.blokken),
            self._metadata(),
            "docx",
            self.weergave,
            self._comments(),
            self.revised,
        )

    def _related(self, kind: str) -> etree._Element | None:
        part = self._part(kind)
        return self.package.xml(part) if part else None

    def _part(self, kind: str) -> str | None:
        return next((rel.target for rel in self.rels.values() if rel.soort == kind and rel.target in self.package), None)

    def _story(self, part: str, root: etree._Element, element: etree._Element, deel: Deel) -> None:
        """Read ``element`` of ``part``; a field that never ends may not swallow what follows: then read again without it."""
        self.revised = self.revised or has_revisions(element)
        self.story_rels = self.rels if part == self.main else self.package.relationships(part)
        path = _path_below(root, element)
        before = self.out.sizes()
        unended = StoryReader(part, deel, self.source, self.out).read(element, path)
        if unended:
            self.out.go_back(before)
            StoryReader(part, deel, self.source, self.out).read(element, path, frozenset(unended))

    def _chunk(self, rel_id: str) -> list[Blok]:
        """Blokken of a document that is embedded as an altChunk; nothing when its format is not known."""
        part = self.story_rels.get(rel_id, Relationship("", "")).target
        if part not in self.package or self.depth >= MAX_CHUNK_DEPTH:
            return []
        return chunk_blokken(self.package.read(part), self._embedded)

    def _embedded(self, data: bytes) -> tuple[Blok, ...]:
        return _Reader(Package(data), self.weergave, self.depth + 1).read().blokken

    def _diagram(self, rel_id: str) -> list[str]:
        """Paragraphs in the shapes of a SmartArt diagram."""
        part = self.story_rels.get(rel_id, Relationship("", "")).target
        if part not in self.package:
            return []
        return ["".join(text.text or "" for text in p.iter(f"{{{A_NS}}}t")) for p in self.package.xml(part).iter(f"{{{A_NS}}}p")]

    def _headers(self, root: etree._Element) -> None:
        """Headers and footers that some section shows, each part once."""
        settings = self._related("settings")
        even = settings is not None and any(on(element) for element in settings.findall(w("evenAndOddHeaders")))
        done = set()
        for section in root.iter(w("sectPr")):
            first = any(on(element) for element in section.findall(w("titlePg")))
            shown = {"default"} | ({"first"} if first else set()) | ({"even"} if even else set())
            for tag, deel in ((w("headerReference"), Deel.KOPTEKST), (w("footerReference"), Deel.VOETTEKST)):
                for reference in section.findall(tag):
                    rel = self.rels.get(reference.get(R_ID) or "", Relationship("", ""))
                    if (reference.get(w("type")) or "default") in shown and rel.target in self.package and rel.target not in done:
                        done.add(rel.target)
                        part_root = self.package.xml(rel.target)
                        self._story(rel.target, part_root, part_root, deel)

    def _notes(self, kind: str, tag: str, deel: Deel) -> None:
        part = self._part(kind)
        wanted = [note for note_kind, note in self.out.notes if note_kind == kind]
        if part is None or not wanted:
            return
        root = self.package.xml(part)
        notes = {note.get(w("id")): note for note in root if note.tag == tag}
        for note_id in dict.fromkeys(wanted):
            if note_id in notes:
                self._story(part, root, notes[note_id], deel)

    def _comments(self) -> tuple[Opmerking, ...]:
        root = self._related("comments")
        if root is None:
            return ()
        extended = self._related("commentsExtended")
        entries = extended if extended is not None else ()
        done = {entry.get(f"{{{W15_NS}}}paraId") for entry in entries if entry.get(f"{{{W15_NS}}}done") in {"1", "true"}}
        places = dict(reversed(self.out.comments))
        comments = []
        for comment in root.iter(w("comment")):
            paragraphs = list(comment.iter(w("p")))
            tekst = "\n".join("".join(text.text or "" for text in p.iter(w("t"))) for p in paragraphs).strip()
            solved = any(p.get(f"{{{W14_NS}}}paraId") in done for p in paragraphs)
            alinea = places.get(comment.get(w("id")) or "")
            comments.append(Opmerking(comment.get(w("author")) or "", tekst, alinea, solved))
        return tuple(comments)

    def _metadata(self) -> Metadata:
        core = next((rel.target for rel in self.package.relationships("").values() if rel.soort == "core-properties"), "")
        if core not in self.package:
            return Metadata()
        titel = self.package.xml(core).findtext(f"{{{DC_NS}}}title")
        return Metadata(titel=(titel or "").strip() or None)


def _path_below(root: etree._Element, element: etree._Element) -> tuple[int, ...]:
    """Child indexes from ``root`` to ``element``."""
    path: list[int] = []
    while element is not root:
        parent = element.getparent()
        if parent is None:
            break
        path.append(parent.index(element))
        element = parent
    return tuple(reversed(path))
