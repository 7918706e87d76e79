import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { readStatus } from '../../../src/commands/read-status.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import type { WatchEvent } from '../../../src/commands/watch/watch-event.ts';
import { type WatchOrder, watchIncident } from '../../../src/commands/watch/watch-incident.ts';
import { listArrivals } from '../../../src/evidence/store/arrival-store.ts';
import { actIn } from '../../../src/operations/context.ts';
import { readingState } from '../../opened-state.ts';

export const CUSTODIANS = ['ada', 'bo', 'cy'] as const;
export type Custodian = (typeof CUSTODIANS)[number];

const SESSION = '5b1d0c52-0000-4000-8000-00000000000a';

/** A row of the intruder, who opens the one message of a mailbox. */
export function toRow(id: string, custodian: Custodian = 'ada', time = '2024-01-20T00:00:00'): string {
  return `${JSON.stringify({
    CreationTime: time,
    Id: id,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserType: 0,
    UserId: `${custodian}@a.example`,
    ClientIPAddress: '198.51.100.7',
    LogonType: 0,
    SessionId: SESSION,
    MailboxOwnerUPN: `${custodian}@a.example`,
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
    Folders: [{ Path: '\\Inbox', FolderItems: [{ InternetMessageId: `<${custodian}-1@b.example>` }] }],
  })}\n`;
}

export interface WebhookCall {
  readonly id: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** A receiver on loopback that remembers what it got; `answer` gives the status of the next replies. */
export async function openWebhookSink() {
  const calls: WebhookCall[] = [];
  const sink = { port: 0, calls, answer: 204, close: () => server.close() };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push({
        id: String(request.headers['idempotency-key']),
        authorization: request.headers.authorization,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      response.writeHead(sink.answer).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  sink.port = (server.address() as AddressInfo).port;
  return sink;
}

export interface WatchDesk {
  readonly state: string;
  readonly incident: string;
  path(name: string): string;
  write(name: string, text: string): void;
  /** Writes the incident file with these lines at its end. */
  configure(rest: string): void;
  run(): Promise<{ readonly version: number }>;
  /** One pass, with what it said. */
  pass(change?: Partial<WatchOrder>): Promise<readonly WatchEvent[]>;
  needs(): Promise<readonly string[]>;
  /** Places with the version in which each was first judged. */
  arrivals(): Promise<readonly (readonly [string, number])[]>;
}

/** A small incident whose logs arrive in a folder. */
export function openWatchDesk(folder: string): WatchDesk {
  const path = (name: string) => join(folder, name);
  const state = path('state');
  const incident = path('incident.yaml');
  mkdirSync(path('logs'));
  mkdirSync(path('mail/ada'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path(name), text);
  const toMail = (custodian: string) =>
    `From: x@b.example\nTo: ${custodian}@a.example\nMessage-ID: <${custodian}-1@b.example>\nDate: Mon, 8 Jan 2024 10:00:00 +0000\nSubject: secret harbour\n\nx\n`;
  for (const custodian of CUSTODIANS)
    write(custodian === 'ada' ? 'mail/ada/1.eml' : `mail/${custodian}.eml`, toMail(custodian));
  const configure = (rest: string) =>
    write(
      'incident.yaml',
      `incident: goes-on
organization: { name: A, domains: [a.example] }
window: { start: 2024-01-01T00:00:00Z, contained: 2024-02-01T00:00:00Z }
mailboxes:
  - { custodian: ada, address: ada@a.example, evidence: mail/ada, names: [a.lovelace] }
  - { custodian: bo, address: bo@a.example, evidence: mail/bo.eml }
  - { custodian: cy, address: cy@a.example, evidence: mail/cy.eml }
access:
  - folder: logs
intruder: { addresses: [198.51.100.7], sessions: [${SESSION}] }
${rest}`,
    );
  configure('');
  return {
    state,
    incident,
    path,
    write,
    configure,
    run: () => runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress }),
    pass: async (change = {}) => {
      const events: WatchEvent[] = [];
      await watchIncident({
        ...{ state, actIn, folders: [], once: true, everySeconds: null, out: null, workers: 1, by: 'watch' },
        progress: silentProgress,
        say: (event) => events.push(event),
        stillMs: 0,
        ...change,
      });
      return events;
    },
    needs: async () =>
      (await readingState(state, readStatus)).summary.needs.map(({ subject, text }) => `${subject}: ${text}`),
    arrivals: async () => {
      const opened = await openStateForReading(state);
      const found = await listArrivals(opened.store);
      await opened.close();
      return found.map(({ place, version }) => [place, version]);
    },
  };
}

export const ofKind = <Kind extends WatchEvent['event']>(events: readonly WatchEvent[], kind: Kind) =>
  events.filter((event): event is Extract<WatchEvent, { event: Kind }> => event.event === kind);
