"""One family of errors that a user can act on.

Every error has a code, a Dutch sentence that says what is the matter and one that says what to do.
Anything else that is raised is a defect of ours.
"""

from __future__ import annotations


class VerordeningFout(Exception):  # noqa: N818 - a Dutch name for what a Dutch user reads
    """Base of all errors a user can cause. ``bericht``: what is wrong; ``advies``: the remedy (both Dutch)."""

    code = "FOUT"
    exitcode = 2

    def __init__(self, bericht: str, advies: str = "", *, code: str | None = None) -> None:
        super().__init__(bericht)
        self.bericht = bericht
        self.advies = advies
        if code:
            self.code = code

    def __str__(self) -> str:
        """Both sentences, as a user reads them."""
        return f"{self.bericht}\n{self.advies}" if self.advies else self.bericht

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes: rebuild from the two sentences and the code."""
        return (_herstel, (type(self), self.bericht, self.advies, self.code))


def _herstel(soort: type[VerordeningFout], bericht: str, advies: str, code: str) -> VerordeningFout:
    return soort(bericht, advies, code=code)


class Gebruiksfout(VerordeningFout):
    """Wrong use: an option, a date, a code that does not exist (exit code 2)."""

    code = "GEBRUIK"
    exitcode = 2


class Leesfout(VerordeningFout):
    """A file that can not be read (exit code 3)."""

    code = "LEES"
    exitcode = 3


class OnveiligBestand(Leesfout):
    """A file that is refused because it could harm the machine (bomb, external entity, too deep)."""

    code = "ONVEILIG"


class Normfout(VerordeningFout):
    """A check, word list or own norm that does not hold to its format: names file, line and field."""

    code = "NORM"
    exitcode = 2


class Gegevensfout(VerordeningFout):
    """A data file (gemeente.yaml) that can not be used: names file, line and field."""

    code = "GEGEVENS"
    exitcode = 2


class Sjabloonfout(VerordeningFout):
    """A template that can not be used: names file and line."""

    code = "SJABLOON"
    exitcode = 2


class Schrijffout(VerordeningFout):
    """A result that can not be written, for instance because Word holds the file open."""

    code = "SCHRIJF"
    exitcode = 2
