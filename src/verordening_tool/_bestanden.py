"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from verordening_tool.fouten import Schrijffout


def schrijf_bestand(pad: Path, inhoud: bytes) -> None:
    """Write a file whole: first under a temporary name, then renamed. Raises Schrijffout; what stood there then stays."""
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}.tmp")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    except OSError as fout:
        with suppress(OSError):
            tijdelijk.unlink(missing_ok=True)
        if fout.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise Schrijffout(f"{pad} kan niet worden geschreven: de schijf is vol.", "Maak ruimte vrij en probeer het opnieuw.") from fout
        reden = "Het is open in een ander programma, of u mag daar niet schrijven" if isinstance(fout, PermissionError) else fout.strerror
        advies = "Sluit het bestand in Word, of kies achter -o een andere naam."
        raise Schrijffout(f"{pad} kan niet worden geschreven. {reden}.", advies) from fout
