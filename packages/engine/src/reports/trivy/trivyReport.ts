// SPDX-License-Identifier: Apache-2.0
import type { ScannedOs, ScanSubject, ScanSubjectKind } from '@plimsoll/model';
import { digestOf, distinct } from '../imageDigest.ts';
import { listOf, type ShapeValue } from '../json/shape.ts';

/** What is kept of a report itself. */
export const TRIVY_REPORT = {
  SchemaVersion: 'number',
  Trivy: { Version: 'text' },
  CreatedAt: 'text',
  ArtifactName: 'text',
  ArtifactType: 'text',
  ClusterName: 'text',
  Metadata: {
    OS: { Family: 'text', Name: 'text', EOSL: 'flag' },
    ImageID: 'text',
    RepoTags: listOf('text'),
    RepoDigests: listOf('text'),
    ImageConfig: { architecture: 'text', os: 'text' },
  },
  Resources: 'presence',
} as const;

/** What is kept of a resource of a cluster. */
export const TRIVY_CLUSTER_RESOURCE = {
  Namespace: 'text',
  Kind: 'text',
  Name: 'text',
  Error: 'prose',
} as const;

export type TrivyReport = ShapeValue<typeof TRIVY_REPORT>;
export type TrivyResource = ShapeValue<typeof TRIVY_CLUSTER_RESOURCE>;

/** What a report is about. */
export function trivySubject(report: TrivyReport): ScanSubject {
  const { ArtifactName, ArtifactType, ClusterName, Metadata } = report;
  const { ImageID, RepoTags = [], RepoDigests = [], OS } = Metadata ?? {};
  const platform = platformOf(Metadata?.ImageConfig);
  return {
    kind:
      ClusterName === undefined
        ? SUBJECT_KINDS.get(ArtifactType ?? '') ?? 'unknown'
        : 'cluster',
    name: ArtifactName ?? ClusterName ?? '',
    digests: distinct(RepoDigests.map(digestOf)),
    ...(ImageID && { imageId: ImageID }),
    references: distinct([...RepoTags, ...RepoDigests]),
    ...(platform && { platform }),
    ...(OS && { os: osOf(OS) }),
  };
}

const SUBJECT_KINDS = new Map<string, ScanSubjectKind>([
  ['container_image', 'image'],
  ['filesystem', 'filesystem'],
  ['repository', 'repository'],
]);

interface Platform {
  readonly architecture?: string;
  readonly os?: string;
}

function platformOf({ os, architecture }: Platform = {}): string | undefined {
  return os && architecture ? `${os}/${architecture}` : undefined;
}

interface TrivyOs {
  readonly Family?: string;
  readonly Name?: string;
  readonly EOSL?: boolean;
}

function osOf({ Family = '', Name = '', EOSL }: TrivyOs): ScannedOs {
  return {
    family: Family,
    version: Name,
    // Written only when it is true, and silent where the tool does not know.
    ...(EOSL !== undefined && { endOfLife: EOSL }),
  };
}
