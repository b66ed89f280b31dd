# SPDX-License-Identifier: Apache-2.0
"""When the water is high, as a sum of cosines."""

from math import cos, radians


def height(hours, constituents):
    """Metres above the mean, of (metres, degrees per hour, phase) each."""
    return sum(
        metres * cos(radians(speed * hours - phase))
        for metres, speed, phase in constituents
    )
