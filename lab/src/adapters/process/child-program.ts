import { fork } from 'node:child_process';

/** One of our programs in its own process. */
export interface ChildProgram {
  /** Asks it to end as soon as it can do so in order. */
  stop(): void;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts a TypeScript file of ours; `hear` gets what it says. What it writes to standard error is shown. */
export function startProgram(path: string, args: readonly string[], hear: (message: unknown) => void): ChildProgram {
  const child = fork(path, [...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('message', hear);
  const ended = new Promise<number | null>((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle(code));
  });
  return { stop: () => void (child.connected && child.send('stop')), ended };
}

/** In the child: what to do when the parent asks to stop, or is gone. */
export function onStop(stop: () => void): void {
  process.on('message', (message) => {
    if (message === 'stop') stop();
  });
  process.on('disconnect', stop);
}

/** In the child: tells the parent, as long as there is one. */
export function sendToParent(message: unknown): void {
  // A killed parent must not end us: the current message comes first.
  if (process.connected) process.send?.(message, () => undefined);
}
