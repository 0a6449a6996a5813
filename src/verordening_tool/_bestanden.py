"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from verordening_tool.fouten import Schrijffout


def schrijf_bestand(pad: Path, inhoud: bytes | Iterable[bytes]) -> None:
    """Write a file whole: first under a temporary name, then renamed. Raises Schrijffout; what stood there then stays.

    Contents that are too much to hold at once may come in pieces.
    """
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}.tmp")
    try:
        with tijdelijk.open("wb") as stroom:
            stroom.writelines([inhoud] if isinstance(inhoud, bytes) else inhoud)
        tijdelijk.replace(pad)
    except OSError as fout:
        with suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        if fout.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Schrijffout(f"{pad} kan niet worden geschreven: de schijf is vol.", "Maak ruimte vrij en probeer het opnieuw.") from fout
        reden = "Het is open in een ander programma, of u mag daar niet schrijven" if isinstance(fout, PermissionError) else fout.strerror
        advies = "Sluit het bestand in Word, of kies achter -o een andere naam."
        raise Schrijffout(f"{pad} kan niet worden geschreven. {reden}.", advies) from fout
