"""A link that an editor typed reaches the public internet and nothing else, whatever it is called or becomes."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portal.editorial.links.models import Trouble
from portal.editorial.links.outside.asking import Asker, verdict_on
from portal.editorial.links.outside.gate import ClosedError, Gate, Place, is_public, place_of
from tests.portal.other_site import HERE, OtherSite, other_site

INWARD = [
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
    *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
    *("224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32"),
    *("::/128", "::1/128", "::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"),
    *("2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
]
"""The special-purpose registries of IANA, and what is reserved."""
NETWORKS = [ip_network(network) for network in INWARD]
inward = st.sampled_from(NETWORKS).flatmap(lambda network: st.ip_addresses(network=network))


@pytest.fixture
def site() -> Iterator[OtherSite]:
    with other_site() as found:
        yield found


@given(inward)
def test_no_address_of_a_special_network_is_open(address: IPv4Address | IPv6Address) -> None:
    assert not is_public(address)


@given(st.ip_addresses(v=4))
@example(IPv4Address("93.184.216.34"))
@example(IPv4Address("169.254.169.254"))
def test_an_address_of_the_fourth_version_is_open_when_it_is_in_no_special_network(address: IPv4Address) -> None:
    assert is_public(address) == all(address not in network for network in NETWORKS)


@given(
    st.ip_addresses(v=4),
    st.sampled_from(
        [("::ffff:0:0", 0), ("::", 0), ("64:ff9b::", 0), ("64:ff9b:1::", 0), ("2002::", 80), ("2001::", 0)]
    ),
)
def test_an_older_address_inside_a_newer_one_is_never_open(address: IPv4Address, wrapping: tuple[str, int]) -> None:
    prefix, shift = wrapping
    assert not is_public(IPv6Address(int(IPv6Address(prefix)) | int(address) << shift))


@given(st.ip_addresses(v=6))
@example(IPv6Address("2a00:1450:4001:80e::2004"))
def test_an_address_of_the_sixth_version_is_open_only_where_the_internet_is(address: IPv6Address) -> None:
    assert not is_public(address) or (address in ip_network("2000::/3") and not address.is_private)


def test_public_addresses_are_open_and_one_with_a_zone_is_not() -> None:
    assert is_public(ip_address("93.184.216.34"))
    assert is_public(ip_address("2a00:1450:4001:80e::2004"))
    assert not is_public(ip_address("2a00:1450:4001:80e::2004%eth0"))


@pytest.mark.parametrize(
    "address",
    [
        *("http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/"),
        *("http://localhost/", "http://LOCALHOST./", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/"),
        *("http://169.254.169.254/latest/meta-data/", "http://[64:ff9b::7f00:1]/", "http://10.0.0.1/"),
        *("http://127。0。0。1/", "http://①27.0.0.1/"),
    ],
)
def test_no_writing_of_an_inward_address_passes(address: str) -> None:
    with pytest.raises(ClosedError):
        Gate().addresses_of(place_of(address))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "ftp://example.org/",
            "file:///etc/passwd",
            "gopher://127.0.0.1:6379/_",
            "javascript:alert(1)",
            "//example.org/",
        ),
        *(
            "http://user:secret@example.org/",
            "http://user@example.org/",
            "http://[fe80::1%25eth0]/",
            "http:///x",
            "http://",
        ),
        *("http://[", "http://example.org:99999/", "", "   ", "http://" + "a" * 3000 + ".example/", "\x00"),
    ],
)
def test_what_is_no_plain_address_of_a_website_is_not_asked_for(address: str) -> None:
    with pytest.raises(ClosedError):
        place_of(address)


@given(st.text())
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    for address in (text, f"http://{text}", f"https://example.org/{text}"):
        try:
            place = place_of(address)
        except ClosedError:
            continue
        assert str(place).isascii()
        assert not {"\r", "\n", " ", "\x00"} & set(str(place))
        assert place_of(str(place)) == place


@pytest.mark.parametrize("port", [22, 25, 5432, 6379, 8080, 9200])
def test_no_port_but_that_of_websites_is_asked(port: int) -> None:
    with pytest.raises(ClosedError):
        Gate(lambda address: True).addresses_of(place_of(f"http://example.org:{port}/"))


def test_a_redirect_inward_is_not_followed(site: OtherSite) -> None:
    for number, inside in enumerate(
        ["http://127.0.0.2:{port}/", "http://[::1]:{port}/", "file:///etc/passwd", "//0:{port}/"]
    ):
        start = site.leads_to(f"/{number}", inside.format(port=site.port))

        assert verdict_on(start, site.manners().ask).trouble == Trouble.SILENT
    assert {path for _method, path, _headers, _at in site.asked} == {"/robots.txt", "/0", "/1", "/2", "/3"}


@given(st.lists(st.ip_addresses(), max_size=4))
@example([ip_address("93.184.216.34"), ip_address("10.0.0.1")])
def test_a_name_with_one_address_inside_is_closed(addresses: list[IPv4Address | IPv6Address]) -> None:
    names = [str(address) for address in addresses]
    if addresses and all(map(is_public, addresses)):
        assert Gate().checked(names) == names
    else:
        with pytest.raises(ClosedError):
            Gate().checked(names)


def test_the_connection_goes_to_the_address_that_was_checked(site: OtherSite) -> None:
    """The name is looked up once: what the gate gives is where the socket goes, and the name stands in the header."""
    site.says_status("/", 200)

    class Looked(Gate):
        def addresses_of(self, place: Place) -> list[str]:
            return self.checked(["127.0.0.1"])

    answer = Asker(Looked(lambda address: address == HERE)).ask(
        "HEAD", place_of(site.url(host="a-name-that-nobody-has.example"))
    )

    assert answer.status == 200
    assert site.asked[0][2]["Host"] == f"a-name-that-nobody-has.example:{site.port}"
