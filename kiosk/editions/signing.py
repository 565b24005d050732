"""Signatures of packs: Ed25519 (RFC 8032), so that a kiosk can tell whose pack it holds. Private keys stay with the museum."""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.errors import BadCall


def new_key_pair(folder: Path, name: str) -> tuple[Path, Path]:
    """Write a new private and a new public key, `name`.private.pem (for its owner alone to read) and `name`.public.pem.
    Raises BadCall where one of them exists."""
    private_file, public_file = folder / f"{name}.private.pem", folder / f"{name}.public.pem"
    for file in (private_file, public_file):
        if file.exists():
            raise BadCall(f"{file} is there already. Choose another name; whoever trusts the old key goes on trusting it.")
    key = Ed25519PrivateKey.generate()
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(private_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as written:
        written.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    public_file.write_bytes(key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    return private_file, public_file


def private_key(file: Path) -> Ed25519PrivateKey:
    """The private key in a file. Raises BadCall where it holds none."""
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadCall(f"{file} is not a private key. `kiosk keys new NAME` writes one: NAME.private.pem.")
    return key


def public_key(file: Path) -> Ed25519PublicKey:
    """The public key in a file. Raises BadCall where it holds none."""
    try:
        key = serialization.load_pem_public_key(file.read_bytes())
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise BadCall(f"{file} is not a public key. `kiosk keys new NAME` writes one: NAME.public.pem.")
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
