import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NumberSource } from '../../../core/test/mutation.ts';

// Invented incidents of several kinds, each from a seed: who the intruder is and how it came in differs, and so does
// what else nobody has explained.

const DAY = 86_400;
/** 1 September 2001. The window begins ten days later and lasts thirty. */
const START = 999_302_400;
const WINDOW = { start: START + 10 * DAY, end: START + 40 * DAY };
const MESSAGES = 120;
const CUSTODIANS = ['abel', 'berg', 'chan', 'diaz', 'elm', 'fox'] as const;
const FOLDERS = ['inbox', 'sent', 'plans'];
const OUTLOOK = 'd3590ed6-52b3-4102-aeff-aad2292ab01c';

export interface Story {
  readonly name: string;
  /** Custodians whose own addresses the incident file does not name. */
  readonly unlisted: number;
  /** Places of a custodian that travels, each with records of its own. */
  readonly hotels: number;
  /** The intruder's section of the incident file. */
  readonly intruder: string;
  readonly act: (log: Log, numbers: NumberSource) => void;
}

interface Deed {
  readonly mailbox: number;
  readonly kind: 'bind' | 'sync' | 'export' | 'rule';
  readonly ip: string;
  readonly session?: string;
  readonly token?: string;
  readonly app?: string;
  readonly user?: string;
  readonly time?: number;
}

const toMessageId = (mailbox: number, at: number): string => `<${CUSTODIANS[mailbox]}.${at}@northwind.example>`;
const toGuid = (mailbox: number): string => `00000000-0000-4000-8000-00000000000${mailbox}`;
const toUser = (mailbox: number): string => `${CUSTODIANS[mailbox]}@harbor.example`;
const toHome = (mailbox: number): string => `198.19.${100 + mailbox}.20`;
const toIso = (time: number): string => new Date(time * 1000).toISOString().slice(0, 19);

/** Audit records as the Management Activity API gives them. */
class Log {
  readonly #numbers: NumberSource;
  readonly #lines: string[] = [];

  constructor(numbers: NumberSource) {
    this.#numbers = numbers;
  }

  add({ mailbox, kind, ip, session, token, app = OUTLOOK, user = toUser(mailbox), time }: Deed): void {
    const numbers = this.#numbers;
    const id = `10000000-0000-4000-8000-${String(this.#lines.length).padStart(12, '0')}`;
    const at = time ?? WINDOW.start + numbers(WINDOW.end - WINDOW.start - DAY);
    const common = {
      ...{ CreationTime: toIso(at), Id: id, UserId: user, ClientIPAddress: ip, AppId: app, LogonType: 0, UserType: 0 },
      ...(session === undefined ? {} : { SessionId: session }),
      ...(token === undefined ? {} : { AppAccessContext: { UniqueTokenId: token } }),
    };
    const box = { MailboxGuid: toGuid(mailbox), MailboxOwnerUPN: toUser(mailbox) };
    const folder = FOLDERS[numbers(FOLDERS.length)] ?? '';
    const access = (type: string) => [
      { Name: 'MailAccessType', Value: type },
      { Name: 'IsThrottled', Value: 'False' },
    ];
    const items = Array.from({ length: 1 + numbers(3) }, () => ({
      InternetMessageId: toMessageId(mailbox, numbers(MESSAGES)),
    }));
    const own = {
      bind: {
        ...{ Operation: 'MailItemsAccessed', ...box, OperationProperties: access('Bind') },
        ...{ Folders: [{ Id: folder, Path: folder, FolderItems: items }], OperationCount: items.length },
      },
      sync: {
        ...{ Operation: 'MailItemsAccessed', ...box, OperationProperties: access('Sync') },
        Item: { ParentFolder: { Id: folder, Path: folder } },
      },
      export: {
        Operation: 'New-MailboxExportRequest',
        Parameters: [{ Name: 'Mailbox', Value: toUser(mailbox) }],
      },
      rule: {
        Operation: 'New-InboxRule',
        Parameters: [
          { Name: 'Name', Value: '.' },
          { Name: 'ForwardTo', Value: 'archive@sync.invalid' },
        ],
      },
    }[kind];
    this.#lines.push(JSON.stringify({ ...common, ...own }));
  }

