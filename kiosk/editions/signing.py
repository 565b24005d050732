"""Signatures of packs: Ed25519 (RFC 8032), so that a kiosk can tell whose pack it holds.

A private key stays with the museum, in a file that its owner alone may read. It has no password: it is kept as the house keeps
its other keys.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.errors import BadCall

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_UNREADABLE = (OSError, ValueError, TypeError, UnsupportedAlgorithm)


def new_key_pair(folder: Path, name: str) -> tuple[Path, Path]:
    """Write a new private and a new public key, `name`.private.pem (for its owner alone to read) and `name`.public.pem.
    Raises BadCall where one of them exists or the name is none, and OSError; then nothing new is there."""
    if not _NAME.fullmatch(name):
        raise BadCall(f"«{name}» is no name for a key: write letters without accents, digits and hyphens, such as our-museum.")
    private_file, public_file = folder / f"{name}.private.pem", folder / f"{name}.public.pem"
    for file in (private_file, public_file):
        if os.path.lexists(file):
            raise BadCall(f"{file} is there already. Choose another name; whoever trusts the old key goes on trusting it.")
    key = Ed25519PrivateKey.generate()
    folder.mkdir(parents=True, exist_ok=True)
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    written: list[Path] = []
    try:
        for file, mode, data in ((private_file, 0o600, private), (public_file, 0o644, public)):
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode), "wb") as pem:
                written.append(file)
                pem.write(data)
    except BaseException:
        for file in written:
            file.unlink()
        raise
    return private_file, public_file


def private_key(file: Path) -> Ed25519PrivateKey:
    """The private key in a file. Raises BadCall where it holds none."""
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
    except _UNREADABLE as error:
        raise _no_key(file, "private", error) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise _no_key(file, "private")
    return key


def public_key(file: Path) -> Ed25519PublicKey:
    """The public key in a file. Raises BadCall where it holds none."""
    try:
        key = serialization.load_pem_public_key(file.read_bytes())
    except _UNREADABLE as error:
        raise _no_key(file, "public", error) from error
    if not isinstance(key, Ed25519PublicKey):
        raise _no_key(file, "public")
    return key


def fingerprint(key: Ed25519PublicKey) -> str:
    """A key in sixteen digits that two people can compare over the telephone: the start of its SHA-256."""
    raw = key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    digits = hashlib.sha256(raw).hexdigest()[:16]
    return " ".join(digits[at : at + 4] for at in range(0, 16, 4))


def sign(data: bytes, key: Ed25519PrivateKey) -> dict[str, str]:
    """A signature of `data` as plain values: the fingerprint of the key, and the signature in base 64."""
    return {"key": fingerprint(key.public_key()), "signature": base64.b64encode(key.sign(data)).decode()}


def is_signed(data: bytes, signature: dict[str, str], key: Ed25519PublicKey) -> bool:
    """Whether the owner of `key` signed exactly `data`."""
    try:
        key.verify(base64.b64decode(str(signature.get("signature", "")), validate=True), data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _no_key(file: Path, kind: str, error: Exception | None = None) -> BadCall:
    """What to say of a file that holds no key of this kind, or another one."""
    if isinstance(error, OSError):
        return BadCall(f"the key {file} cannot be read ({error.strerror}). Name the file as it is, or put it there.")
    try:
        head = file.read_bytes()[:200]
    except OSError:
        head = b""
    if kind == "public" and b" PRIVATE KEY" in head:
        return BadCall(f"{file} is a private key. Keep it secret, and name the file beside it that ends in .public.pem.")
    if kind == "private" and b" PUBLIC KEY" in head:
        return BadCall(f"{file} is a public key, with which nobody can sign. Name the file that ends in .private.pem.")
    if kind == "private" and (b"ENCRYPTED" in head or isinstance(error, TypeError)):
        return BadCall(f"{file} is locked with a password, which this program never asks for. `kiosk keys new NAME` writes a key without.")
    return BadCall(f"{file} is no {kind} key of this program. `kiosk keys new NAME` writes one: NAME.{kind}.pem.")
