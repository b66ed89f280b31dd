// SPDX-License-Identifier: Apache-2.0

/**
 * A part of a whole to nine decimals: sums of fractions would miss a threshold
 * by their last bits.
 */
export function roundPart(part: number): number {
  return Math.round(part * 1e9) / 1e9;
}
