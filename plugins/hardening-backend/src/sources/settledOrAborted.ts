// SPDX-License-Identifier: Apache-2.0

/** The answer, unless the signal aborts first: not every reader obeys it. */
export async function settledOrAborted<T>(
  signal: AbortSignal,
  answer: Promise<T>,
): Promise<T> {
  let giveUp: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp!);
  }
}
