// SPDX-License-Identifier: Apache-2.0

/** Longest text that is read, in UTF-16 units: as for every other file. */
export const MAX_LENGTH = 1 << 20;

/**
 * Nodes inside one another that are too deep. Definitions of custom resources, the deepest
 * that people write, stay below 60.
 */
export const MAX_DEPTH = 200;

/** Most line breaks of a file; a megabyte that people write has 40,000. */
export const MAX_BREAKS = 200_000;

/** Most nodes of a file: what 50 MiB hold. */
export const MAX_NODES = 45_000;

/** Most events of a file: the same with empty values and ends of collections. */
export const MAX_EVENTS = 70_000;

/** Most nodes that are met when every alias is followed. */
export const MAX_VISITS = 250_000;

/** Most documents of a file. */
export const MAX_DOCUMENTS = 5_000;

/** Longest document that is repaired, in UTF-16 units. */
export const MAX_REPAIRABLE_LENGTH = 1 << 17;

/** Most text that is read once more after a repair, in UTF-16 units. */
export const MAX_REPAIRED_LENGTH = 1 << 20;
