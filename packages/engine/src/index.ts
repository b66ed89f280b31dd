// SPDX-License-Identifier: Apache-2.0

/**
 * The engine of Plimsoll: files and evidence in, assessment out.
 *
 * Pure: it reads no disk, no network and no clock.
 *
 * @packageDocumentation
 */

export * from './parsers.ts';
