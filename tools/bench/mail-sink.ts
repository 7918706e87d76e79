import { fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A relay that takes everything and keeps nothing, in a process of its own so that its time counts for nobody. */
export interface MailSink {
  readonly port: number;
  count(): Promise<number>;
  close(): void;
}

/** Starts the relay and waits until it listens. */
export async function openMailSink(): Promise<MailSink> {
  const child = fork(import.meta.filename);
  const hear = () => new Promise<number>((done) => child.once('message', (number) => done(Number(number))));
  const port = await hear();
  return {
    port,
    count: () => {
      child.send('count');
      return hear();
    },
    close: () => child.disconnect(),
  };
}

/** Tells its parent its port, and the number of messages when it is asked. */
function runSink(): void {
  let messages = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, callback) {
      stream.resume();
      stream.on('end', () => {
        messages += 1;
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1', () => process.send?.((server.server.address() as AddressInfo).port));
  process.on('message', () => process.send?.(messages));
  process.on('disconnect', () => process.exit());
}

if (process.argv[1] === import.meta.filename) runSink();
