"""Pictures of an edition as addresses that QML can load."""

from __future__ import annotations

from PySide6.QtCore import QUrl

from kiosk.editions.edition import Edition


def picture_url(edition: Edition, path: str, width: float) -> QUrl:
    """The file that shows a picture at least so many pixels wide; empty where there is none. Qt keeps pictures by their
    address: the hash behind it makes another one of a picture that was exchanged under the same name."""
    if not path:
        return QUrl()
    url = QUrl.fromLocalFile(str(edition.picture(path, max(1, int(width)))))
    known = edition.pictures.get(path)
    if known is not None:
        url.setFragment(known[0])
    return url
