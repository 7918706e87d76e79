import type { Copy, SearchableText } from '@candor/core/evidence/message';
import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure, type Unresolved } from '@candor/core/exposure';
import type { FileFinding } from '@candor/core/exposure/coverage';
import type { MailboxJudge } from '@candor/core/exposure/judge';
import type { OperationTable } from '@candor/core/exposure/reference';
import { matchesQuestion } from '@candor/core/exposure/text';
import type { Judgement } from '@candor/core/exposure/verdict';
import type { Incident, ListedFolder } from '@candor/core/incident';
import { toAuditRecord } from '../../src/evidence/record/known-fields.ts';

/** Seconds from the start of the test window; the window is 1,000,000 seconds long. */
export const START = 1_000_000_000;
export const CONTAINED = START + 1_000_000;
export const DAY = 86_400;

export const GUID = { ann: '11111111-0000-4000-8000-000000000001', bob: '22222222-0000-4000-8000-000000000002' };
export const APP = 'aaaaaaaa-0000-4000-8000-00000000000a';
export const SERVICE_APP = '00000002-0000-0ff1-ce00-000000000000';

export const INTRUDER_IP = '198.51.100.7';
export const OWNER_IP = '203.0.113.10';
export const PROVIDER_IP = '52.96.1.1';
export const UNKNOWN_IP = '192.0.2.200';

export function makeIncident(changes: Partial<Incident> = {}): Incident {
  return {
    incident: 'test-1',
    organization: {
      name: 'Test',
      domains: ['org.example'],
      addresses: ['192.0.2.0/25'],
      mailboxes: null,
      applications: [],
    },
    window: { start: START, contained: CONTAINED },
    mailboxes: [
      makeMailbox('ann', [GUID.ann], ['203.0.113.10']),
      makeMailbox('bob', [GUID.bob], ['203.0.113.20', '2001:db8:b::1']),
    ],
    access: [
      {
        file: 'audit.json',
        exported: null,
        covers: { mailboxes: 'all', from: START - DAY, to: CONTAINED + DAY },
        acquired: null,
      },
    ],
    arrivals: [],
    coverage: [],
    intruder: makeIntruder(),
    accepted: [],
    policy: { sync: 'mailbox', gaps: 'presumed', tell: 'undetermined' },
    directory: null,
    interest: null,
    findings: { off: false, sensitive: false, ocr: false },
    counsel: [],
    operators: [],
    log: null,
    notice: null,
    review: null,
    watch: null,
    clock: null,
    ...changes,
  };
}

export function makeIntruder(changes: Partial<Incident['intruder']> = {}): Incident['intruder'] {
  return {
    sessions: ['s-1', 's-2'],
    tokens: ['Tok'],
    applications: [APP],
    addresses: ['198.51.100.0/24', '2001:db8:bad::1'],
    reach: [],
    ...changes,
  };
}

function makeMailbox(custodian: string, guids: string[], addresses: string[]): Incident['mailboxes'][number] {
  return {
    custodian,
    address: `${custodian}@org.example`,
    evidence: `mail/${custodian}`,
    guids,
    names: [],
    kind: 'user',
    folders: null,
    addresses,
    delegates: [],
    audited: false,
    acquired: null,
  };
}

/** Every pass over the records that comes before the first label. */
export function learnAll(exposure: Exposure, records: readonly AuditRecord[]): void {
  for (const pass of exposure.learn()) {
    const seen = new Set<string>();
    for (const record of records) {
      const need = record.failed ? 'none' : pass.needs(record);
      const timeClass = pass.classOf(record.time);
      if (need === 'none' || timeClass === null) continue;
      if (need === 'every') pass.see(record);
      else {
        const key = `${timeClass} ${JSON.stringify(toActor(record))}`;
        if (!seen.has(key) && pass.see(record)) seen.add(key);
      }
    }
  }
}

/** What a store keeps once for all records that share it. */
function toActor({
  id: _,
  time: _time,
  items: _items,
  objectId: _object,
  parameters: _parameters,
  ...rest
}: AuditRecord) {
  return rest;
}

