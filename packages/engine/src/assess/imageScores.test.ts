// SPDX-License-Identifier: Apache-2.0
import { assessFiles } from '../testing/assessFiles.ts';
import { obedientContextRule, obedientRule } from '../testing/inventRule.ts';

const RULES = [
  obedientRule({ id: 'dockerfile/a' }),
  obedientRule({ id: 'dockerfile/b', severity: 'low' }),
  obedientContextRule({ id: 'dockerignore/a', scoreArea: 'dockerignore' }),
];

const GOOD = 'FROM scratch\n';
const BAD = 'FROM scratch\n# dockerfile/a: failed high\n';

it('gives each image its own score, lowest first, then by path', () => {
  const { images } = assessFiles(
    {
      'web/Dockerfile': BAD,
      'api/Dockerfile': GOOD,
      'job/Dockerfile': 'FROM scratch\n# dockerfile/b: failed low\n',
      'db/Dockerfile': BAD,
      'broken/Dockerfile': 'FROM scratch\nRUN <<EOF\n',
      'test/Dockerfile': BAD,
    },
    { rules: RULES },
  );
  expect(
    images.map(({ path, score }) => [
      path,
      score.status === 'scored' ? score.points : score.reason,
    ]),
  ).toEqual([
    ['db/Dockerfile', 89],
    ['web/Dockerfile', 89],
    ['job/Dockerfile', 99],
    ['api/Dockerfile', 100],
    ['broken/Dockerfile', 'not-enough-evidence'],
  ]);
});

it('is that of the whole where there is one image', () => {
  for (const text of [GOOD, BAD]) {
    const { score, images } = assessFiles(
      {
        Dockerfile: text,
        '.dockerignore': '# dockerignore/a: failed medium\n',
        'tests/Dockerfile': BAD,
      },
      { rules: RULES },
    );
    expect(images).toEqual([{ path: 'Dockerfile', score }]);
  }
});

it('holds the build context against every image that is built with it', () => {
  const { images } = assessFiles(
    {
      Dockerfile: GOOD,
      'Dockerfile.worker': GOOD,
      '.dockerignore': '# dockerignore/a: failed high\n',
      'other/Dockerfile': GOOD,
    },
    { rules: RULES },
  );
  expect(
    images.map(({ path, score }) => [
      path,
      score.status === 'scored' && score.raw < 100,
    ]),
  ).toEqual([
    ['Dockerfile', true],
    ['Dockerfile.worker', true],
    ['other/Dockerfile', false],
  ]);
});

it('breaks no promise of production with an image for development', () => {
  const { images } = assessFiles(
    {
      Dockerfile: GOOD,
      'Dockerfile.dev': GOOD,
      '.dockerignore': '# dockerignore/a: failed high\n',
    },
    { rules: RULES },
  );
  const [production, development] = images.map(({ score }) => score);
  expect(production).toMatchObject({ points: 89, grade: 'B' });
  expect(development).toMatchObject({ points: 97, grade: 'A' });
});
