"""Encryption in the format of age (https://age-encryption.org/v1): a server that makes backups can't read them back."""

from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import CommandError
from pyrage import DecryptError, IdentityError, RecipientError, decrypt_file, encrypt_file, x25519

from portal.core.backup.archive import BrokenBackupError

SUFFIX = ".age"


def readers(keys: Sequence[str]) -> list[x25519.Recipient]:
    """Return the public keys (`age1…`) that a backup is for; raises CommandError for what is none."""
    try:
        return [x25519.Recipient.from_str(key) for key in keys]
    except RecipientError as error:
        raise CommandError(f"This is no public key of age: {error}") from error


def seal(plain: Path, target: Path, keys: list[x25519.Recipient]) -> None:
    """Encrypt a file, so that the holder of any of the keys can read it."""
    encrypt_file(str(plain), str(target), keys)


def unseal(sealed: Path, target: Path, key_file: Path | None) -> None:
    """Decrypt a file with the secret keys in a file; raises CommandError without one, or for what was altered."""
    if key_file is None:
        raise CommandError("This backup is encrypted: name the file with the secret key with --key")
    try:
        lines = key_file.read_text().split()
        keys = [x25519.Identity.from_str(word) for word in lines if word.startswith("AGE-SECRET-KEY-")]
    except (OSError, IdentityError) as error:
        raise CommandError(f"The key cannot be used: {error}") from error
    try:
        decrypt_file(str(sealed), str(target), keys)
    except (OSError, DecryptError) as error:
        raise BrokenBackupError(f"it cannot be decrypted: {error}") from error