let lastRecord = 0;

/** A Bind of Ann's mailbox by the intruder's session, one day into the window, unless told otherwise. */
export function makeRecord(changes: Partial<AuditRecord> = {}): AuditRecord {
  lastRecord += 1;
  return toAuditRecord({
    id: `r${lastRecord}`,
    time: START + DAY,
    operation: 'MailItemsAccessed',
    kind: 'bind',
    mailboxGuid: GUID.ann,
    userId: 'someone@org.example',
    sessions: ['s-1'],
    failed: changes.operation?.toLowerCase() === 'userloginfailed',
    ...changes,
  });
}

/** Nothing ties it to anybody: ambiguous inside the window. */
export const nobodys = { sessions: [], ip: UNKNOWN_IP };
export const owners = { sessions: [], ip: OWNER_IP, userId: 'ann@org.example' };

export function listing(messageId: string, folder: string | null = null): Partial<AuditRecord> {
  return { items: [{ messageId, folder }], folders: folder === null ? [] : [folder] };
}

export function cmdlet(
  operation: string,
  parameters: Record<string, string>,
  changes: Partial<AuditRecord> = {},
): AuditRecord {
  const kind = /Rules?$/.test(operation) ? 'rule' : operation === 'Set-Mailbox' ? 'forwarding' : 'other';
  return makeRecord({
    operation,
    kind,
    mailboxGuid: null,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    ...changes,
  });
}

export function makeCopy(changes: Partial<Copy> & { readonly location: string }): Copy {
  const { messageId = `${changes.location}@org.example`, arrived = START } = changes;
  return {
    custodian: 'ann',
    folder: 'INBOX',
    labels: null,
    messageId,
    names: messageId === null ? [] : [messageId],
    date: START,
    arrived,
    arrivedFrom: 'received',
    arrivalSource: 'delivery',
    latest: arrived,
    received: null,
    answered: null,
    attached: [],
    fingerprint: changes.location.padEnd(64, '0'),
    draft: false,
    bulk: false,
    parents: [],
    addresses: [],
    ...changes,
  };
}

export const FOLDERS: readonly ListedFolder[] = [
  { id: 'F-root', path: '/Top of Information Store', type: 'Root' },
  { id: 'F-inbox', path: '/Posteingang', type: 'Inbox' },
  { id: 'F-deals', path: '/Deals', type: 'User Created' },
  { id: 'F-kept', path: '/Kept/Old', type: 'User Created' },
];

export interface Run {
  readonly incident?: Incident;
  readonly records?: readonly AuditRecord[];
  readonly copies?: readonly Copy[];
  readonly folders?: readonly ListedFolder[];
  readonly findings?: readonly FileFinding[];
  readonly text?: Partial<SearchableText>;
  /** False: no mailbox shows that accesses to it are recorded (`not-recorded`). */
  readonly isRecorded?: boolean;
}

