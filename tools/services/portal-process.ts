import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../portal/src/main.ts', import.meta.url));

/** A portal as an operator starts it: a process of its own. */
export interface RunningPortal {
  readonly pid: number;
  /** On loopback. */
  readonly port: number;
  /** Gives back when it has ended and all that it wrote was handed on. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a portal with a settings file; what it writes to its two outputs is handed on. @throws Error when it ends
 * before it listens.
 */
export function startPortal(settings: string, onOutput: (text: string) => void): Promise<RunningPortal> {
  const child = spawn(process.execPath, [MAIN, settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  // A run that breaks off leaves no process behind.
  const end = (): void => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.removeListener('exit', end));
  // With the last byte of its outputs, which may come after its exit.
  const closed = new Promise<void>((settle) => child.once('close', () => settle()));
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    await closed;
  };
  return new Promise((settle, fail) => {
    let begun = '';
    const hear = (chunk: Buffer): void => {
      const text = String(chunk);
      onOutput(text);
      if (begun.includes('"listening"')) return;
      begun += text;
      const port = /"listening":(\d+)/.exec(begun)?.[1];
      if (port !== undefined) settle({ pid: child.pid ?? 0, port: Number(port), stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the portal ended with ${code}: ${begun}`)));
  });
}
