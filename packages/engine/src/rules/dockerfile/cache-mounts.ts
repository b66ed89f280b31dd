// SPDX-License-Identifier: Apache-2.0
import { baseImage } from '../../artifacts/dockerfile/facts/base/baseImage.ts';
import {
  dependencyInstalls,
  type DependencyInstall,
} from '../../artifacts/dockerfile/facts/dependencies/dependencyInstalls.ts';
import { toolCacheMounts } from '../../artifacts/dockerfile/facts/dependencies/toolCacheMounts.ts';
import { haveUnreadScripts } from '../../artifacts/dockerfile/facts/scripts/unreadScripts.ts';
import { neededLinuxStages } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import type { RunMount } from '../../artifacts/dockerfile/stages/runMounts.ts';
import type { Stage, Step } from '../../artifacts/dockerfile/stages/stage.ts';
import { defineRule } from '../defineRule.ts';
import type { FindingDraft } from '../verdict.ts';

export const cacheMounts = defineRule({
  id: 'dockerfile/cache-mounts',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'Installs of dependencies keep their downloads in a cache mount',
  severity: 'low',
  confidence: 'high',
  level: 'expert',
  mandatoryFor: ['expert'],
  frameworks: [],
  peers: {},
  category: 'operations',
  lifecycle: 'stable',
  effort: 'auto',
  semantics:
    'Judges every RUN, in the stages that the build needs, that installs the dependencies of a project or compiles it with a tool that does so (npm, Yarn, pnpm, Bun, pip -r, uv, Poetry, Go, Cargo, Maven, Gradle, dotnet, Bundler, Composer and so on). It needs RUN --mount=type=cache on a cache folder of the tool, on a folder above or inside it, or on a folder that no table knows, which the project may have chosen. Where USER is not root, the mount also needs uid, or a mode that lets all write. Offline runs (--offline, --no-restore) pass. Single packages by name, and packages of the distribution, are not judged: their own rules ask for clean layers. Whether the builder keeps its cache between runs is not known here.',
  rationale:
    'Without it each change of a manifest downloads and compiles everything again, and what a tool caches ends up in a layer of the image.',
  remediation:
    'Mount the cache folder of the tool in the RUN that installs, for example RUN --mount=type=cache,target=/root/.npm npm ci, and leave out options such as --no-cache-dir there. In CI, export the cache or use a builder that keeps it.',
  references: [
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
  ],
  messages: {
    noMount: '"{command}" has no cache mount, for example on {folder}.',
    notWritable:
      'The cache mount belongs to root, and "{command}" runs as "{user}" without a right to write to it.',
  },
  examples: {
    passing: [
      'FROM golang:1.25\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\n',
    ],
    failing: ['FROM golang:1.25\nRUN go mod download\n'],
  },
  check({ build }, verdict) {
    const stages = neededLinuxStages(build);
    if (stages.length === 0) return verdict.notApplicable('windows-image');
    let hasInstalls = false;
    const findings: FindingDraft[] = [];
    for (const stage of stages) {
      for (const install of firstOfSteps(dependencyInstalls(stage))) {
        hasInstalls = true;
        const { label: command, at, tool, run } = install;
        const mounts = toolCacheMounts(install);
        const [mount] = mounts;
        if (!mount) {
          const folder = (tool.caches[0] ?? '').replace(/^~/, '/root');
          findings.push(verdict.finding('noMount', at, { command, folder }));
          continue;
        }
        const user = userOf(run.step, stage);
        if (user !== undefined && !mounts.some(isWritable)) {
          const data = { command, user };
          findings.push(verdict.finding('notWritable', mount.flag, data));
        }
      }
    }
    if (findings.length > 0) return verdict.fromFindings(findings);
    if (haveUnreadScripts(stages)) {
      return verdict.unknown('script-not-read');
    }
    return hasInstalls ? verdict.passed() : verdict.notApplicable('no-subject');
  },
});

/** One for each step and tool; what runs offline downloads nothing. */
function firstOfSteps(
  installs: readonly DependencyInstall[],
): readonly DependencyInstall[] {
  if (installs.length === 0) return installs;
  const seen = new Map<Step, Set<string>>();
  return installs.filter(({ run, tool, options }) => {
    if (options.some(({ name }) => OFFLINE.test(name))) return false;
    const tools = seen.get(run.step) ?? new Set();
    seen.set(run.step, tools);
    const isFirst = !tools.has(tool.name);
    tools.add(tool.name);
    return isFirst;
  });
}

const OFFLINE = /^--(?:offline|no-restore)$/;

/** The user of a step, where it is known and not root. */
function userOf({ user }: Step, stage: Stage): string | undefined {
  const base = baseImage(stage);
  const text = user
    ? user.value.missing.length === 0 && user.value.value
    : base.kind === 'known' && base.facts.user;
  return text && !/^(?:root|0+)(?::|$)/.test(text) ? text : undefined;
}

function isWritable({ uid, mode }: RunMount): boolean {
  return uid !== undefined || (mode !== undefined && (mode & 0o002) !== 0);
}
