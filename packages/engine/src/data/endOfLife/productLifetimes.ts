// SPDX-License-Identifier: Apache-2.0

/** Until when the versions of a product get security updates. */
export interface ProductLifetimes {
  /** By this name the table of base images speaks of it. */
  readonly product: string;
  /** For a reader. */
  readonly name: string;
  /** A public address that tells it. */
  readonly source: string;
  /** The day of the data. */
  readonly checked: string;
  /**
   * Pairs of a version and the last day of its free updates; `-` where no end
   * has been set. A version stands for all that begin with it.
   */
  readonly ends: string;
}
