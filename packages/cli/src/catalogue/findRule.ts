// SPDX-License-Identifier: Apache-2.0
import { PEERS, type RuleInfo } from '@plimsoll/model';
import { closest } from '../commandLine/closest.ts';

/** What a name stands for. */
export interface Lookup {
  /** One of ours, all that look at what another tool's id is about, or none. */
  readonly rules: readonly RuleInfo[];
  /** The other tool's id, `hadolint DL3002`; absent where the name is ours. */
  readonly peer?: string;
  /** Where there is no rule: names that may have been meant, the best first. */
  readonly similar: readonly string[];
}

/**
 * Finds a rule by its id, the part of it after the slash, an id it once had, or
 * the id that another tool has for it. Case, and how a number is padded, do not
 * matter: `DS002`, `ds-0002` and `AVD-DS-0002` are one.
 */
export function findRule(name: string, rules: readonly RuleInfo[]): Lookup {
  const wanted = name.trim().toLowerCase();
  const own = rules.find(({ id, aliases = [] }) =>
    [id, slugOf(id), ...aliases].some(one => one.toLowerCase() === wanted),
  );
  if (own) return { rules: [own], similar: [] };
  const key = peerKey(wanted);
  const hits = rules.flatMap(rule => {
    const ids = PEERS.flatMap(peer =>
      (rule.peers[peer] ?? [])
        .filter(id => peerKey(id) === key)
        .map(id => `${peer} ${id}`),
    );
    return ids.length > 0 ? [{ rule, ids }] : [];
  });
  const [first] = hits;
  if (!first) return { rules: [], similar: similarTo(wanted, rules) };
  return {
    rules: hits.map(({ rule }) => rule),
    peer: first.ids.join(', '),
    similar: [],
  };
}

function slugOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/**
 * Trivy has called one check `DS002`, `AVD-DS-0002` and `DS-0002`. What is no
 * letters and a number, such as a UUID, has one spelling.
 */
function peerKey(id: string): string {
  const lower = id.toLowerCase();
  const [, letters, number] =
    /^(?:avd-)?([a-z]+(?:[-_][a-z]+)*)[-_]?(\d+)$/.exec(lower) ?? [];
  if (letters === undefined) return lower;
  return `${letters.replaceAll('_', '-')} ${Number(number)}`;
}

const MOST_SIMILAR = 5;

/** Our ids that have the word in them, else names that differ by a slip. */
function similarTo(wanted: string, rules: readonly RuleInfo[]): string[] {
  const ids = rules.map(({ id }) => id);
  const holding = ids.filter(id => wanted.length > 2 && id.includes(wanted));
  if (holding.length > 0) return holding.slice(0, MOST_SIMILAR);
  const slugs = closest(slugOf(wanted), ids.map(slugOf));
  const ours = slugs.flatMap(slug => ids.filter(id => slugOf(id) === slug));
  if (ours.length > 0) return ours;
  // Another number is another check, and no slip.
  const theirs = rules
    .flatMap(({ peers }) => Object.values(peers).flat())
    .filter(id => id.length !== wanted.length);
  return closest(wanted, new Set(theirs), 1);
}
