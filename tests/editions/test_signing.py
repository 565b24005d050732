"""Keys and signatures: who can sign, who can tell, and what is said of a file that is not the key it should be."""

from __future__ import annotations

import base64
import os
import re
import stat

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.editions.signing import fingerprint, is_signed, new_key_pair, private_key, public_key, sign
from kiosk.errors import BadCall

# RFC 8032, section 7.1, test 2: secret key, public key, message, signature
SECRET = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


@pytest.fixture
def pair(tmp_path):
    """The files of a new private and public key."""
    return new_key_pair(tmp_path, "our-museum")


def test_what_the_private_key_signs_the_public_key_knows(pair) -> None:
    private, public = pair
    signature = sign(b"content", private_key(private))
    assert is_signed(b"content", signature, public_key(public))
    assert not is_signed(b"Content", signature, public_key(public))


def test_nobody_else_can_sign(pair, tmp_path) -> None:
    stranger, _ = new_key_pair(tmp_path, "stranger")
    forged = sign(b"content", private_key(stranger)) | {"key": fingerprint(public_key(pair[1]))}
    assert not is_signed(b"content", forged, public_key(pair[1]))


def test_signatures_are_those_of_the_standard() -> None:
    key = Ed25519PrivateKey.from_private_bytes(SECRET)
    public = Ed25519PublicKey.from_public_bytes(PUBLIC)
    signature = sign(b"\x72", key)
    assert base64.b64decode(signature["signature"]) == SIGNATURE
    assert is_signed(b"\x72", signature, public)


def test_the_same_bytes_are_signed_the_same_way(pair) -> None:
    assert sign(b"content", private_key(pair[0])) == sign(b"content", private_key(pair[0]))


@pytest.mark.parametrize("signature", [{}, {"signature": ""}, {"signature": "not base 64"}, {"signature": "AAAA"}, {"signature": "ك"}])
def test_what_is_no_signature_signs_nothing(pair, signature) -> None:
    assert not is_signed(b"content", signature, public_key(pair[1]))


def test_a_fingerprint_can_be_read_over_the_telephone(pair) -> None:
    said = fingerprint(public_key(pair[1]))
    assert re.fullmatch(r"[0-9a-f]{4}( [0-9a-f]{4}){3}", said)
    assert said == fingerprint(private_key(pair[0]).public_key())
    # SHA-256 of the raw public key of RFC 8032, worked out with `sha256sum`
    assert fingerprint(Ed25519PublicKey.from_public_bytes(PUBLIC)) == "39f7 13d0 a644 253f"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_a_private_key_is_for_its_owner_alone_whatever_the_house_allows(tmp_path) -> None:
    before = os.umask(0)
    try:
        private, _ = new_key_pair(tmp_path / "new folder", "our-museum")
    finally:
        os.umask(before)
    assert stat.S_IMODE(private.stat().st_mode) == 0o600


@pytest.mark.parametrize("which", [0, 1], ids=["private", "public"])
def test_a_key_that_is_there_is_never_written_over(pair, tmp_path, which) -> None:
    pair[1 - which].unlink()
    before = pair[which].read_bytes()
    with pytest.raises(BadCall, match="is there already"):
        new_key_pair(tmp_path, "our-museum")
    assert list(tmp_path.iterdir()) == [pair[which]]
    assert pair[which].read_bytes() == before


@pytest.mark.parametrize("name", ["", "../museum", "a/b", "متحف", ".hidden", "-o", "a b", "x" * 65, "a\n"])
def test_a_name_that_is_no_file_name_is_refused(tmp_path, name) -> None:
    with pytest.raises(BadCall, match="no name for a key"):
        new_key_pair(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


def test_half_a_pair_is_never_left(tmp_path, monkeypatch) -> None:
    opens = os.open

    def full(file, *arguments, **more):
        if str(file).endswith(".public.pem"):
            raise OSError(28, "No space left on device", str(file))
        return opens(file, *arguments, **more)

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(OSError, match="No space left"):
        new_key_pair(tmp_path, "our-museum")
    assert list(tmp_path.iterdir()) == []


def test_the_wrong_key_of_a_pair_is_called_by_its_name(pair) -> None:
    with pytest.raises(BadCall, match=r"is a private key\. Keep it secret"):
        public_key(pair[0])
    with pytest.raises(BadCall, match="is a public key, with which nobody can sign"):
        private_key(pair[1])


def test_a_key_with_a_password_is_refused_in_words(tmp_path) -> None:
    file = tmp_path / "locked.pem"
    locked = serialization.BestAvailableEncryption(b"secret")
    file.write_bytes(Ed25519PrivateKey.generate().private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked))
    with pytest.raises(BadCall, match="locked with a password"):
        private_key(file)


def test_a_key_of_another_kind_is_refused(tmp_path) -> None:
    key, file = ec.generate_private_key(ec.SECP256R1()), tmp_path / "other.pem"
    file.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    with pytest.raises(BadCall, match="is no private key of this program"):
        private_key(file)
    file.write_bytes(key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))
    with pytest.raises(BadCall, match="is no public key of this program"):
        public_key(file)


@pytest.mark.parametrize("read", [private_key, public_key])
def test_a_file_that_is_no_key_or_not_there_is_told(tmp_path, read) -> None:
    for data in (b"", b"\xff" * 300, b"-----BEGIN", "متحف".encode()):
        (tmp_path / "x.pem").write_bytes(data)
        with pytest.raises(BadCall, match="keys new NAME"):
            read(tmp_path / "x.pem")
    with pytest.raises(BadCall, match="cannot be read"):
        read(tmp_path / "nothing.pem")
    with pytest.raises(BadCall, match="cannot be read"):
        read(tmp_path)
