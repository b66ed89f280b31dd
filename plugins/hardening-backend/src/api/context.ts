// SPDX-License-Identifier: Apache-2.0
import type {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { RuleInfo } from '@plimsoll/model';
import type { Knex } from 'knex';
import type { Assessor } from '../assess/assessor';
import type { JudgeRequest } from '../assess/judge';
import type { MayUpload } from './uploaders';

/** What answering takes. */
export interface ApiContext {
  readonly knex: Knex;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  /** Has repositories read soon; returns once that is noted down. */
  readonly requestRefresh: (repositoryIds: readonly number[]) => Promise<void>;
  /** For previews: better one of its own, so that no refresh holds them up. */
  readonly assessor: Pick<Assessor, 'assess'>;
  readonly policy: JudgeRequest['policy'];
  readonly uploads: UploadContext;
  /** All that there are, by id. */
  readonly rules: readonly RuleInfo[];
  readonly now: () => number;
}

/** What taking scan reports takes. */
export interface UploadContext {
  readonly mayUpload: MayUpload;
  /** Of its own, so that neither refreshes nor previews wait for a sender. */
  readonly reader: Pick<Assessor, 'readScan'>;
  readonly mostPerHour: number;
  /** Within which a report has to come. */
  readonly milliseconds: number;
  readonly meter: UploadMeter;
  /** Says that something is due. */
  wake(): void;
}

/** What is counted of uploads. */
export interface UploadMeter {
  uploaded(outcome: string, seconds: number): void;
}
