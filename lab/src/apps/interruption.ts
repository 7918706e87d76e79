let ask: (() => void) | null = null;
let isDone = false;

/**
 * Runs a command that ends in order when it is asked to: the first Ctrl-C asks it, a second one ends the process as
 * ever.
 */
export async function stoppable<T>(run: (onStoppable: (stop: () => void) => void) => Promise<T>): Promise<T> {
  try {
    return await run((stop) => {
      ask = stop;
    });
  } finally {
    ask = null;
  }
}

/** Whether the running command took the request to stop. */
export function requestStop(): boolean {
  if (ask === null) return false;
  const stop = ask;
  ask = null;
  stop();
  return true;
}

/** The running command has had its effect, and only says so: stopping it would stop nothing. */
export function settle(): void {
  isDone = true;
}

/** Whether it is too late to stop. The first request only: a second one ends the process. */
export function isSettled(): boolean {
  const was = isDone;
  isDone = false;
  return was;
}
