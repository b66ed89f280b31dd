// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import {
  SEVERITIES,
  type Assessment,
  type RuleInfo,
  type Severity,
} from '@plimsoll/model';
import {
  assessWorld,
  say,
  severity,
  toFiles,
  world,
  worldAndPlace,
  type World,
} from '../testing/arbitraryWorld.ts';
import { assessFiles } from '../testing/assessFiles.ts';
import { displayPoints } from './displayPoints.ts';

const RUNS = { numRuns: 200 };

it('explains every lost point', () => {
  fc.assert(
    fc.property(world, one => {
      const { score, controls, areas } = assessWorld(one);
      fc.pre(score.status === 'scored');
      const lost = controls.map(({ pointsLost }) => pointsLost);
      expect(Math.abs(sum(lost) - (100 - score.raw))).toBeLessThan(1e-9);
      for (const { area, load } of areas) {
        const own = controls.filter(control => control.area === area);
        expect(sum(own.map(control => control.load))).toBe(load);
      }
      const column = displayPoints({ score, controls })!;
      const lines = [...column.controls, column.rounding, column.gate];
      expect(sum(lines.map(line => Math.round(10 * Number(line))))).toBe(
        10 * (100 - score.points),
      );
    }),
    RUNS,
  );
});

it('keeps every number where it belongs', () => {
  fc.assert(
    fc.property(world, one => {
      const { score, coverage, areas, gates, images } = assessWorld(one);
      for (const part of [coverage, ...areas.map(area => area.coverage)]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(1);
      }
      const counted = one.paths.filter(path => !path.startsWith('tests/'));
      expect(images.map(({ path }) => path).sort()).toEqual(counted.sort());
      fc.pre(score.status === 'scored');
      expect(sum(areas.map(({ share }) => share))).toBeCloseTo(1, 12);
      expect(score.raw).toBeGreaterThan(0);
      expect(score.raw).toBeLessThanOrEqual(100);
      const lowest = Math.min(100, ...gates.map(({ atMost }) => atMost));
      expect(score.points).toBe(Math.min(Math.floor(score.raw), lowest));
      for (const { binding, atMost } of gates) {
        expect(binding).toBe(
          atMost === lowest && Math.floor(score.raw) > lowest,
        );
      }
    }),
    RUNS,
  );
});

describe('learning', () => {
  it('that something unknown passes never lowers the score', () => {
    fc.assert(
      fc.property(worldAndPlace, ([one, rule, path]) => {
        const before = assessWorld(say(one, rule, path, 'unknown'));
        const after = assessWorld(say(one, rule, path, 'passed'));
        expect(rawOf(after)).toBeGreaterThanOrEqual(rawOf(before));
        expect(after.coverage).toBeGreaterThanOrEqual(before.coverage);
        expect(pointsOf(after)).toBeGreaterThanOrEqual(pointsOf(before));
      }),
      RUNS,
    );
  });

  it('that something unknown failed, as badly as the rule says or worse, never raises it', () => {
    fc.assert(
      fc.property(worldAndPlace, severity, ([one, rule, path], found) => {
        const { info } = one.rules[rule]!;
        const worst = worse(info.severity, found);
        const before = assessWorld(say(one, rule, path, 'unknown'));
        const after = assessWorld(say(one, rule, path, `failed ${worst}`));
        expect(rawOf(after)).toBeLessThanOrEqual(rawOf(before));
        // Knowing enough may open a gate, and what is known may be bad.
        if (after.coverage >= 0.8 && before.coverage < 0.8) return;
        if (after.coverage >= 0.6 && before.coverage < 0.6) return;
        if (before.score.status === 'notScored') return;
        expect(pointsOf(after)).toBeLessThanOrEqual(pointsOf(before));
      }),
      RUNS,
    );
  });

  it('that what passed fails never raises it, however mildly', () => {
    fc.assert(
      fc.property(worldAndPlace, severity, ([one, rule, path], found) => {
        const before = assessWorld(say(one, rule, path, 'passed'));
        const after = assessWorld(say(one, rule, path, `failed ${found}`));
        expect(rawOf(after)).toBeLessThanOrEqual(rawOf(before));
        expect(pointsOf(after)).toBeLessThanOrEqual(pointsOf(before));
        expect(after.coverage).toBe(before.coverage);
      }),
      RUNS,
    );
  });

  it('that a finding is worse never raises it', () => {
    fc.assert(
      fc.property(
        worldAndPlace,
        severity,
        severity,
        ([one, rule, path], a, b) => {
          const bad = worse(a, b);
          const mild = bad === a ? b : a;
          const before = assessWorld(say(one, rule, path, `failed ${mild}`));
          const after = assessWorld(say(one, rule, path, `failed ${bad}`));
          expect(rawOf(after)).toBeLessThanOrEqual(rawOf(before));
          expect(pointsOf(after)).toBeLessThanOrEqual(pointsOf(before));
        },
      ),
      RUNS,
    );
  });
});

