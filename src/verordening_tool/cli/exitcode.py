"""The exit codes of every command: a contract."""

from enum import IntEnum


class Exitcode(IntEnum):
    """What a script may conclude from the end of a run; a file that could not be read goes before findings."""

    GOED = 0
    BEVINDINGEN = 1
    VERKEERD_GEBRUIK = 2
    ONLEESBAAR = 3
    INTERNE_FOUT = 4
    ONDERBROKEN = 130
