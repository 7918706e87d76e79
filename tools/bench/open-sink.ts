import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface BenchSink {
  readonly port: number;
  count(): Promise<number>;
  close(): void;
}

/** Starts the relay of the bench and waits until it listens. */
export async function openBenchSink(): Promise<BenchSink> {
  const child = fork(fileURLToPath(new URL('mail-sink.ts', import.meta.url)));
  const hear = <T>() => new Promise<T>((done) => child.once('message', (message) => done(message as T)));
  const { port } = await hear<{ readonly port: number }>();
  return {
    port,
    count: async () => {
      child.send('count');
      return (await hear<{ readonly messages: number }>()).messages;
    },
    close: () => child.disconnect(),
  };
}
