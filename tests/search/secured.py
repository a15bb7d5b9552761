"""A second Elasticsearch node as clusters are run: users and keys, and TLS from an authority of its own."""

import base64
import hashlib
import json
import os
import ssl
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bin.embedded import distribution, elasticsearch, java, system

USER, PASSWORD = "portal", "een-lang-wachtwoord"
LOCAL = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1")), x509.DNSName("localhost")])


@dataclass(frozen=True)
class SecuredNode:
    """Where the node is and what it asks of its clients."""

    url: str
    ca_certs: str
    api_key: str


def start(state_dir: Path) -> SecuredNode:
    """Start a node that only answers over TLS and to people it knows; raises RuntimeError when it does not come up."""
    folder = system.data_dir(state_dir, elasticsearch.SERVICE)
    port = elasticsearch._port(folder)
    server = distribution.home()
    elasticsearch._configure(folder, server, port)
    config = folder / "config"
    write_certificates(config)
    write_user(config)
    plain = (config / "elasticsearch.yml").read_text().replace("xpack.security.enabled: false", SECURITY)
    (config / "elasticsearch.yml").write_text(plain)
    system.hand_over(folder)
    if not elasticsearch._launch(folder, server, java.find()):
        raise RuntimeError((folder / "start.log").read_text())
    url, ca = f"https://127.0.0.1:{port}", str(config / "ca.crt")
    return SecuredNode(url, ca, api_key(url, ca))


def stop(state_dir: Path) -> None:
    """End the node."""
    elasticsearch.stop(state_dir)


SECURITY = """xpack.security.enabled: true
xpack.security.http.ssl.enabled: true
xpack.security.http.ssl.key: node.key
xpack.security.http.ssl.certificate: node.crt
xpack.security.http.ssl.certificate_authorities: [ca.crt]
xpack.security.authc.api_key.enabled: true"""


def write_certificates(folder: Path) -> None:
    """Write an authority and a certificate for this machine signed by it."""
    authority, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = named("authority of the test")
    ca = certificate(root, root, authority.public_key(), x509.BasicConstraints(ca=True, path_length=0)).sign(
        authority, hashes.SHA256()
    )
    node = certificate(named("127.0.0.1"), root, own.public_key(), LOCAL).sign(authority, hashes.SHA256())
    (folder / "ca.crt").write_bytes(ca.public_bytes(serialization.Encoding.PEM))
    (folder / "node.crt").write_bytes(node.public_bytes(serialization.Encoding.PEM))
    (folder / "node.key").write_bytes(
        own.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def named(text: str) -> x509.Name:
    """Return the name on a certificate."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def certificate(subject: x509.Name, issuer: x509.Name, key: Any, extension: Any) -> x509.CertificateBuilder:
    """Return a certificate for a day, not yet signed."""
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(extension, critical=False)
    )


def write_user(folder: Path) -> None:
    """Write the one user of the node, as Elasticsearch keeps users in files."""
    salt, rounds = os.urandom(32), 10_000
    digest = hashlib.pbkdf2_hmac("sha512", PASSWORD.encode(), salt, rounds, dklen=32)
    parts = (base64.b64encode(part).decode() for part in (salt, digest))
    (folder / "users").write_text(f"{USER}:{{PBKDF2}}{rounds}${'$'.join(parts)}\n")
    (folder / "users_roles").write_text(f"superuser:{USER}\n")


def api_key(url: str, ca_certs: str) -> str:
    """Ask for a key, as an administrator of a cluster does, and return it as it goes into the environment."""
    request = urllib.request.Request(
        f"{url}/_security/api_key",
        method="POST",
        data=json.dumps({"name": "portal"}).encode(),
        headers={
            "Content-Type": "application/json",
            "Authorization": "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode(),
        },
    )
    context = ssl.create_default_context(cafile=ca_certs)
    handlers = (urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    with urllib.request.build_opener(*handlers).open(request, timeout=60) as answer:
        return str(json.load(answer)["encoded"])
