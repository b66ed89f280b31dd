// SPDX-License-Identifier: Apache-2.0

/**
 * What an organisation may set.
 *
 * @public
 */
export interface Policy {
  /**
   * Images that it trusts beside the well-known ones, as prefixes of the full
   * name (`registry.example.com/base/`); undefined when nobody has said so.
   */
  readonly trustedImages?: readonly string[] | undefined;
  /** Factors on the loads of rules, 1 to 2, by id. */
  readonly multipliers?: Readonly<Record<string, number>> | undefined;
}
