// SPDX-License-Identifier: Apache-2.0
import { AREAS, type Area } from '@plimsoll/model';
import type { ArtifactKind } from '../artifacts/repository.ts';
import type { RuleDefinition, RuleOf } from './rule.ts';
import { verdictMaker, type Messages, type VerdictMaker } from './verdict.ts';

/**
 * Makes a rule of its description and its check.
 *
 * @throws Error - when the id does not begin with an area
 * @public
 */
export function defineRule<Kind extends ArtifactKind, const M extends Messages>(
  definition: RuleDefinition<Kind, M>,
): RuleOf<Kind> {
  const { artifact, messages, examples, check, ...info } = definition;
  const area = areaOf(info.id);
  const maker = verdictMaker as VerdictMaker<M>;
  return {
    info: { ...info, area, control: info.control ?? info.id },
    artifact,
    messages,
    examples,
    check: (subject, surroundings) => check(subject, maker, surroundings),
  };
}

function areaOf(id: string): Area {
  const area = AREAS.find(name => id.startsWith(`${name}/`));
  if (area === undefined) {
    throw new Error(`The id of rule "${id}" must begin with an area and "/"`);
  }
  return area;
}
