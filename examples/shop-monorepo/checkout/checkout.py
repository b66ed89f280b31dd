# SPDX-License-Identifier: Apache-2.0
"""Adds up a basket."""

import os
from decimal import Decimal

from flask import Flask, request

app = Flask(__name__)
TAX = Decimal(os.environ.get("TAX_RATE", "0.19"))


@app.post("/total")
def total():
    """The sum of [{"price": "12.50", "count": 2}], with tax."""
    net = sum(Decimal(str(item["price"])) * item["count"] for item in request.json)
    gross = (net * (1 + TAX)).quantize(Decimal("0.01"))
    return {"net": str(net), "gross": str(gross)}


@app.get("/healthz")
def healthz():
    """Whether it runs."""
    return {"status": "ok"}


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
