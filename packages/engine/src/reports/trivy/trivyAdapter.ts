// SPDX-License-Identifier: Apache-2.0
import { hasAt, outlineAt, type Outline } from '../json/outline.ts';
import { element, type ReportAdapter } from '../reportAdapter.ts';
import { TRIVY_CLUSTER_RESOURCE, TRIVY_REPORT } from './trivyReport.ts';
import { TRIVY_ENTRIES } from './trivyShapes.ts';
import { TrivyReading } from './trivyReading.ts';

/** `trivy … --format json`, of an image, a folder, a repository, a cluster. */
export const trivyAdapter: ReportAdapter = {
  id: 'trivy',
  title: 'Trivy JSON',
  homepage: 'https://trivy.dev',
  testedVersions: ['0.20', '0.42', '0.67'],
  recognise(head) {
    return isReport(head) || isClusterReport(head);
  },
  read(draft) {
    const reading = new TrivyReading(draft);
    const results = (path: string) => ({
      [path]: element(TRIVY_ENTRIES.result, value => reading.result(value)),
      [`${path}.Vulnerabilities[*]`]: element(
        TRIVY_ENTRIES.vulnerability,
        value => reading.vulnerability(value),
      ),
      [`${path}.Misconfigurations[*]`]: element(
        TRIVY_ENTRIES.misconfiguration,
        value => reading.misconfiguration(value),
      ),
      [`${path}.Secrets[*]`]: element(TRIVY_ENTRIES.secret, value =>
        reading.secret(value),
      ),
      [`${path}.Licenses[*]`]: element({}, () => draft.omit('licenses')),
      [`${path}.ExperimentalModifiedFindings[*]`]: element(
        TRIVY_ENTRIES.modified,
        value => reading.modified(value),
      ),
    });
    return {
      elements: {
        $: element(TRIVY_REPORT, value => reading.report(value)),
        ...results('$.Results[*]'),
        '$.Resources[*]': element(TRIVY_CLUSTER_RESOURCE, value =>
          reading.resource(value),
        ),
        ...results('$.Resources[*].Results[*]'),
      },
      finish: () => reading.finish(),
    };
  },
};

function isReport(head: Outline): boolean {
  const named = hasAt(head, 'ArtifactName') && hasAt(head, 'ArtifactType');
  const numbered = typeof outlineAt(head, 'SchemaVersion') === 'number';
  return named || (numbered && hasAt(head, 'Trivy'));
}

function isClusterReport(head: Outline): boolean {
  return (
    hasAt(head, 'ClusterName') && CLUSTER_LISTS.some(name => hasAt(head, name))
  );
}

const CLUSTER_LISTS = [
  'Resources',
  'Findings',
  'Vulnerabilities',
  'Misconfigurations',
];
