import { createHash } from 'node:crypto';
import type { PartyAnswer, ReviewerRole } from '@candor/core/contract';
import type { ViewReceipt } from '@candor/core/review/access';
import type { AppSettings } from '@candor/core/review/app';
import type { PartyRequest } from '@candor/core/review/enrollment';
import { type IndexedMessage, makeSealingKey } from '@candor/core/review/seal';
import type { SharedNote } from '../../../src/reviewer/bridge/note-calls.ts';
import type { KeyWorkerErrorCode, OpenedRelease } from '../../../src/reviewer/bridge/protocol.ts';
import { NOTHING, toSecretText } from '../../../src/reviewer/pages/secrets/secret-text.ts';
import { makeMessage, release } from '../pack/made-pack.ts';
import { enrollmentOf, head, list, type MadePerson, makePerson, makeRecords } from '../people/made-party.ts';

/** All that the pages of a party's work are shown over. */
export interface MadeWork {
  readonly settings: AppSettings;
  readonly role: ReviewerRole;
  readonly own: string;
  readonly release: OpenedRelease;
  readonly flaw: KeyWorkerErrorCode | null;
  readonly isEmpty: boolean;
  readonly party: PartyAnswer | null;
  readonly access: readonly string[];
  readonly messages: readonly { readonly indexed: IndexedMessage; readonly text: string }[];
  readonly damaged: readonly string[];
  readonly delayMs: number;
  readonly notes: readonly SharedNote[];
  readonly unread: number;
}

export interface MadeParty {
  readonly lena: MadePerson;
  readonly samir: MadePerson;
  readonly grace: MadePerson;
  readonly work: MadeWork;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const party = 'northwind.example';
const SUBJECTS = [
  'SFTP access for the settlement files',
  'Re: VPN profile for the trading desk',
  'Curtailment window, week 42',
];

function makeMessages(): MadeWork['messages'] {
  return Array.from({ length: 40 }, (_, at) => {
    const subject = `${SUBJECTS[at % SUBJECTS.length]} ${at + 1}`;
    const text = `From: a.novak@northwind.example\r\nSubject: ${subject}\r\n\r\nText ${at}\r\n`;
    const verdict = (['accessed', 'presumed', 'possible', 'undetermined'] as const)[at % 4] ?? 'accessed';
    const indexed = makeMessage(at, {
      id: sha256(text),
      object: sha256(`sealed ${text}`),
      verdict,
      subject,
      date: `2001-10-${String((at % 14) + 1).padStart(2, '0')}T14:05:31Z`,
      from: [`${['a.novak', 'm.castell', 's.haddad'][at % 3]}@northwind.example`],
      marks: at < 3 ? ['secret'] : [],
    });
    return { indexed, text };
  });
}

function noteOf(
  author: MadePerson,
  isOwn: boolean,
  number: number,
  note: Pick<SharedNote, 'about' | 'status' | 'text'>,
): SharedNote {
  return { ...note, author: author.fingerprint, isOwn, number, at: `2001-10-24T08:0${number}:00Z` };
}

/** A nominator, a reviewer, a representative and one who waits to be named, at work on a release of forty messages. */
export async function makeWork(): Promise<MadeParty> {
  const people = await Promise.all(
    ['Lena Brandt', 'Samir Haddad', 'Grace Okafor', 'Ruth Aldgate'].map(async (name) =>
      makePerson(name, (await makeSealingKey()).recipient),
    ),
  );
  const [lena, samir, grace, ruth] = people as [MadePerson, MadePerson, MadePerson, MadePerson];
  const messages = makeMessages();
  const nomination = {
    ...head,
    at: '2001-10-23T09:00:00Z',
    party,
    kind: 'nomination',
    reviewer: ruth.fingerprint,
    enrollment: 'ab'.repeat(32),
    relation: 'representative',
  } satisfies PartyRequest;
  const view: PartyAnswer = {
    party,
    domains: [party],
    reviewers: [
      { reviewer: lena.fingerprint, role: 'nominator', name: lena.name },
      { reviewer: samir.fingerprint, role: 'reviewer', name: samir.name },
      { reviewer: ruth.fingerprint, role: 'representative', name: ruth.name },
    ],
    enrollments: [
      await list(lena, enrollmentOf(lena, 'dns'), 'approved'),
      await list(samir, enrollmentOf(samir, 'nomination'), 'approved'),
      await list(ruth, enrollmentOf(ruth, 'nomination'), 'approved'),
      await list(grace, enrollmentOf(grace, 'nomination', '2001-10-24T07:50:00Z'), 'waiting'),
    ],
    requests: [await list(lena, nomination, 'approved')],
  };
  const acts: Partial<ViewReceipt>[] = [
    { reviewer: lena.fingerprint, act: 'session', release: null, object: null, at: '2001-10-23T08:00:00Z' },
    ...messages.slice(0, 3).map(({ indexed }, at) => ({
      reviewer: samir.fingerprint,
      object: indexed.object,
      at: `2001-10-24T08:0${at}:12Z`,
    })),
    ...messages.slice(3, 33).map(({ indexed }) => ({
      reviewer: ruth.fingerprint,
      object: indexed.object,
      at: '2001-10-24T08:04:40Z',
    })),
    { reviewer: lena.fingerprint, act: 'request', release: null, at: '2001-10-24T08:06:00Z' },
  ];
  const secret = (label: string, message: string | null) =>
    toSecretText({
      ...NOTHING,
      kind: 'password',
      label,
      message,
      used: 'files.northwind.example',
      owner: 'Platform team',
    });
  const about = (id: string) => ({ kind: 'secret', id }) as const;
  const grants = people.map(({ fingerprint }) => ({ reviewer: fingerprint, digest: 'cd'.repeat(32) }));
  return {
    lena,
    samir,
    grace,
    work: {
      settings: {
        incident: 'harbor-2001',
        organization: 'Harbor Energy',
        domain: 'harbor.example',
        portal: 'https://review.harbor.example',
        passkeys: 'localhost',
        page: 'harbor.example/notice',
        log: 'harbor.example/log',
        telephone: '+1 202 555 0100',
        report: 'security@harbor.example',
        waitSeconds: 259_200,
        app: '0'.repeat(64),
      },
      role: 'nominator',
      own: lena.fingerprint,
      release: { ...release, manifest: { ...release.manifest, grants } },
      flaw: null,
      isEmpty: false,
      party: view,
      access: makeRecords(acts),
      messages,
      damaged: [],
      delayMs: 0,
      notes: [
        noteOf(lena, true, 1, {
          about: about('a1'),
          status: 'rotated',
          text: secret('API key of the billing service', null),
        }),
        noteOf(lena, true, 2, {
          about: about('a2'),
          status: 'open',
          text: secret('Root password of the test host', null),
        }),
        noteOf(samir, false, 1, {
          about: about('a2'),
          status: 'not-ours',
          text: secret('Root password of the test host', null),
        }),
        noteOf(samir, false, 2, {
          about: { kind: 'message', id: messages[0]?.indexed.id ?? '' },
          status: null,
          text: 'Asked Marta: the old login is off since Monday.',
        }),
      ],
      unread: 1,
    },
  };
}
