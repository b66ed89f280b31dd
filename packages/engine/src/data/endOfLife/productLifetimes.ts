// SPDX-License-Identifier: Apache-2.0
import type { Basis } from '../evidence.ts';

/** Until when the versions of a product get security updates. */
export interface ProductLifetimes {
  /** By this name the table of base images speaks of it. */
  readonly product: string;
  /** For a reader. */
  readonly name: string;
  /** A public address that tells it. */
  readonly source: string;
  /** What was opened for it. */
  readonly basis: Basis;
  /** The day of the data: what is newer, the source did not know. */
  readonly asOf: string;
  /** The day on which the row was compared with the source. */
  readonly checked: string;
  /**
   * Pairs of a version and the last day of its free updates, newest first; `-`
   * where no end has been set. A version stands for all that begin with it.
   */
  readonly ends: string;
}
