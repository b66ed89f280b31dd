# SPDX-License-Identifier: Apache-2.0
import unittest

from tides import height

MOON = (1.8, 28.984, 0.0)


class Tides(unittest.TestCase):
    def test_water_is_high_when_the_moon_stands_above(self):
        self.assertAlmostEqual(height(0, [MOON]), 1.8)

    def test_water_is_low_half_a_tide_later(self):
        self.assertAlmostEqual(height(180 / 28.984, [MOON]), -1.8)

    def test_constituents_add_up(self):
        self.assertAlmostEqual(height(0, [MOON, (0.4, 30.0, 180.0)]), 1.4)


if __name__ == "__main__":
    unittest.main()
