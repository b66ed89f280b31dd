// SPDX-License-Identifier: Apache-2.0
import { ServiceUnavailableError } from '@backstage/errors';
import type { AssessmentDetail } from '@plimsoll/plugin-hardening-common';
import { z } from 'zod';
import type { JudgeRequest } from '../assess/judge';
import { checkAnyRead } from './access';
import { detailOf } from './assessmentDetail';
import { audited } from './audited';
import { parseInput, relativePath } from './input';
import type { ApiContext } from './context';
import type { Call, Operation } from './operation';
import { TooLargeError } from './tooLargeError';

const MOST_FILES = 50;
const MOST_BYTES = 1024 * 1024;
/** Previews that are made, or wait for it; each holds its files in memory. */
const MOST_AT_ONCE = 8;

const bodySchema = z.strictObject({
  files: z
    .record(relativePath, z.string())
    .refine(
      files => Object.keys(files).length <= MOST_FILES,
      `at most ${MOST_FILES} files are looked at`,
    ),
});

/** Gives the score that files would have; they are forgotten with the answer. */
export function createPreview(): Operation<'preview'> {
  let running = 0;
  return async (context, call) => {
    const files = filesOf(call);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (bytes > MOST_BYTES) {
      throw new TooLargeError(
        `The files have ${bytes} bytes together; at most ${MOST_BYTES} are looked at`,
      );
    }
    const event = {
      eventId: 'assessment-preview',
      meta: { files: files.length, bytes },
    };
    return audited(context, call, event, async () => {
      await checkAnyRead(context, call);
      if (running >= MOST_AT_ONCE) {
        throw new ServiceUnavailableError(
          'There are too many previews at once; try again in a moment',
        );
      }
      running += 1;
      try {
        return await assessFiles(context, files);
      } finally {
        running -= 1;
      }
    });
  };
}

function filesOf({ request, response }: Call): JudgeRequest['files'] {
  response.set('Cache-Control', 'no-store');
  const { files } = parseInput('body', bodySchema, request.body);
  return Object.entries(files).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text,
  }));
}

async function assessFiles(
  { assessor, policy, now }: ApiContext,
  files: JudgeRequest['files'],
): Promise<AssessmentDetail> {
  try {
    const { assessment } = await assessor.assess({
      files,
      policy,
      now: new Date(now()),
      mostFindings: 0,
    });
    return detailOf(assessment);
  } catch {
    // Its cause would be logged, and may quote the files.
    throw new ServiceUnavailableError(
      'These files could not be assessed within the limits of time and memory',
    );
  }
}
