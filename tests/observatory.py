"""The score that the MDN HTTP Observatory gives to the headers of an answer.

By the table of its programs (github.com/mdn/mdn-http-observatory, `src/grader/charts.js`), as far as headers tell: 100
less what is wrong, and from 90 on what is done beyond. Whether a browser knows the site by heart (HSTS preloading, 5)
is not counted, nor is `integrity` of scripts of one's own (5).
"""

from collections.abc import Mapping

UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "data:", "http:", "https:", "*")
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def policy(headers: Mapping[str, str]) -> dict[str, list[str]]:
    """The directives of the policy for content."""
    parts = [part.split() for part in headers.get("Content-Security-Policy", "").split(";") if part.strip()]
    return {name: sources for name, *sources in parts}


def score(headers: Mapping[str, str]) -> int:
    """What the Observatory would give."""
    csp, penalties, bonuses = policy(headers), 0, 0
    sources = {name: csp.get(name, csp.get("default-src", ["*"])) for name in ("script-src", "object-src", "style-src")}
    unsafe = {name: any(source in UNSAFE for source in given) for name, given in sources.items()}
    if not csp:
        penalties += 25
    elif unsafe["script-src"] or unsafe["object-src"]:
        penalties += 20
    elif not unsafe["style-src"]:
        strict = csp.get("default-src") == ["'none'"] and csp.get("form-action") in (["'none'"], ["'self'"])
        bonuses += 10 if strict else 5
    bonuses += 5 if "frame-ancestors" in csp else 0
    penalties += 0 if "frame-ancestors" in csp or headers.get("X-Frame-Options") in ("DENY", "SAMEORIGIN") else 20
    referrer = headers.get("Referrer-Policy", "")
    bonuses += 5 if referrer in PRIVATE else 0
    penalties += 5 if referrer and referrer not in PRIVATE else 0
    bonuses += 10 if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site") else 0
    penalties += 0 if headers.get("X-Content-Type-Options") == "nosniff" else 5
    age = [part.strip() for part in headers.get("Strict-Transport-Security", "").split(";")]
    seconds = int(next((part[8:] for part in age if part.startswith("max-age=")), "0"))
    penalties += 20 if not seconds else 10 if seconds < 15_768_000 else 0
    penalties += 40 if "Set-Cookie" in headers else 0
    return 100 - penalties + (bonuses if penalties <= 10 else 0)
