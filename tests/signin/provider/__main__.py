"""The process: two issuers on one free port, and a switch at `/control` for tests."""

import base64
import hashlib
import json
import secrets
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.signin.provider.tokens import FAULTS, Keys, sign

CLIENT, SECRET = "opleidingshuis", "geheim-voor-de-test"
SECONDS = 300
HUGE = 10 * 1024 * 1024


class Issuer:
    """What one issuer knows: its keys, who is signed in there, the codes it gave, and how it misbehaves."""

    def __init__(self, url: str) -> None:
        self.url, self.keys = url, Keys()
        self.begin()

    def begin(self, person: dict[str, Any] | None = None, faults: dict[str, str] | None = None, **more: Any) -> None:
        """Start afresh: who signs in, and what goes wrong where."""
        self.person = person or {"sub": "a1", "email": "noor@example.org"}
        self.faults = faults or {}
        self.codes: dict[str, dict[str, Any]] = {}
        self.tokens: dict[str, dict[str, Any]] = {}
        self.extra = more.get("extra", {})
        if more.get("rotate"):
            self.keys.rotate()

    def description(self) -> dict[str, Any]:
        """Return the discovery document."""
        return {
            "issuer": self.url,
            **{f"{name}_endpoint": f"{self.url}/{name}" for name in ("authorization", "token", "userinfo")},
            "jwks_uri": f"{self.url}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
            **self.extra,
        }

    def authorize(self, asked: dict[str, str]) -> str:
        """Return where the browser goes next; raises ValueError for a request that is not complete."""
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code":
            raise ValueError("unknown client or flow")
        if "openid" not in asked.get("scope", "").split():
            raise ValueError("no openid in the scope")
        if asked.get("code_challenge_method") != "S256" or not asked.get("code_challenge"):
            raise ValueError("PKCE is demanded")
        code = secrets.token_urlsafe(16)
        self.codes[code] = {**asked, "person": self.person}
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked.get('state', '')})}"

    def token(self, form: dict[str, str]) -> dict[str, Any]:
        """Return tokens for a code, once; raises ValueError when client, code, address or verifier do not fit."""
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT, SECRET):
            raise ValueError("invalid_client")
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or form.get("redirect_uri") != asked["redirect_uri"]:
            raise ValueError("invalid_grant")
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            raise ValueError("invalid_grant: PKCE")
        access, now = secrets.token_urlsafe(16), int(time.time())
        self.tokens[access] = asked["person"]
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + SECONDS, "sub": asked["person"]["sub"]}
        claims |= {"nonce": asked["nonce"]} if "nonce" in asked else {}
        claims |= {"acr": asked["person"]["acr"]} if "acr" in asked["person"] else {}
        make = FAULTS.get(self.faults.get("token", ""), sign)
        return {
            "access_token": access,
            "token_type": "Bearer",
            "expires_in": SECONDS,
            "id_token": make(self.keys, claims),
        }

    def userinfo(self, access: str) -> dict[str, Any]:
        """Return what is known of who signed in; raises ValueError for an unknown token."""
        if access not in self.tokens:
            raise ValueError("invalid_token")
        return {**self.tokens[access], **({"sub": "b2"} if self.faults.get("userinfo") == "somebody else" else {})}


class Handler(BaseHTTPRequestHandler):
    """Answers requests to both issuers."""

    issuers: dict[str, Issuer]

    def do_GET(self) -> None:
        """Answer by the last part of the path; before it the name of the issuer."""
        url = urlsplit(self.path)
        issuer, _, rest = url.path.strip("/").partition("/")
        asked = {key: values[0] for key, values in parse_qs(url.query).items()}
        self._answer(self.issuers[issuer], rest, asked)

    def do_POST(self) -> None:
        """Answer a form, or the switch of the tests."""
        body = self.rfile.read(int(self.headers["content-length"] or 0)).decode()
        issuer, _, rest = self.path.strip("/").partition("/")
        if rest == "control":
            self.issuers[issuer].begin(**json.loads(body))
            return self._json({})
        return self._answer(self.issuers[issuer], rest, {key: found[0] for key, found in parse_qs(body).items()})

    def _answer(self, issuer: Issuer, rest: str, asked: dict[str, str]) -> None:
        name = "discovery" if rest.startswith(".well-known") else rest
        if self._misbehaves(issuer.faults.get(name, "")):
            return None
        access = self.headers.get("authorization", "").removeprefix("Bearer ")
        try:
            if name == "authorization":
                return self._redirect(issuer.authorize(asked))
            answers = {
                "discovery": issuer.description,
                "jwks": issuer.keys.public,
                "token": lambda: issuer.token(asked),
                "userinfo": lambda: issuer.userinfo(access),
            }
            return self._json(answers[name]())
        except ValueError as error:
            return self._json({"error": str(error)}, status=400)

    def _misbehaves(self, fault: str) -> bool:
        """Answer in a way no provider should, and say whether that was asked."""
        if fault == "500":
            self._json({"error": "server_error"}, status=500)
        elif fault == "hangs":
            time.sleep(30)
        elif fault == "drips":
            self._drip()
        elif fault == "is huge":
            self._send(b'{"sub": "' + b"a" * HUGE + b'"}')
        elif fault == "leads elsewhere":
            self._redirect("http://127.0.0.1:1/")
        elif fault == "is not JSON":
            self._send(b"<html>welkom</html>", kind="text/html")
        elif fault == "is a list":
            self._send(b"[]")
        elif fault == "is empty":
            self._send(b"{}")
        else:
            return False
        return True

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", "1000")
        self.end_headers()
        for _second in range(60):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.5)

    def _json(self, value: Any, status: int = 200) -> None:
        self._send(json.dumps(value).encode(), status)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("location", target)
        self.send_header("content-length", "0")
        self.end_headers()

    def _send(self, body: bytes, status: int = 200, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Let a client go that had enough of us."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


def main() -> None:
    """Serve on a free port and say which."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    address = f"http://127.0.0.1:{server.server_port}"
    Handler.issuers = {name: Issuer(f"{address}/{name}") for name in ("hu", "uu")}
    print(address, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
