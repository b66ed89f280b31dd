// SPDX-License-Identifier: Apache-2.0
import type { AuditorServiceCreateEventOptions } from '@backstage/backend-plugin-api';
import type { ApiContext } from './context';
import type { Call } from './operation';

/** Notes in the audit log that something is done, and how it went. */
export async function audited<T>(
  { auditor }: Pick<ApiContext, 'auditor'>,
  { request }: Pick<Call, 'request'>,
  event: Omit<AuditorServiceCreateEventOptions, 'request'>,
  action: () => Promise<T>,
): Promise<T> {
  const noted = await auditor.createEvent({ ...event, request });
  let result: T;
  try {
    result = await action();
  } catch (error) {
    await noted.fail({ error: error as Error });
    throw error;
  }
  await noted.success();
  return result;
}
