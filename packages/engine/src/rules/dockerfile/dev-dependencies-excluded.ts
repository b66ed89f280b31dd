// SPDX-License-Identifier: Apache-2.0
import {
  dependencyFolders,
  starvedBuilds,
  type DependencyFolder,
} from '../../artifacts/dockerfile/facts/dependencies/dependencyFolders.ts';
import { dependencyInstalls } from '../../artifacts/dockerfile/facts/dependencies/dependencyInstalls.ts';
import { developmentScope } from '../../artifacts/dockerfile/facts/dependencies/developmentDependencies.ts';
import { hasNoDevelopmentDependencies } from '../../artifacts/dockerfile/facts/dependencies/projectManifest.ts';
import { haveUnreadScripts } from '../../artifacts/dockerfile/facts/scripts/unreadScripts.ts';
import { isWindowsStage } from '../../artifacts/dockerfile/facts/base/windowsStage.ts';
import { defineRule } from '../defineRule.ts';

export const devDependenciesExcluded = defineRule({
  id: 'dockerfile/dev-dependencies-excluded',
  artifact: 'dockerfile',
  scoreArea: 'dockerfile',
  title: 'The final image holds no development dependencies',
  severity: 'high',
  confidence: 'medium',
  level: 'proficient',
  mandatoryFor: [],
  frameworks: [
    'NIST-800-190 4.1.1',
    'PCI-DSS-4.0.1 2.2.4',
    'PCI-DSS-4.0.1 6.3.2',
    'CIS-Docker-1.6.0 4.3',
  ],
  peers: {},
  category: 'surface',
  lifecycle: 'stable',
  effort: 'auto',
  semantics:
    'Follows folders of dependencies (node_modules, Python environments and site-packages, vendor, gems) from the call that fills them, through COPY --from, cp and mv, to the final image, and fails for those that arrive with development dependencies. Whether an install brings them is told by its options, by the variables in force (NODE_ENV=production and its like), by the settings of the tool, and by names such as requirements-dev.txt or .[test]; npm prune --omit=dev and a later install without them take them away. Where the text of the manifest is known and lists none, the folder passes. Folders that never reach the final image pass, and so does bundled output. Where one step has an install for each case (if production ... else ...), the one without them counts. A build that follows an install without development dependencies is a finding of severity info, because its compiler is usually one of them. Test classes of Maven and Gradle are not judged.',
  rationale:
    'Compilers, test tools and linters bring many packages of their own. None of them runs in production, and each can be vulnerable or compromised.',
  remediation:
    'Install without them (npm ci --omit=dev, yarn workspaces focus --production, pnpm install --prod, poetry install --only main, uv sync --no-dev, composer install --no-dev). Where the build needs them, prune behind the build (npm prune --omit=dev) or copy the folder from a stage that installs without them.',
  references: [
    'https://docs.npmjs.com/cli/v11/commands/npm-ci#omit',
    'https://pnpm.io/cli/install#--prod--p',
    'https://python-poetry.org/docs/cli/#install',
    'https://docs.astral.sh/uv/concepts/projects/sync/',
  ],
  messages: {
    installed:
      '"{command}" installs development dependencies, which stay in the final image.',
    copied:
      'This brings the development dependencies that "{command}" has installed into the final image.',
    order:
      '"{command}" builds after "{install}" has left the development dependencies out, which builds usually need.',
  },
  examples: {
    passing: ['FROM node:24-slim\nRUN npm ci --omit=dev\n'],
    failing: ['FROM node:24-slim\nRUN npm ci\n'],
  },
  check({ build, target, context }, verdict) {
    if (isWindowsStage(target)) return verdict.notApplicable('windows-image');
    const stages = build.stages.filter(({ isReachable }) => isReachable);
    if (!stages.some(stage => dependencyInstalls(stage).length > 0)) {
      return haveUnreadScripts(stages)
        ? verdict.unknown('script-not-read')
        : verdict.notApplicable('no-subject');
    }
    const starved = stages.flatMap(starvedBuilds).map(one => {
      const { label: command, at } = one.build;
      const install = one.install.label;
      return verdict.finding('order', at, { command, install }, 'info');
    });
    const folders = dependencyFolders(target);
    const brought = firstOfPlaces(
      folders.filter(
        folder =>
          folder.development.kind === 'included' &&
          !hasNoDevelopmentDependencies(folder, context),
      ),
    ).map(({ install, copy }) => {
      const { label: command, at } = install;
      return copy
        ? verdict.finding('copied', copy.at, { command })
        : verdict.finding('installed', at, { command });
    });
    const [open] = folders.flatMap(({ development }) =>
      development.kind === 'unknown' ? [development.missing.join(', ')] : [],
    );
    if (open !== undefined && brought.length === 0) {
      return verdict.unknown('variable-without-value', open);
    }
    const findings = [...brought, ...starved];
    if (findings.length > 0) return verdict.fromFindings(findings);
    if (haveUnreadScripts(stages)) {
      return verdict.unknown('script-not-read');
    }
    const isAbsent = stages
      .flatMap(dependencyInstalls)
      .every(install => developmentScope(install).kind === 'notSeparate');
    return isAbsent ? verdict.notApplicable('no-subject') : verdict.passed();
  },
});

/** A COPY may bring what one command has installed into several folders. */
function firstOfPlaces(
  folders: readonly DependencyFolder[],
): DependencyFolder[] {
  const seen = new Set<string>();
  return folders.filter(({ install, copy }) => {
    const place = copy
      ? `${copy.at.start} ${install.label}`
      : `${install.at.start}`;
    const isFirst = !seen.has(place);
    seen.add(place);
    return isFirst;
  });
}
