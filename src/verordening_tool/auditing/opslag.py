"""The store of an audit: one SQLite file in the output folder. No other module reads or writes it; docs/audit.md describes its tables.

It is written in WAL mode with the file locked: a run that is killed leaves a whole store, and no second run can use it meanwhile.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from time import monotonic

from verordening_tool.auditing.codering import Oordeelregel, lezer
from verordening_tool.auditing.model import NAAMLOOS, Bestand, Leesfout, Uitslag
from verordening_tool.auditing.namen import GEGEVENS
from verordening_tool.fouten import Gebruiksfout, Schrijffout

_VERSIE = 1
_SQLITE = b"SQLite format 3\0"  # opens every database
_VASTLEGGEN = 0.5  # seconds between two commits
_TABELLEN = """
CREATE TABLE runs (
    nummer INTEGER PRIMARY KEY,
    begonnen TEXT NOT NULL,
    klaar TEXT,
    opties TEXT NOT NULL,
    basis TEXT NOT NULL
);
CREATE TABLE uitslagen (
    sleutel TEXT PRIMARY KEY,
    uitslag BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE oordelen (
    sleutel TEXT NOT NULL REFERENCES uitslagen (sleutel) ON DELETE CASCADE,
    moment TEXT NOT NULL,
    peildatum TEXT NOT NULL,
    code TEXT NOT NULL,
    oordeel TEXT NOT NULL,
    gewicht TEXT NOT NULL,
    artikel TEXT,
    lid TEXT,
    onderdeel TEXT,
    citaat TEXT,
    PRIMARY KEY (sleutel, moment, peildatum, code)
) WITHOUT ROWID;
CREATE TABLE bestanden (
    pad TEXT PRIMARY KEY,
    grootte INTEGER NOT NULL,
    sha256 TEXT,
    sleutel TEXT REFERENCES uitslagen (sleutel),
    fout_code TEXT,
    fout_bericht TEXT,
    fout_advies TEXT,
    CHECK ((sleutel IS NULL) <> (fout_code IS NULL))
) WITHOUT ROWID;
CREATE TABLE uitvoer (
    naam TEXT PRIMARY KEY,
    waarde TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One audit of the folder. ``opties``: how it judges, dates resolved; ``basis``: what all its keys share."""

    nummer: int
    opties: str
    basis: str
    klaar: bool


@dataclass(frozen=True, slots=True)
class Rij:
    """A file in a run: with the key of its Uitslag, or with the error that kept it from being judged this time."""

    pad: str
    grootte: int
    sha256: str | None
    sleutel: str | None
    fout: Leesfout | None = None


def is_audit(map_: Path) -> bool:
    """Whether an audit writes, or wrote, its outputs in this folder."""
    try:
        with (map_ / GEGEVENS).open("rb") as bestand:
            return bestand.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


class Opslag:
    """An open store. A context manager: what was stored is committed at its end, also when something went wrong."""

    def __init__(self, map_: Path) -> None:
        """Open or make the store in ``map_``. Raises Gebruiksfout when another run uses it or it is none of ours, Schrijffout."""
        self.pad = map_ / GEGEVENS
        with _vertaald(self.pad):
            self._db = sqlite3.connect(self.pad, isolation_level=None, timeout=2.0)
            try:
                self._open()
            except BaseException:
                self._db.close()
                raise
        self._open_sinds: float | None = None  # when the transaction that is open began

    def __enter__(self) -> Opslag:
        return self

    def __exit__(self, *_: object) -> None:
        with closing(self._db), _vertaald(self.pad):
            self.leg_vast()

    def _open(self) -> None:
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        versie = self._db.execute("PRAGMA user_version").fetchone()[0]
        if versie == 0 and not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._db.executescript(f"BEGIN IMMEDIATE;{_TABELLEN}PRAGMA user_version = {_VERSIE};COMMIT;")
        elif versie != _VERSIE:
            raise Gebruiksfout(
                f"{self.pad} is gemaakt met een andere versie van dit programma.",
                "Kies achter -o een nieuwe map. Zet beoordeling.csv daarin over als u die hebt ingevuld.",
            )
        self._db.execute("BEGIN IMMEDIATE")  # takes the lock now, not at the first result
        self._db.execute("COMMIT")

    # Runs

    def laatste_run(self) -> Run | None:
        """The newest run, complete or not."""
        with _vertaald(self.pad):
            rij = self._db.execute("SELECT nummer, opties, basis, klaar IS NOT NULL FROM runs ORDER BY nummer DESC LIMIT 1").fetchone()
        return Run(rij[0], rij[1], rij[2], bool(rij[3])) if rij else None

    def begin(self, opties: str, basis: str, bron: str) -> None:
        """Note that a run over folder ``bron`` has begun; one that was interrupted is given up, its Uitslagen are kept."""
        with self._schrijft():
            self._db.execute("DELETE FROM runs WHERE klaar IS NULL")
            self._db.execute("INSERT INTO runs (begonnen, opties, basis) VALUES (?, ?, ?)", (_nu(), opties, basis))
            self._db.execute("INSERT OR REPLACE INTO uitvoer VALUES ('bron', ?)", (bron,))
        self.leg_vast()

    def rond_af(self, rijen: Iterable[Rij]) -> None:
        """Let ``rijen`` take the place of the files of the last complete run, at once, and mark the run as complete.

        Uitslagen that no file uses any more are removed.
        """
        with self._schrijft():
            self._db.execute("DELETE FROM bestanden")
            self._db.executemany("INSERT INTO bestanden VALUES (?, ?, ?, ?, ?, ?, ?)", map(_velden, rijen))
            self._db.execute("DELETE FROM runs WHERE klaar IS NOT NULL")
            self._db.execute("UPDATE runs SET klaar = ?", (_nu(),))
            self._db.execute("DELETE FROM uitslagen WHERE sleutel NOT IN (SELECT sleutel FROM bestanden WHERE sleutel IS NOT NULL)")
        self.leg_vast()

    # Files

    def heeft(self, sleutel: str) -> bool:
        """Whether the Uitslag with this key is kept."""
        with _vertaald(self.pad):
            return self._db.execute("SELECT 1 FROM uitslagen WHERE sleutel = ?", (sleutel,)).fetchone() is not None

    def bewaar(self, sleutel: str, uitslag: bytes, oordelen: Iterable[Oordeelregel]) -> None:
        """Keep an Uitslag (see codering) under its key, with its verdicts as lines of a table."""
        with self._schrijft():
            self._db.execute("INSERT INTO uitslagen VALUES (?, ?)", (sleutel, uitslag))
            self._db.executemany("INSERT INTO oordelen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(sleutel, *regel) for regel in oordelen])

    def rijen(self) -> tuple[Rij, ...]:
        """The files of the last complete run, by path."""
        with _vertaald(self.pad):
            velden = self._db.execute("SELECT * FROM bestanden ORDER BY pad").fetchall()
        return tuple(
            Rij(pad, grootte, sha256, sleutel, Leesfout(*fout) if sleutel is None else None)
            for pad, grootte, sha256, sleutel, *fout in velden
        )

    def bestanden(self) -> Iterator[Bestand]:
        """The files of the last complete run with what was found in them, by path."""
        lees = lezer()
        with _vertaald(self.pad):
            for rij in self.rijen():
                if rij.fout:
                    uitslag = Uitslag(fout=rij.fout)
                else:
                    inhoud = self._db.execute("SELECT uitslag FROM uitslagen WHERE sleutel = ?", (rij.sleutel,)).fetchone()[0]
                    uitslag = _met_naam(lees(inhoud), rij.pad)
                yield Bestand(rij.pad, rij.sha256 or "", rij.grootte, uitslag)

    # What the outputs were made from

    def uitvoer(self, naam: str) -> str | None:
        """What was kept under this name with the outputs."""
        with _vertaald(self.pad):
            rij = self._db.execute("SELECT waarde FROM uitvoer WHERE naam = ?", (naam,)).fetchone()
        return str(rij[0]) if rij else None

    def bewaar_uitvoer(self, waarden: dict[str, str]) -> None:
        """Keep ``waarden`` in the place of all that was kept with earlier outputs."""
        with self._schrijft():
            self._db.execute("DELETE FROM uitvoer")
            self._db.executemany("INSERT INTO uitvoer VALUES (?, ?)", waarden.items())
        self.leg_vast()

    # Transactions

    def leg_vast(self) -> None:
        """Commit what was stored."""
        if self._open_sinds is not None:
            with _vertaald(self.pad):
                self._open_sinds = None
                self._db.execute("COMMIT")

    @contextmanager
    def _schrijft(self) -> Iterator[None]:
        """A change within the open transaction; a transaction holds the changes of half a second."""
        with _vertaald(self.pad):
            if self._open_sinds is None:
                self._db.execute("BEGIN IMMEDIATE")
                self._open_sinds = monotonic()
            yield
        if monotonic() - (self._open_sinds or 0.0) > _VASTLEGGEN:
            self.leg_vast()


def _nu() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _velden(rij: Rij) -> tuple[str | int | None, ...]:
    fout = (rij.fout.code, rij.fout.bericht, rij.fout.advies) if rij.fout else (None, None, None)
    return (rij.pad, rij.grootte, rij.sha256, rij.sleutel, *fout)


def _met_naam(uitslag: Uitslag, pad: str) -> Uitslag:
    """The error of a file with the name of that file in it."""
    fout = uitslag.fout
    if fout is None:
        return uitslag
    kaal, naam = f"{NAAMLOOS}{PurePosixPath(pad).suffix}", PurePosixPath(pad).name
    return replace(uitslag, fout=replace(fout, bericht=fout.bericht.replace(kaal, naam), advies=fout.advies.replace(kaal, naam)))


@contextmanager
def _vertaald(pad: Path) -> Iterator[None]:
    """Errors of SQLite as sentences for a user."""
    try:
        yield
    except sqlite3.DatabaseError as fout:
        raise _fout(fout, pad) from fout


def _fout(fout: sqlite3.DatabaseError, pad: Path) -> Exception:
    code = getattr(fout, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return Schrijffout(
                f"{pad} kan niet verder worden geschreven: de schijf is vol of niet bereikbaar. Wat al is beoordeeld, is bewaard.",
                "Maak ruimte vrij en geef dezelfde opdracht nog eens, met --hervat erbij.",
                code="SCHIJF_VOL",
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Gebruiksfout(f"Er is al een audit bezig met {pad}.", "Wacht tot die klaar is, of kies achter -o een andere map.")
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return Gebruiksfout(f"{pad} is beschadigd of geen audit.", "Kies achter -o een nieuwe map.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return Schrijffout(f"{pad} kan niet worden geopend om in te schrijven.", "Kies achter -o een map waarin u mag schrijven.")
    return fout
