// SPDX-License-Identifier: Apache-2.0
import { isDockerfilePath } from '@plimsoll/engine';
import type { Assessment } from '@plimsoll/model';
import { wrap } from '../terminal/wrap.ts';
import type { View } from './view.ts';
import { count } from './words.ts';

/** What was looked at, what was not, and how to know more. */
export function judgedSection({ assessment, page }: View): string[] {
  const { results, validUntil } = assessment;
  const { dim, green } = page.colours;
  const sentences = [
    judgedSentence(assessment),
    ...excludedSentences(assessment),
  ];
  if (validUntil !== undefined) {
    const day = validUntil.slice(0, 10);
    sentences.push(`Time alone changes the answer on ${day}.`);
  }
  if (results.some(({ findings }) => findings.length > 0)) {
    sentences.push('"plimsoll explain RULE" tells all about a rule.');
  }
  const paint = isClean(assessment) ? green : dim;
  return wrap(sentences.join(' '), page.width).map(line => paint(line));
}

function judgedSentence(assessment: Assessment): string {
  const { images, results } = assessment;
  if (images.length === 0) {
    return 'A Dockerfile is told by its name: Dockerfile, Dockerfile.*, *.Dockerfile, or the same with Containerfile.';
  }
  const rules = count(new Set(results.map(({ rule }) => rule)).size, 'rule');
  const dockerfiles = count(images.length, 'Dockerfile');
  return isClean(assessment)
    ? `Nothing to mend: ${rules} looked at ${dockerfiles} and found no fault.`
    : `${rules} judged ${dockerfiles}.`;
}

function isClean({ images, results }: Assessment): boolean {
  return (
    images.length > 0 &&
    results.every(
      ({ outcome }) => outcome === 'passed' || outcome === 'notApplicable',
    )
  );
}

function excludedSentences({ images, results }: Assessment): string[] {
  const paths = new Set(
    results
      .filter(({ role }) => role === 'excluded')
      .map(({ path }) => path)
      .filter(isDockerfilePath),
  );
  if (paths.size === 0) return [];
  const verb = paths.size === 1 ? 'does' : 'do';
  const where = `below folders such as test or examples ${verb} not count`;
  if (images.length > 0) return [`${paths.size} more ${where}.`];
  const dockerfiles = count(paths.size, 'Dockerfile');
  return [`${dockerfiles} ${where}; name such a folder to judge it.`];
}
