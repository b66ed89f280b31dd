// SPDX-License-Identifier: Apache-2.0
import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import { checkAnyRead } from './access';
import { detailOf } from './assessmentDetail';
import { audited } from './audited';
import { parseInput } from './input';
import type { Operation } from './operation';
import { TooLargeError } from './tooLargeError';

const MOST_FILES = 50;
const MOST_BYTES = 1024 * 1024;

const pathSchema = z
  .string()
  .min(1)
  .max(1024)
  .refine(
    path => path.split('/').every(part => part !== '' && !/^\.\.?$/.test(part)),
    'a path is relative, with slashes, and without "." and ".." in it',
  );

const bodySchema = z.strictObject({
  files: z
    .record(pathSchema, z.string())
    .refine(
      files => Object.keys(files).length <= MOST_FILES,
      `at most ${MOST_FILES} files are looked at`,
    ),
});

/** The score that files would have; they are forgotten with the answer. */
export const preview: Operation<'preview'> = async (context, call) => {
  const { request, response } = call;
  response.set('Cache-Control', 'no-store');
  const { files } = parseInput('body', bodySchema, request.body);
  const given = Object.entries(files).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    text,
  }));
  const bytes = given.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES) {
    throw new TooLargeError(
      `The files have ${bytes} bytes together; at most ${MOST_BYTES} are looked at`,
    );
  }
  const event = {
    eventId: 'assessment-preview',
    meta: { files: given.length, bytes },
  };
  return audited(context, call, event, async () => {
    await checkAnyRead(context, call);
    const { assessor, policy, now } = context;
    try {
      const { assessment } = await assessor.assess({
        files: given,
        evidence: { scope: 'files' },
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
  });
};
