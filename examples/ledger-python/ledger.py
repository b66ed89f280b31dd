# SPDX-License-Identifier: Apache-2.0
"""A ledger of one entry, and a health check."""

import json

ENTRIES = [{"account": "stores", "amount": 120}]


def app(environ, start_response):
    """Answers /health and the entries."""
    body = b"ok" if environ["PATH_INFO"] == "/health" else json.dumps(ENTRIES).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
