import { readInstant, toSaid } from '@candor/core/base';
import type { IndexedFinding, IndexedMessage } from '@candor/core/review/seal';
import type { OpenedRelease } from '../../../src/reviewer/bridge/protocol.ts';

const digest = (n: number): string => n.toString(16).padStart(64, '0');

export function makeMessage(n: number, change: Partial<IndexedMessage> = {}): IndexedMessage {
  return {
    id: digest(n),
    object: digest(n + 1000),
    verdict: 'accessed',
    why: [{ code: 'bind', sentence: 'The access log names it.', times: ['2001-10-13T03:12:44Z'] }],
    date: '2001-10-12T14:05:31Z',
    subject: 'Settlement',
    from: ['a.novak@northwind.example'],
    to: ['marta.olsen@harbor.example', 'ops@quaymeter.example'],
    cc: ['J.Weil@Northwind.example'],
    direction: 'sent',
    custodians: ['marta.olsen@harbor.example'],
    attachments: [],
    marks: [],
    ...change,
  };
}

export const release: OpenedRelease = {
  party: 'northwind.example',
  role: 'nominator',
  manifest: {
    v: 1,
    kind: 'release',
    incident: 'harbor-2001',
    organization: 'Harbor Energy',
    release: 1,
    supersedes: null,
    party: 'northwind.example',
    domains: ['northwind.example', 'nw.example'],
    exposure: { version: 2, digest: digest(7) },
    grants: [],
    figures: {
      releasable: 861,
      bulk: 16,
      held: 4,
      withheld: 1,
      quoted: 37,
      mentioned: { business: 41, secret: 2 },
    },
    at: '2001-10-23T08:00:00Z',
  },
  manifestDigest: digest(9),
  approvers: toSaid('approved', ['Dana Achterberg', 'Miguel Ruiz']),
  keySet: 'f3a1-77c0-2be4-91d8-0000-1111-2222-3333',
  log: { origin: 'harbor.example/log', size: 446, root: 'cm9vdA==', position: 431, continued: 418 },
  messages: 877,
  seenBefore: null,
  withheld: [],
};

function makeFinding(kind: string, confidence: IndexedFinding['confidence'], value: number): IndexedFinding {
  return { value: digest(value).slice(32), kind, confidence, mask: '…', part: '1', offset: value * 20, length: 8 };
}

export const messages: readonly IndexedMessage[] = [
  makeMessage(1, {
    marks: ['personal', 'secret'],
    findings: [
      makeFinding('credential', 'likely', 1),
      makeFinding('credential', 'likely', 1),
      makeFinding('bank-account', 'certain', 2),
      makeFinding('bank-account', 'accepted', 3),
      makeFinding('health', 'likely', 4),
    ],
  }),
  makeMessage(2, {
    verdict: 'presumed',
    date: '2001-03-05T00:00:00Z',
    attachments: [
      { digest: digest(3), name: 'a.pdf', size: 1, type: 'application/pdf' },
      { digest: digest(4), name: 'b.pdf', size: 1, type: 'application/pdf' },
    ],
  }),
  makeMessage(3, {
    verdict: 'undetermined',
    date: null,
    why: [{ code: 'gap-unlicensed', sentence: 'The log was blind.', times: [] }],
    from: ['=cmd@evil.northwind.example'],
    cc: [],
    marks: ['bulk', 'fraud'],
  }),
];

export const told = readInstant('2001-10-21T10:40:00Z');
export const made = readInstant('2001-10-24T08:12:00Z') ?? 0;
