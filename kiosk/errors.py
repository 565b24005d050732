"""The exceptions of the program, and the exit codes of its commands.

KioskError
├── UnusableContent     nothing in the exhibit folder can be shown      calm page, code K-..
├── UnusableEdition     a compiled edition cannot be written or read    calm page, code K-..
├── UnusablePack        a .kiosk file is damaged, altered or not trusted  refused, what is shown stays
├── NoRoom              the disk cannot hold what is to be copied      refused, what is shown stays
├── SourceChanged       a folder changes while it is copied            tried again when it rests
└── BadCall             the command line asks for what there is not     exit 2
"""

from __future__ import annotations

ALL_WELL = 0
HAS_PROBLEMS = 1
CALLED_WRONGLY = 2


class KioskError(Exception):
    """Anything the program itself has to say is wrong, in words for the one who can mend it."""


class UnusableContent(KioskError):
    """Nothing in the exhibit folder can be shown; `code` is what staff read out."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class UnusableEdition(KioskError):
    """A compiled edition cannot be written or read; `code` is what staff read out."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class BadCall(KioskError):
    """The command was called wrongly."""


class NoRoom(KioskError):
    """The disk cannot hold what is to be copied."""


class SourceChanged(KioskError):
    """A folder changed while it was copied: somebody is still at work there."""


class UnusablePack(KioskError):
    """A pack is damaged, altered, or not signed by anybody this machine trusts; `code` says which."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
