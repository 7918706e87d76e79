import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface RecordedMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** A real SMTP server that accepts everything and remembers it. */
export interface RecordingSink {
  readonly port: number;
  readonly messages: readonly RecordedMessage[];
  close(): Promise<void>;
}

export async function openRecordingSink(port = 0): Promise<RecordingSink> {
  const messages: RecordedMessage[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('latin1'),
        });
        callback(null, 'taken');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    port: (server.server.address() as AddressInfo).port,
    messages,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
