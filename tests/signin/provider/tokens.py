"""Keys and id tokens of one issuer, and every way in which a token can be wrong."""

import hashlib
import hmac
import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

Claims = dict[str, Any]


def new_key() -> rsa.RSAPrivateKey:
    """Return a fresh signing key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Keys:
    """The keys of an issuer; the last one signs."""

    def __init__(self) -> None:
        self.private = {"k1": new_key()}

    @property
    def current(self) -> str:
        """Name of the key that signs."""
        return list(self.private)[-1]

    def rotate(self) -> None:
        """Sign with a new key from now on, and forget the old one."""
        self.private = {f"k{int(self.current[1:]) + 1}": new_key()}

    def public(self) -> dict[str, Any]:
        """Return the set of public keys."""
        entries = []
        for name, key in self.private.items():
            entry = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
            entries.append({**entry, "kid": name, "use": "sig", "alg": "RS256"})
        return {"keys": entries}


def part(value: bytes) -> str:
    """Return bytes as a part of a token."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def sign(keys: Keys, claims: Claims, kid: str | None = None, key: Any = None) -> str:
    """Return a token that is as it should be."""
    name = keys.current if kid is None else kid
    return jwt.encode(claims, key or keys.private[keys.current], "RS256", {"kid": name} if name else {})


def unsigned(keys: Keys, claims: Claims) -> str:
    """Return a token that says it needs no signature."""
    return jwt.encode(claims, "", "none", {"kid": keys.current})


def signed_with_public_key(keys: Keys, claims: Claims) -> str:
    """Return a token whose "shared secret" is the public key that everyone knows."""
    public = keys.private[keys.current].public_key()
    secret = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    head = part(json.dumps({"alg": "HS256", "typ": "JWT", "kid": keys.current}).encode())
    body = f"{head}.{part(json.dumps(claims).encode())}"
    return f"{body}.{part(hmac.new(secret, body.encode(), hashlib.sha256).digest())}"


def changed_after_signing(keys: Keys, claims: Claims) -> str:
    """Return a token in which somebody wrote another `sub`."""
    head, _body, signature = sign(keys, claims).split(".")
    return f"{head}.{part(json.dumps({**claims, 'sub': 'directeur'}).encode())}.{signature}"


def without(name: str) -> Callable[[Keys, Claims], str]:
    """Return a maker of tokens without one claim."""
    return lambda keys, claims: sign(keys, {key: value for key, value in claims.items() if key != name})


def with_claim(**wrong: Any) -> Callable[[Keys, Claims], str]:
    """Return a maker of tokens with another claim; a function gets the time."""
    made = {key: value if callable(value) else (lambda now, value=value: value) for key, value in wrong.items()}
    return lambda keys, claims: sign(keys, {**claims, **{key: make(time.time()) for key, make in made.items()}})


FAULTS: dict[str, Callable[[Keys, Claims], str]] = {
    "no signature (alg none)": unsigned,
    "HS256 with the public key": signed_with_public_key,
    "signed by another key with a known name": lambda keys, claims: sign(keys, claims, key=new_key()),
    "signed by an unknown key": lambda keys, claims: sign(keys, claims, kid="k999", key=new_key()),
    "no name of a key": lambda keys, claims: sign(keys, claims, kid=""),
    "changed after signing": changed_after_signing,
    "meant for another client": with_claim(aud="another-portal"),
    "meant for two, made for another": with_claim(aud=["opleidingshuis", "another"], azp="another"),
    "from another issuer": with_claim(iss="https://login.example"),
    "expired": with_claim(exp=lambda now: int(now) - 120),
    "issued in the future": with_claim(iat=lambda now: int(now) + 3600),
    "issued long ago": with_claim(iat=lambda now: int(now) - 86400),
    "not valid yet": with_claim(nbf=lambda now: int(now) + 3600),
    "another nonce": with_claim(nonce="van-een-ander"),
    "no nonce": without("nonce"),
    "no end": without("exp"),
    "no issuer": without("iss"),
    "no audience": without("aud"),
    "no subject": without("sub"),
    "no time of issue": without("iat"),
    "no token at all": lambda keys, claims: "",
    "not a token": lambda keys, claims: "drie.losse.woorden",
}
"""Name of a fault → what makes the token."""
