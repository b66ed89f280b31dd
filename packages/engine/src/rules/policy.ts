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
  /**
   * Days between the first time that a vulnerability with a fix is seen and the
   * day from which it counts; 7, 30 and 90 where nothing is set.
   */
  readonly graceDays?:
    | Readonly<Partial<Record<'critical' | 'high' | 'medium', number>>>
    | undefined;
}
