"""Agreements between home and school: versions, promises, signatures, receipts.

Everything here is append-only and chained, so that a changed line would show. Nobody is forced to sign, and
nothing a child sees depends on it.
"""
