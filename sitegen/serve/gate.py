"""Who may ask: a page of another site must not read the preview through this computer's browser."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Decides by the names under which the preview was asked for."""

    host: str
    """The address that the server was told to listen on."""

    def admits(self, host_header: str) -> bool:
        """True for a `Host` that can only mean this server.

        A foreign name that its owner points at this computer (DNS rebinding) is none; a bare address
        can't be pointed anywhere, so where all addresses were asked for any of them will do.
        """
        name = _name(f"//{host_header}") if host_header == host_header.strip() else ""
        if not name:
            return False
        if name in {"localhost", "127.0.0.1", "::1", self.host.lower()}:
            return True
        return is_everywhere(self.host) and (_is_address(name) or name == socket.gethostname().lower())

    def is_own_page(self, origin: str, host_header: str) -> bool:
        """True where `Origin` is a page that this server sent under the same `Host`."""
        return self.admits(host_header) and origin.lower() in {
            f"http://{host_header}".lower(),
            f"https://{host_header}".lower(),
        }


def is_everywhere(host: str) -> bool:
    """True for the addresses that mean all of this computer's."""
    return _is_address(host) and ipaddress.ip_address(host).is_unspecified


def _name(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    plain = not (parts.path or parts.query or parts.fragment or "@" in parts.netloc)
    return (parts.hostname or "") if plain else ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
