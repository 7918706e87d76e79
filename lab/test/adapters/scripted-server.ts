import { type AddressInfo, createServer, type Socket } from 'node:net';

export type Verb = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'message' | 'RSET' | 'QUIT';

/** What the server does at a verb: a reply line, or one of these. `half`: a reply without its end, then closed. */
export type Deed =
  | 'close'
  | 'stall'
  | 'reset'
  | { readonly reply: string }
  | { readonly half: string }
  | { readonly late: string };

export interface ScriptedServer {
  readonly port: number;
  /** Every message whose final dot arrived, whatever was replied. */
  readonly messages: readonly string[];
  readonly sessions: () => number;
  close(): Promise<void>;
}

const usual: Readonly<Record<Verb, string>> = {
  greeting: '220 relay.example ESMTP',
  EHLO: '250-relay.example\r\n250-PIPELINING\r\n250 8BITMIME',
  MAIL: '250 2.1.0 sender taken',
  RCPT: '250 2.1.5 recipient taken',
  DATA: '354 go on',
  message: '250 2.0.0 taken',
  RSET: '250 2.0.0 clean',
  QUIT: '221 2.0.0 bye',
};

/**
 * An SMTP server that does at each verb what it is told, for as many sessions as it is told, and is well-behaved
 * otherwise.
 */
export async function openScriptedServer(
  script: Partial<Record<Verb, Deed>>,
  options: { readonly isPipelining?: boolean; readonly naughtySessions?: number; readonly lateMs?: number } = {},
): Promise<ScriptedServer> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  let sessions = 0;
  const server = createServer((socket) => {
    sessions += 1;
    const deeds = sessions <= (options.naughtySessions ?? Number.POSITIVE_INFINITY) ? script : {};
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let buffer = '';
    let isData = false;
    let isStalled = false;
    let hasRecipient = false;
    const act = (verb: Verb): boolean => {
      const deed = deeds[verb];
      if (deed === undefined) {
        const reply = usual[verb];
        socket.write(`${verb === 'EHLO' && options.isPipelining === false ? '250 relay.example' : reply}\r\n`);
        return true;
      }
      if (deed === 'close') socket.end();
      else if (deed === 'reset') socket.resetAndDestroy();
      else if (deed === 'stall') isStalled = true;
      else if ('half' in deed) socket.end(deed.half);
      else if ('late' in deed)
        setTimeout(() => socket.writable && socket.write(`${deed.late}\r\n`), options.lateMs ?? 1000);
      else {
        socket.write(`${deed.reply}\r\n`);
        if (deed.reply.startsWith('421')) socket.end();
        return true;
      }
      return false;
    };
    act('greeting');
    socket.on('data', (chunk) => {
      if (isStalled && !isData) return;
      buffer += chunk.toString('latin1');
      for (;;) {
        if (isData) {
          const end = buffer.startsWith('.\r\n') ? 0 : buffer.indexOf('\r\n.\r\n');
          if (end === -1) return;
          messages.push(buffer.slice(0, end));
          buffer = buffer.slice(end + (end === 0 ? 3 : 5));
          isData = false;
          if (!act('message')) return;
          continue;
        }
        const end = buffer.indexOf('\r\n');
        if (end === -1) return;
        const verb = buffer.slice(0, end).split(/[ :]/)[0]?.toUpperCase() as Verb;
        buffer = buffer.slice(end + 2);
        const reply = deeds[verb];
        if (verb === 'MAIL' || verb === 'RSET') hasRecipient = false;
        if (verb === 'RCPT') hasRecipient = reply === undefined;
        if (verb === 'DATA' && reply === undefined && !hasRecipient) {
          socket.write('554 5.5.1 nobody to send to\r\n');
          continue;
        }
        if (
          verb === 'DATA' &&
          (reply === undefined || (typeof reply === 'object' && 'reply' in reply && reply.reply.startsWith('354')))
        )
          isData = true;
        if (!(verb in usual)) socket.write('502 5.5.1 what\r\n');
        else if (!act(verb)) return;
        if (verb === 'QUIT') socket.end();
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    sessions: () => sessions,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