  toText(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

const times = (count: number, work: (at: number) => void): void => {
  for (let at = 0; at < count; at += 1) work(at);
};

export const STORIES: readonly Story[] = [
  {
    name: 'a mail client with a stolen token, from another address every time',
    ...{ unlisted: 0, hotels: 0, intruder: '  tokens: [ "stolen-1" ]\n' },
    act: (log) => {
      times(9, (at) =>
        log.add({ mailbox: 1, kind: at % 3 === 0 ? 'sync' : 'bind', ip: `198.18.${at}.7`, token: 'stolen-1' }),
      );
    },
  },
  {
    name: 'an application with rights to all mailboxes, from addresses of the provider',
    ...{ unlisted: 0, hotels: 4, intruder: '  applications: [ 99990000-0000-4000-8000-000000000001 ]\n' },
    act: (log) => {
      const app = '99990000-0000-4000-8000-000000000001';
      times(12, (at) => {
        const kind = at % 4 === 0 ? 'sync' : 'bind';
        log.add({ mailbox: at % 4, kind, ip: '20.190.130.7', app, user: 'ServicePrincipal_1' });
      });
    },
  },
  {
    name: 'an address of the same provider as the homes of the owners',
    ...{ unlisted: 0, hotels: 6, intruder: '  addresses: [ 198.19.102.99 ]\n' },
    act: (log) => {
      times(14, (at) =>
        log.add({ mailbox: 2, kind: at === 3 ? 'sync' : 'bind', ip: '198.19.102.99', session: `s-${at % 3}` }),
      );
    },
  },
  {
    name: 'two intruders, a loud one and a quiet one',
    ...{ unlisted: 0, hotels: 8, intruder: '  addresses: [ 198.18.7.7 ]\n  sessions: [ quiet-1 ]\n' },
    act: (log) => {
      times(60, () => log.add({ mailbox: 0, kind: 'bind', ip: '198.18.7.7' }));
      log.add({ mailbox: 3, kind: 'export', ip: '198.18.90.1', session: 'quiet-1' });
      log.add({ mailbox: 4, kind: 'sync', ip: '198.18.91.1', session: 'quiet-1' });
    },
  },
  {
    name: 'an owner who travels, and an intruder who came once',
    ...{ unlisted: 0, hotels: 24, intruder: '  addresses: [ 198.18.8.8 ]\n' },
    act: (log) => {
      log.add({ mailbox: 4, kind: 'sync', ip: '198.18.8.8' });
      times(2, () => log.add({ mailbox: 4, kind: 'bind', ip: '198.18.8.8' }));
    },
  },
  {
    name: 'owners whose addresses nobody listed, and a rule that forwards',
    ...{ unlisted: 5, hotels: 12, intruder: '  addresses: [ 198.18.9.9 ]\n' },
    act: (log) => {
      log.add({ mailbox: 3, kind: 'rule', ip: '198.18.9.9' });
      log.add({ mailbox: 5, kind: 'export', ip: '198.18.9.9', user: toUser(3) });
      times(3, () => log.add({ mailbox: 3, kind: 'bind', ip: '198.18.9.9', session: 'hook-1' }));
    },
  },
];

/** Writes an incident and gives the paths of its two files: as it was found out, and as a responder meets it. */
export function writeVariedIncident(
  folder: string,
  story: Story,
  numbers: NumberSource,
): { whole: string; bare: string } {
  mkdirSync(folder, { recursive: true });
  const log = new Log(numbers);
  for (const [mailbox, custodian] of CUSTODIANS.entries()) {
    const mails = Array.from({ length: MESSAGES }, (_, at) => toMail(mailbox, at));
    writeFileSync(join(folder, `${custodian}.mbox`), mails.join(''));
    const rest = FOLDERS.map((name) => `${name},/${name}`).join('\n');
    writeFileSync(join(folder, `${custodian}.csv`), `id,path\n${rest}\n`);
    // Before the window too: what was there before is somebody's usual place.
    times(60, (at) => {
      const time = START + numbers(40 * DAY);
      log.add({
        mailbox,
        kind: at % 12 === 0 ? 'sync' : 'bind',
        ip: toHome(mailbox),
        session: `own-${mailbox}-${at % 9}`,
        time,
      });
    });
  }
  times(story.hotels, (hotel) => {
    const mailbox = hotel % 3;
    times(5 + numbers(20), () => log.add({ mailbox, kind: 'bind', ip: `198.19.${hotel}.5`, session: `trip-${hotel}` }));
  });
  story.act(log, numbers);
  writeFileSync(join(folder, 'audit.jsonl'), log.toText());
  const bare = toIncidentText(story);
  writeFileSync(join(folder, 'bare.yaml'), bare);
  writeFileSync(join(folder, 'whole.yaml'), `${bare}intruder:\n${story.intruder}`);
  return { whole: join(folder, 'whole.yaml'), bare: join(folder, 'bare.yaml') };
}

function toMail(mailbox: number, at: number): string {
  const date = new Date((START + Math.floor((at * 38 * DAY) / MESSAGES)) * 1000).toUTCString().replace('GMT', '+0000');
  return `From - Mon Sep 10 15:00:00 2001\nFrom: a${at % 40}@northwind.example\nTo: ${toUser(mailbox)}\nSubject: ${at}\nMessage-ID: ${toMessageId(mailbox, at)}\nDate: ${date}\n\n${mailbox} ${at}\n\n`;
}

function toIncidentText({ unlisted }: Story): string {
  const mailboxes = CUSTODIANS.map((custodian, at) => {
    const addresses = at < unlisted ? '' : `, addresses: ["${toHome(at)}"]`;
    return `  - { custodian: ${custodian}, address: ${toUser(at)}, guid: ${toGuid(at)}, evidence: ${custodian}.mbox, folders: ${custodian}.csv${addresses} }`;
  });
  const iso = (time: number): string => `${toIso(time)}Z`;
  return `incident: varied
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: ${iso(WINDOW.start)}, contained: ${iso(WINDOW.end)} }
mailboxes:
${mailboxes.join('\n')}
access:
  - file: audit.jsonl
    covers: { mailboxes: all, from: ${iso(START)}, to: ${iso(WINDOW.end)} }
`;
}