it('gives exactly what each action promises to whoever does it', () => {
  fc.assert(
    fc.property(world, one => {
      const before = assessWorld(one);
      for (const { rules, gain, rawGain, grade } of before.actions) {
        const after = assessWorld({
          ...one,
          words: one.words.map((words, index) =>
            rules.includes(one.rules[index]!.info.id)
              ? words.map(said => (/^failed/.test(said) ? 'passed' : said))
              : words,
          ),
        });
        expect(pointsOf(after) - pointsOf(before)).toBe(gain);
        expect(rawOf(after) - rawOf(before)).toBeCloseTo(rawGain, 10);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gradeOf(after)).toBe(grade ?? gradeOf(before));
      }
    }),
    RUNS,
  );
});

it('offers an action for every rule that failed, and the mended gate first', () => {
  fc.assert(
    fc.property(world, one => {
      const { actions, results, score, gates } = assessWorld(one);
      fc.pre(score.status === 'scored');
      const failed = results
        .filter(({ findings }) => findings.some(({ scored }) => scored))
        .map(({ rule }) => rule);
      const offered = new Set(actions.flatMap(({ rules }) => rules));
      expect([...offered].sort()).toEqual([...new Set(failed)].sort());
      const binding = gates.filter(gate => gate.binding);
      const canMend =
        binding.length > 0 && binding.every(({ rules }) => rules.length > 0);
      expect(actions[0]?.id === 'gate').toBe(canMend);
      expect(canMend && actions[0]?.grade === undefined).toBe(false);
    }),
    RUNS,
  );
});

it('does not look at the order of rules and files', () => {
  const shuffled = world.chain(one =>
    fc.tuple(
      fc.constant(one),
      fc.shuffledSubarray([...one.rules], { minLength: one.rules.length }),
      fc.shuffledSubarray([...one.paths], { minLength: one.paths.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([one, rules, paths]) => {
      const texts = toFiles(one);
      const moved = Object.fromEntries(paths.map(path => [path, texts[path]!]));
      const evidence = { scope: 'full' } as const;
      expect(JSON.stringify(assessFiles(moved, { rules, evidence }))).toBe(
        JSON.stringify(assessWorld(one)),
      );
    }),
    RUNS,
  );
});

it('counts nothing of rules that are not stable, and of excluded files', () => {
  fc.assert(
    fc.property(world, one => {
      const counts = ({ info }: { info: RuleInfo }) =>
        info.lifecycle === 'stable';
      const less: World = {
        rules: one.rules.filter(counts),
        paths: one.paths.filter(path => !path.startsWith('tests/')),
        words: one.words
          .filter((_, index) => counts(one.rules[index]!))
          .map(words =>
            words.filter(
              (__, index) => !one.paths[index]!.startsWith('tests/'),
            ),
          ),
      };
      const { results, rulesetVersion, areas, ...rest } = assessWorld(one);
      const { areas: areasOfLess, ...restOfLess } = assessWorld(less);
      expect(restOfLess).toMatchObject(rest);
      expect(areasOfLess.map(({ load, share }) => [load, share])).toEqual(
        areas.map(({ load, share }) => [load, share]),
      );
    }),
    RUNS,
  );
});

function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** What is not scored has less than anything. */
function pointsOf({ score }: Assessment): number {
  return score.status === 'scored' ? score.points : -1;
}

function gradeOf({ score }: Assessment): string | undefined {
  return score.status === 'scored' ? score.grade : undefined;
}

/** Also where there is too little evidence for a score: from the areas. */
function rawOf({ areas }: Assessment): number {
  const load = sum(areas.map(area => area.share * area.load));
  return 100 * Math.exp(-load / 1000);
}

function sum(values: readonly number[]): number {
  return values.reduce((so, value) => so + value, 0);
}
