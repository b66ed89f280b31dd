# SPDX-License-Identifier: Apache-2.0
"""Answers what was booked: all entries, those of an account, and its health."""

import json
import os
from urllib.parse import parse_qs

FILE = os.environ.get("LEDGER_FILE", "")
ENTRIES = [{"account": "stores", "amount": 120}, {"account": "crew", "amount": -45}]


def entries():
    """What was booked, from the file when one is named."""
    if not FILE:
        return ENTRIES
    with open(FILE, encoding="utf-8") as file:
        return json.load(file)


def app(environ, start_response):
    """A WSGI application."""
    path = environ["PATH_INFO"]
    if path == "/healthz":
        return answer(start_response, "200 OK", {"status": "ok"})
    if path != "/entries":
        return answer(start_response, "404 Not Found", {"error": "no such page"})
    wanted = parse_qs(environ.get("QUERY_STRING", "")).get("account")
    found = [entry for entry in entries() if not wanted or entry["account"] in wanted]
    return answer(start_response, "200 OK", found)


def answer(start_response, status, value):
    """Sends a value as JSON."""
    body = json.dumps(value).encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response(status, headers)
    return [body]
