/** Lets whatever else the page has to do go first: input, drawing, what has arrived. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { postTask?(task: () => void): Promise<void> } };
  // A timer waits for four milliseconds at least once one has followed another.
  return scheduler?.postTask?.(() => {}) ?? new Promise((resolve) => setTimeout(resolve));
}

/** Work in steps, each of which is short: a millisecond or so. */
export type Steps<R> = Generator<void, R>;

/** Does all steps at once. */
export function atOnce<R>(work: Steps<R>): R {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Does the steps in slices short enough for a page that is used meanwhile. Rejects with the signal's reason where it stops
 * them.
 *
 * @param most how long a slice takes, in milliseconds, and one step more. Default 8.
 */
export async function inSlices<R>(work: Steps<R>, signal: AbortSignal, most = 8): Promise<R> {
  for (;;) {
    signal.throwIfAborted();
    const until = performance.now() + most;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await pause();
  }
}
