"""No test may reach anything but this machine."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_another_host_cannot_be_reached() -> None:
    refused, warned = pytest.raises(SocketConnectBlockedError), pytest.warns(UserWarning, match="192.0.2.1")
    with socket.socket() as wire, warned, refused:
        wire.connect(("192.0.2.1", 80))