export interface Outcome {
  readonly exposure: Exposure;
  /** By location. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly unresolved: readonly Unresolved[];
}

/** Some that show no mail, and one that may: the rest of the table changes nothing here. */
const OPERATIONS: OperationTable = new Map([
  ['mailboxlogin', 'rule'],
  ['messagebind', 'person'],
  ['updateinboxrules', 'rule'],
  ['update group', 'none'],
  ['search-mailbox', 'person'],
]);

export const REFERENCE = {
  providerRanges: ['52.96.0.0/14', '2603:10b6::/32'],
  firstPartyApps: [SERVICE_APP],
  operations: OPERATIONS,
  ruleParameters: new Set([
    'name',
    'identity',
    'movetofolder',
    'subjectcontainswords',
    'bodycontainswords',
    'subjectorbodycontainswords',
    'headercontainswords',
    'from',
    'sentto',
  ]),
};

/** One access of each owner, which changes nothing but that it is recorded. */
function listWitnesses({ mailboxes, window }: Incident): readonly AuditRecord[] {
  return mailboxes.map(({ custodian, address }) => {
    const ip = custodian === 'bob' ? '203.0.113.20' : OWNER_IP;
    const changes = { id: `witness ${custodian}`, time: window.start, mailboxGuid: null, mailboxOwnerUpn: address };
    return { ...makeRecord({ ...changes, userId: null, sessions: [], ip }) };
  });
}

/** The whole procedure of `Exposure` over records and copies held in memory. */
export function run({ incident = makeIncident(), copies = [], ...rest }: Run): Outcome {
  const records = [...(rest.isRecorded === false ? [] : listWitnesses(incident)), ...(rest.records ?? [])];
  const exposure = new Exposure(incident, REFERENCE, rest.findings ?? []);
  learnAll(exposure, records);
  for (const record of records) exposure.gather(record, exposure.label(record));
  if (exposure.isSeeking) for (const copy of copies) exposure.seek(copy);
  settleCarriers(exposure, copies, rest);
  const judgements = new Map<string, Judgement>();
  for (const { custodian } of incident.mailboxes) {
    const own = copies.filter((copy) => copy.custodian === custodian);
    const judge = exposure.openMailbox(custodian, rest.folders ?? FOLDERS);
    for (const copy of own) judge.observe(copy);
    exposure.closeMailbox(custodian, judge);
    for (const copy of own) judgements.set(copy.location, judge.judge(copy, findHits(judge, copy, rest)));
  }
  return { exposure, judgements, unresolved: exposure.listUnresolved() };
}

function settleCarriers(exposure: Exposure, copies: readonly Copy[], given: Pick<Run, 'folders' | 'text'>): void {
  for (const copy of copies) exposure.seekCarrier(copy);
  for (const custodian of exposure.carryingCustodians) {
    const own = copies.filter((copy) => copy.custodian === custodian);
    const judge = exposure.openMailbox(custodian, given.folders ?? FOLDERS, true);
    for (const copy of own) judge.observe(copy);
    for (const copy of own)
      if (exposure.isCarrier(copy)) exposure.settleCarrier(copy, judge.judge(copy, findHits(judge, copy, given)));
  }
}

function findHits(judge: MailboxJudge, copy: Copy, { text }: Pick<Run, 'text'>): readonly number[] {
  return judge.questionsFor(copy).filter((number) => {
    const question = judge.questions[number];
    return question !== undefined && matchesQuestion(question, makeText(text));
  });
}

export function makeText(changes: Partial<SearchableText> = {}): SearchableText {
  return {
    subject: 'Gas contract',
    text: 'The master agreement follows.',
    from: 'Zoe Zed <zoe@partner.example>',
    to: 'Ann <ann@org.example>',
    cc: '',
    fromAddresses: ['zoe@partner.example'],
    toAndCcAddresses: ['ann@org.example'],
    attachmentNames: ['terms.pdf'],
    attachmentTexts: [],
    ...changes,
  };
}

/** Codes of the reasons for one copy, or of the copy `m`. */
export function codesOf(outcome: Outcome, location = 'm'): readonly string[] {
  return outcome.judgements.get(location)?.reasons.map(({ code }) => code) ?? [];
}

export function verdictOf(outcome: Outcome, location = 'm'): string | undefined {
  return outcome.judgements.get(location)?.verdict;
}

/** Record ids cited for a code. */
export function citedFor(outcome: Outcome, code: string, location = 'm'): readonly string[] {
  return outcome.judgements.get(location)?.reasons.find((reason) => reason.code === code)?.records ?? [];
}

/** Gaps cited for a code, as `kind from to` with seconds from the start of the window. */
export function gapsFor(outcome: Outcome, code: string, location = 'm'): readonly string[] {
  const reason = outcome.judgements.get(location)?.reasons.find((each) => each.code === code);
  return reason?.gaps.map(({ kind, from, to }) => `${kind} ${from - START} ${to - START}`) ?? [];
}
