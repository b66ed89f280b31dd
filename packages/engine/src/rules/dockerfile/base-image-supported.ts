// SPDX-License-Identifier: Apache-2.0
import {
  baseImage,
  baseImageWord,
} from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import { baseLifetimes } from '../../artifacts/dockerfile/facts/base/baseLifetimes.ts';
import type {
  DockerfileBuild,
  Stage,
} from '../../artifacts/dockerfile/stages/stage.ts';
import type { LifetimeEnd } from '../../data/endOfLife/lifetime.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const baseImageSupported = defineRule({
  id: 'dockerfile/base-image-supported',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The base image still gets security updates',
  severity: 'high',
  confidence: 'high',
  level: 'proficient',
  mandatoryFor: [],
  control: 'supported-base',
  frameworks: [
    'NIST-800-190 4.1.1',
    'NIST-800-190 4.2.2',
    'PCI-DSS-4.0.1 6.3.3',
    'HIPAA 164.308(a)(1)(ii)(B)',
    'SOC2 CC7.1',
    'CIS-Docker-1.6.0 4.4',
  ],
  peers: { dockerscout: ['no-unapproved-base-images'] },
  category: 'supply-chain',
  lifecycle: 'stable',
  effort: 'assisted',
  action: 'base-image',
  semantics:
    'Judges the distribution and the language or server that the reference of the base image names by version, against a table with its own date. It fails where free security updates have ended: of Debian with the end of LTS, of Ubuntu with standard support; paid extensions do not count. The images of other stages that the build needs, and an end within 90 days, are findings of severity info. A version of fewer numbers means the newest that begins with them. Where the tag names one of the two versions, the other is not judged: official images take a supported release. Where it names neither, or no table knows the image, it is unknown. So is a version whose end was not set yet, a year after the table was compared with its source.',
  rationale:
    'Without updates every vulnerability that is found from now on stays in the image, whatever it is rebuilt for.',
  remediation:
    'Move to a release that is still supported, and rebuild when its base image is updated.',
  references: ['https://endoflife.date/'],
  messages: {
    ended: '{product} of "{image}" has had no security updates since {date}.',
    ends: '{product} of "{image}" gets no security updates from {date} on.',
    builderEnded:
      '{product} of "{image}", which the build uses, has had no security updates since {date}.',
  },
  examples: {
    passing: ['FROM debian:13-slim\n'],
    failing: ['FROM node:14-alpine3.17\n'],
    unknown: ['FROM debian:latest\n'],
  },
  check({ target, build }, verdict, { now }) {
    const base = baseImage(target);
    if (base.kind === 'unknown') {
      return verdict.unknown(base.reason, base.detail);
    }
    const lifetimes = base.kind === 'known' ? baseLifetimes(base.facts) : [];
    if (base.kind === 'known' && lifetimes.length === 0) {
      return verdict.unknown('version-not-known', base.name);
    }
    const present = now.getTime();
    let nextChange = Infinity;
    const findings: FindingDraft[] = [];
    for (const { stage, image, product, end } of datedBases(build, target)) {
      const { time, day: date } = end;
      if (time - WARNING > present) {
        nextChange = Math.min(nextChange, time - WARNING);
        continue;
      }
      const at = baseImageWord(stage);
      const data = { product, image, date };
      if (time > present) {
        nextChange = Math.min(nextChange, time);
        findings.push(verdict.finding('ends', at, data, 'info'));
      } else if (stage === target) {
        findings.push(verdict.finding('ended', at, data));
      } else {
        findings.push(verdict.finding('builderEnded', at, data, 'info'));
      }
    }
    let otherwise =
      base.kind === 'scratch' ? verdict.notApplicable() : verdict.passed();
    for (const { product, openUntil = Infinity } of lifetimes) {
      if (openUntil > present) nextChange = Math.min(nextChange, openUntil);
      else otherwise = verdict.unknown('tables-outdated', product);
    }
    const result = verdict.fromFindings(findings, otherwise);
    return nextChange < Infinity
      ? verdict.until(result, new Date(nextChange))
      : result;
  },
});

/** What ends in the image of a stage. */
interface DatedBase {
  readonly stage: Stage;
  readonly image: string;
  readonly product: string;
  readonly end: LifetimeEnd;
}

/** Of the target, and of each other image that the build starts with. */
function datedBases({ stages }: DockerfileBuild, target: Stage): DatedBase[] {
  const found = datedLifetimes(target);
  for (const stage of stages) {
    const { isReachable, base, rootBase } = stage;
    const isOther = base.kind !== 'stage' && rootBase !== target.rootBase;
    if (isReachable && isOther) found.push(...datedLifetimes(stage));
  }
  return found;
}

function datedLifetimes(stage: Stage): DatedBase[] {
  const base = baseImage(stage);
  if (base.kind !== 'known') return [];
  const { name: image } = base;
  return baseLifetimes(base.facts).flatMap(({ product, end }) =>
    end ? [{ stage, image, product, end }] : [],
  );
}

/** Before the end; in milliseconds. */
const WARNING = 90 * 24 * 60 * 60 * 1000;
