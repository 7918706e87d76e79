import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  citedFor,
  cmdlet,
  codesOf,
  DAY,
  GUID,
  listing,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  nobodys,
  owners,
  run,
  START,
  verdictOf,
} from './testkit.ts';

const m = makeCopy({ location: 'm', messageId: 'm@x.example' });
const T = START + DAY;

describe('B1 to B4: Binds', () => {
  test("B1: the id is in the record's mailbox", () => {
    const outcome = run({ records: [makeRecord({ id: 'r', ...listing('<m@x.example>') })], copies: [m] });
    expect(verdictOf(outcome)).toBe('accessed');
    expect(outcome.judgements.get('m')?.reasons).toEqual([{ code: 'bind', records: ['r'], gaps: [] }]);
  });
  test('B1: not in another mailbox, nor by the owner', () => {
    const records = [
      makeRecord({ ...listing('m@x.example'), mailboxGuid: GUID.bob }),
      makeRecord({ ...listing('m@x.example'), ...owners }),
    ];
    const bobs = makeCopy({ ...m, location: 'b', custodian: 'bob' });
    expect(verdictOf(run({ records, copies: [m, bobs] }))).toBe('no-evidence');
  });
  test('exact match first; ignoring case only if the mailbox has no exact match', () => {
    const upper = makeCopy({ location: 'u', messageId: 'M@X.example' });
    const records = [makeRecord(listing('<m@x.example>'))];
    expect(codesOf(run({ records, copies: [upper] }), 'u')).toEqual(['bind']);
    const both = run({ records, copies: [upper, m] });
    expect([verdictOf(both, 'u'), verdictOf(both)]).toEqual(['no-evidence', 'accessed']);
    const elsewhere = run({ records, copies: [upper, makeCopy({ ...m, custodian: 'bob' })] });
    expect(codesOf(elsewhere, 'u')).toEqual(['bind']);
  });
  test("B8: an intruder's Bind without a mailbox concerns the exact copy, otherwise one that differs in case", () => {
    const upper = makeCopy({ location: 'u', messageId: 'M@X.example' });
    const records = [makeRecord({ ...listing('<m@x.example>'), mailboxGuid: null })];
    const both = run({ records, copies: [upper, m] });
    expect([verdictOf(both, 'u'), codesOf(both), verdictOf(both)]).toEqual([
      'no-evidence',
      ['bind-elsewhere'],
      'presumed',
    ]);
    expect(codesOf(run({ records, copies: [upper] }), 'u')).toEqual(['bind-elsewhere']);
  });
  test('drops comments beside the brackets of a recorded id and nothing inside them', () => {
    const codes = (id: string) => codesOf(run({ records: [makeRecord(listing(id))], copies: [m] }));
    expect(codes(' (sent) <m@x.example> (again)')).toEqual(['bind']);
    expect(codes('<<m@x.example>>')).toEqual(['ids-unresolved']);
  });

  const inbox = makeCopy({ ...m, location: 'inbox', fingerprint: 'a' });
  const twin = makeCopy({ ...m, location: 'twin', folder: 'Deals', fingerprint: 'a' });
  const other = makeCopy({ ...m, location: 'other', folder: 'Kept/Old', fingerprint: 'b' });
  test('B2: the folder decides; its twin elsewhere has the same content', () => {
    const outcome = run({ records: [makeRecord(listing('m@x.example', 'F-inbox'))], copies: [inbox, twin, other] });
    expect(codesOf(outcome, 'inbox')).toEqual(['bind']);
    expect(codesOf(outcome, 'twin')).toEqual(['bind-same-content']);
    expect(verdictOf(outcome, 'twin')).toBe('accessed');
    expect([codesOf(outcome, 'other'), verdictOf(outcome, 'other')]).toEqual([['bind-same-id'], 'possible']);
  });
  test('B2: if no folder decides and all contents are equal, all are B1', () => {
    const outcome = run({ records: [makeRecord(listing('m@x.example'))], copies: [inbox, twin] });
    expect([codesOf(outcome, 'inbox'), codesOf(outcome, 'twin')]).toEqual([['bind'], ['bind']]);
  });
  test('B3: if no folder decides and contents differ, all are ambiguous', () => {
    for (const folder of [null, 'F-unlisted', 'F-root']) {
      const outcome = run({ records: [makeRecord(listing('m@x.example', folder))], copies: [inbox, other] });
      expect(codesOf(outcome, 'inbox')).toEqual(['bind-ambiguous']);
      expect(verdictOf(outcome, 'other')).toBe('presumed');
    }
  });
  test('B4: an ambiguous Bind applies to all copies with the id', () => {
    const outcome = run({
      records: [makeRecord({ ...listing('m@x.example', 'F-inbox'), ...nobodys })],
      copies: [inbox, other],
    });
    expect(codesOf(outcome, 'inbox')).toEqual(['bind-unattributed']);
    expect(verdictOf(outcome, 'other')).toBe('possible');
  });
  test('B4: presumed where the intruder is active or has credentials, otherwise possible', () => {
    const records = [makeRecord({ ...listing('m@x.example'), ...nobodys })];
    const reached = (by: 'credentials' | 'delegation', mailbox: string) =>
      makeIncident({ intruder: makeIntruder({ reach: [{ mailbox, by, from: CONTAINED, to: CONTAINED + 1 }] }) });
    expect(verdictOf(run({ records: [...records, makeRecord({ kind: 'sign-in' })], copies: [m] }))).toBe('presumed');
    expect(verdictOf(run({ incident: reached('credentials', 'ann'), records, copies: [m] }))).toBe('presumed');
    expect(verdictOf(run({ incident: reached('credentials', 'all'), records, copies: [m] }))).toBe('presumed');
    expect(verdictOf(run({ incident: reached('credentials', 'bob'), records, copies: [m] }))).toBe('possible');
    expect(verdictOf(run({ incident: reached('delegation', 'ann'), records, copies: [m] }))).toBe('possible');
    expect(verdictOf(run({ records: [...records, makeRecord({ failed: true })], copies: [m] }))).toBe('possible');
  });
});

describe("a copy's names", () => {
  const named = makeCopy({ location: 'n', names: ['rewritten@collector.example', 'kept@x.example', 'Odd@x.example'] });
  const codes = (id: string, copies = [named]) => codesOf(run({ records: [makeRecord(listing(id))], copies }), 'n');
  test('each is an id of it', () => {
    for (const id of named.names) expect([id, codes(id)]).toEqual([id, ['bind']]);
    expect(codes('other@x.example')).toEqual(['ids-unresolved']);
  });
  test('one that differs in case counts where no copy has the id exactly', () => {
    const exact = makeCopy({ location: 'e', names: ['odd@x.example'] });
    expect(codes('odd@x.example')).toEqual(['bind']);
    expect(codes('odd@x.example', [named, exact])).toEqual(['complete-coverage']);
  });
  test('a record that lists two of them is cited once', () => {
    const items = ['kept@x.example', 'odd@x.example'].map((messageId) => ({ messageId, folder: null }));
    const outcome = run({ records: [makeRecord({ id: 'r', items })], copies: [named] });
    expect([codesOf(outcome, 'n'), outcome.judgements.get('n')?.reasons[0]?.records]).toEqual([['bind'], ['r']]);
  });
  test('the parents of a sent message are found by any of its names', () => {
    const send = makeRecord({ kind: 'send', operation: 'Send', ...listing('kept@x.example') });
    const copies = [{ ...named, parents: ['m@x.example'] }, m];
    expect(codesOf(run({ records: [send], copies }))).toEqual(['quoted-out']);
  });
});

describe('B8: mail that another mailbox opened or handled', () => {
  const bobs = { ...listing('<m@x.example>'), mailboxGuid: GUID.bob };
  const handle = { kind: 'handle', operation: 'SoftDelete' } as const;
  const codes = (changes: Parameters<typeof makeRecord>[0], copies = [m]) =>
    codesOf(run({ records: [makeRecord({ ...bobs, ...changes })], copies }));
  test('concerns its copies elsewhere when its own mailbox does not hold it', () => {
    expect([codes({}), codes(handle)]).toEqual([['bind-elsewhere'], ['handled-elsewhere']]);
    const verdicts = [{}, handle].map((changes) =>
      verdictOf(run({ records: [makeRecord({ ...bobs, ...changes })], copies: [m] })),
    );
    expect(verdicts).toEqual(['presumed', 'possible']);
    expect(codes({ mailboxGuid: 'foreign' })).toEqual(['bind-elsewhere']);
    expect(codes({ ...handle, mailboxGuid: null })).toEqual(['handled-elsewhere']);
  });
  test('not when its own mailbox holds it, in either class, nor of others', () => {
    for (const messageId of ['m@x.example', 'M@X.example']) {
      const own = makeCopy({ ...m, location: 'b', custodian: 'bob', messageId });
      expect(codes({}, [m, own]), messageId).not.toContain('bind-elsewhere');
      expect(codes(handle, [m, own]), messageId).not.toContain('handled-elsewhere');
    }
    expect([codes(nobodys), codes(owners)]).toEqual([['complete-coverage'], ['complete-coverage']]);
    expect(codes({ ...handle, ...nobodys })).toEqual(['complete-coverage']);
  });
});

describe('B7 and lossy records', () => {
  const lossy = makeRecord({ id: 'l', time: T, lossy: 'count-mismatch', folders: ['F-deals'] });
  const deals = makeCopy({ location: 'm', folder: 'Deals', arrived: T });
  test('apply to copies that were in the known folder', () => {
    expect(codesOf(run({ records: [lossy], copies: [deals] }))).toEqual(['gap-lossy', 'lossy-record']);
    expect(codesOf(run({ records: [lossy], copies: [{ ...deals, arrived: T + 1 }] }))).toEqual(['coverage-incomplete']);
    expect(codesOf(run({ records: [lossy], copies: [{ ...deals, folder: 'INBOX' }] }))).toEqual([
      'coverage-incomplete',
    ]);
  });
  test('a copy in an unknown folder is in the gap, not in the folder', () => {
    expect(codesOf(run({ records: [lossy], copies: [{ ...deals, folder: 'Geschäfte' }] }))).toEqual(['gap-lossy']);
  });
  test('with an unknown folder or none, the gap reaches every copy', () => {
    for (const folders of [['F-deals', 'F-x'], ['F-deals', ''], []]) {
      const records = [{ ...lossy, folders }];
      expect(codesOf(run({ records, copies: [{ ...deals, folder: 'INBOX' }] }))).toEqual(['gap-lossy']);
    }
  });
  test('two in one second reach the folders of both', () => {
    const records = [lossy, { ...lossy, id: 'k', folders: ['F-inbox'] }].map((each) => ({ ...each, ...nobodys }));
    const active = makeRecord({ kind: 'sign-in' });
    for (const [folder, record] of [
      ['Deals', 'l'],
      ['INBOX', 'k'],
    ] as const) {
      const outcome = run({ records: [...records, active], copies: [{ ...deals, folder }] });
      expect([codesOf(outcome), citedFor(outcome, 'gap-lossy')]).toEqual([['gap-lossy'], [record]]);
    }
  });
  test('an ambiguous one only makes a gap, one of the owner nothing', () => {
    const active = makeRecord({ kind: 'sign-in' });
    expect(codesOf(run({ records: [{ ...lossy, ...nobodys }, active], copies: [deals] }))).toEqual(['gap-lossy']);
    expect(codesOf(run({ records: [{ ...lossy, ...owners }, active], copies: [deals] }))).toEqual([
      'complete-coverage',
    ]);
  });
  test('before the window it is evidence, not a gap', () => {
    const early = { ...lossy, time: START - 10 };
    const copy = { ...deals, arrived: START - 20 };
    expect(codesOf(run({ records: [early], copies: [copy] }))).toEqual(['lossy-record']);
  });
});

describe('S1 to S7: Syncs', () => {
  const sync = makeRecord({ id: 's', kind: 'sync', time: T, folders: ['F-inbox'] });
  const at = (folder: string | null, arrived: number | null) => makeCopy({ location: 'm', folder, arrived });
  const codes = (copy: ReturnType<typeof at>, changes = {}, incident = makeIncident()) =>
    codesOf(run({ incident, records: [{ ...sync, ...changes }], copies: [copy] }));
  test('S1: in F at the time of the Sync', () => {
    expect(codes(at('INBOX', T))).toEqual(['sync-folder']);
    expect(codes(at('/posteingang', T))).toEqual(['sync-folder']);
    expect(codes(at('Top of Outlook data file\\Posteingang', T))).toEqual(['sync-folder']);
  });
  test('S2: within the following hour', () => {
    expect(codes(at('INBOX', T + 1))).toEqual(['sync-hour']);
    expect(codes(at('INBOX', T + 3600))).toEqual(['sync-hour']);
    expect(codes(at('INBOX', T + 3601))).toEqual(['complete-coverage']);
  });
  test('an unknown arrival passes every arrival test', () => {
    expect(codes(at('INBOX', null))).toEqual(['sync-folder']);
  });
  test('S3: the folder of the copy or record is unknown', () => {
    expect(codes(at('Translated root/INBOX', T + 3600))).toEqual(['sync-folder-unknown']);
    expect(codes(at(null, T + 3600))).toEqual(['sync-folder-unknown']);
    expect(codes(at('INBOX', T + 3600), { folders: ['F-x'] })).toEqual(['sync-folder-unknown']);
    expect(codes(at('INBOX', T + 3600), { folders: [] })).toEqual(['sync-folder-unknown']);
    expect(codes(at(null, T + 3601))).toEqual(['complete-coverage']);
  });
  test('S5 and S6: another folder, by policy', () => {
    expect(codes(at('Deals', T + 3600))).toEqual(['sync-mailbox']);
    const folder = makeIncident({ policy: { sync: 'folder', gaps: 'presumed', tell: 'undetermined' } });
    expect(codes(at('Deals', T + 3600), {}, folder)).toEqual(['sync-other-folder']);
    expect(verdictOf(run({ incident: folder, records: [sync], copies: [at('Deals', T)] }))).toBe('possible');
    expect(codes(at('Deals', T + 3601))).toEqual(['complete-coverage']);
  });
  test('S7: an ambiguous Sync covers what S1 to S3 would', () => {
    for (const copy of [at('INBOX', T), at('INBOX', T + 3600), at(null, T + 3600)]) {
      expect(codes(copy, nobodys)).toEqual(['sync-unattributed']);
    }
    expect(codes(at('Deals', T), nobodys)).toEqual(['complete-coverage']);
    expect(codes(at('INBOX', T + 3601), nobodys)).toEqual(['complete-coverage']);
  });
  test('any label of a copy counts as a folder', () => {
    const copy = (labels: string[]) => makeCopy({ location: 'm', folder: null, labels, arrived: T });
    expect(codes(copy(['Unread', 'Inbox']))).toEqual(['sync-folder']);
    expect(codes(copy(['Deals']))).toEqual(['sync-mailbox']);
    expect(codes(copy(['Unread']))).toEqual(['sync-folder-unknown']);
  });
  test('a neutral row may give a path of the folder list or of the evidence', () => {
    const neutral = { id: 'gate.csv:1', userId: null };
    expect(codes(at('INBOX', T), { ...neutral, folders: ['\\Posteingang'] })).toEqual(['sync-folder']);
    expect(codes(at('Local', T), { ...neutral, folders: ['local'] })).toEqual(['sync-folder']);
    expect(codes(at('Deals', T), { ...neutral, folders: ['nowhere'] })).toEqual(['sync-folder-unknown']);
    expect(codes(at('Local', T), { folders: ['local'] })).toEqual(['sync-folder-unknown']);
    const copies = [at('Deals', T), makeCopy({ location: 'n', folder: 'Local' })];
    expect(codesOf(run({ records: [{ ...sync, ...neutral, folders: ['Local'] }], copies }))).toEqual(['sync-mailbox']);
  });
});

describe('W1 to W3: changes by the intruder', () => {
  test('W1: moved, deleted or updated', () => {
    const handle = makeRecord({ kind: 'handle', operation: 'Update', ...listing('m@x.example') });
    expect(codesOf(run({ records: [handle], copies: [m] }))).toEqual(['handled']);
    expect(verdictOf(run({ records: [handle], copies: [m] }))).toBe('partial');
    expect(verdictOf(run({ records: [{ ...handle, ...owners }], copies: [m] }))).toBe('no-evidence');
  });
  test('W1: copied or moved into another mailbox by unknown users, weighed like B4', () => {
    const copied = makeRecord({ kind: 'handle', operation: 'Copy', ...listing('m@x.example'), ...nobodys });
    const out = { ...copied, crossMailbox: true };
    const outcome = run({ records: [out], copies: [m] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['copied-out-unattributed'], 'possible']);
    expect(verdictOf(run({ records: [out, makeRecord({ kind: 'sign-in' })], copies: [m] }))).toBe('presumed');
    expect(codesOf(run({ records: [copied], copies: [m] }))).toEqual(['coverage-incomplete']);
    expect(codesOf(run({ records: [{ ...out, ...owners }], copies: [m] }))).toEqual(['complete-coverage']);
  });
  const send = makeRecord({ id: 'sent', kind: 'send', operation: 'Send', ...listing('fraud@x.example') });
  const fraud = makeCopy({ location: 'fraud', messageId: 'fraud@x.example', parents: ['m@x.example'] });
  test('W2: the parent of a sent message; W3: the author knows the sent copy', () => {
    const outcome = run({ records: [send], copies: [m, fraud] });
    expect(codesOf(outcome)).toEqual(['quoted-out']);
    expect(citedFor(outcome, 'quoted-out')).toEqual(['sent']);
    expect(verdictOf(outcome)).toBe('accessed');
    expect(codesOf(outcome, 'fraud')).toEqual(['intruder-sent']);
    expect(verdictOf(outcome, 'fraud')).toBe('accessed');
  });
  test("W2: the sent copy may be in another mailbox; the parent is in the record's", () => {
    const copies = [m, { ...fraud, custodian: 'bob' }, makeCopy({ ...m, location: 'bobs', custodian: 'bob' })];
    const outcome = run({ records: [send], copies });
    expect(codesOf(outcome)).toEqual(['quoted-out']);
    expect(codesOf(outcome, 'bobs')).toEqual(['complete-coverage']);
    expect(codesOf(outcome, 'fraud')).toContain('intruder-sent');
  });
  test("W2: a copy in the record's mailbox takes precedence", () => {
    const elsewhere = makeCopy({ ...fraud, location: 'e', custodian: 'bob', parents: ['k@x.example'] });
    const k = makeCopy({ location: 'k', messageId: 'k@x.example' });
    expect(codesOf(run({ records: [send], copies: [m, k, fraud, elsewhere] }), 'k')).toEqual(['complete-coverage']);
  });
  test('W2: possible when unknown users sent it; W3 has no such form', () => {
    const outcome = run({ records: [{ ...send, ...nobodys }], copies: [m, fraud] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['quoted-out-unattributed'], 'possible']);
    expect(codesOf(outcome, 'fraud')).toEqual(['coverage-incomplete']);
  });
  test('W2 and W3: not for messages that the owner sent', () => {
    const outcome = run({ records: [{ ...send, ...owners }], copies: [m, fraud] });
    expect([codesOf(outcome), codesOf(outcome, 'fraud')]).toEqual([['complete-coverage'], ['complete-coverage']]);
  });
});

describe('D1: after containment', () => {
  const late = makeCopy({ location: 'm', messageId: 'm@x.example', arrived: CONTAINED + 1 });
  test('not where another reason stands', () => {
    const records = [makeRecord({ kind: 'sync', time: CONTAINED, folders: ['F-inbox'], ...nobodys })];
    const outcome = run({ records, copies: [late] });
    expect(codesOf(outcome)).toEqual(['sync-unattributed']);
    expect(verdictOf(outcome)).toBe('possible');
  });
  test('not at the instant of containment', () => {
    expect(codesOf(run({ copies: [{ ...late, arrived: CONTAINED }] }))).toEqual(['complete-coverage']);
  });
  test('not for a copy that a record names', () => {
    const named = [
      makeRecord(listing('m@x.example')),
      makeRecord({ ...listing('m@x.example'), ...nobodys }),
      makeRecord({ kind: 'handle', ...listing('m@x.example') }),
    ];
    for (const record of named)
      expect(codesOf(run({ records: [record], copies: [late] }))).not.toContain('after-containment');
    const send = makeRecord({ kind: 'send', ...listing('m@x.example') });
    expect(codesOf(run({ records: [send], copies: [late] }))).toEqual(['intruder-sent']);
  });
  test('Maildir time, From_ line or Date alone do not prove delivery', () => {
    const sync = makeRecord({ kind: 'sync', time: T, folders: ['F-inbox'] });
    for (const arrivalSource of ['dated', 'none'] as const) {
      const outcome = run({ records: [sync], copies: [{ ...late, arrivalSource }] });
      expect(codesOf(outcome), arrivalSource).toEqual(['date-alone']);
    }
    expect(codesOf(run({ copies: [{ ...late, arrivalSource: 'delivery' }] }))).toEqual(['after-containment']);
  });
});

describe('N1 and N2: no other rule applies', () => {
  test('N1 with complete coverage', () => {
    expect(codesOf(run({ copies: [m] }))).toEqual(['complete-coverage']);
  });
  test('N2 without a Message-ID: an unresolved id could be its own', () => {
    expect(codesOf(run({ copies: [{ ...m, messageId: null, names: [] }] }))).toEqual(['coverage-incomplete']);
  });
  test('N2 when an ambiguous record of any kind names it, in its mailbox or none', () => {
    const update = { kind: 'handle', operation: 'Update', ...listing('m@x.example'), ...nobodys } as const;
    const verdicts = [GUID.ann, null, GUID.bob, 'foreign'].map((mailboxGuid) =>
      verdictOf(run({ records: [makeRecord({ ...update, mailboxGuid })], copies: [m] })),
    );
    expect(verdicts).toEqual(['undetermined', 'undetermined', 'no-evidence', 'no-evidence']);
  });
  test('N2 with a gap that reaches nobody', () => {
    const coverage = [{ mailbox: 'ann', kind: 'unlicensed' as const, from: START, to: START + 10, source: null }];
    expect(codesOf(run({ incident: makeIncident({ coverage }), copies: [m] }))).toEqual(['coverage-incomplete']);
    expect(codesOf(run({ incident: makeIncident({ access: [] }), copies: [m] }))).toEqual(['no-control']);
  });
  test('N2 when a record of the intruder of any kind names it, in its mailbox or none', () => {
    const other = { kind: 'list', operation: 'FolderBind', ...listing('m@x.example') } as const;
    const copies = [m, makeCopy({ location: 'o' })];
    const codes = (mailboxGuid: string | null, incident = makeIncident()) => {
      const outcome = run({ incident, records: [makeRecord({ id: 'x', ...other, mailboxGuid })], copies });
      return [codesOf(outcome), codesOf(outcome, 'o')];
    };
    expect(codes(null)).toEqual([['coverage-incomplete'], ['complete-coverage']]);
    expect(codes(GUID.bob)).toEqual([['complete-coverage'], ['complete-coverage']]);
    const accepted = makeIncident({ accepted: [{ record: 'x', by: 'Ann', why: 'read' }] });
    expect(codes(null, accepted)).toEqual([['complete-coverage'], ['complete-coverage']]);
  });
  test('N2 for the whole mailbox with an operation of the intruder that has no rule', () => {
    const other = { kind: 'other', operation: 'X', userId: 'ann@org.example' } as const;
    const codes = (changes: Parameters<typeof makeRecord>[0], incident = makeIncident()) => {
      const records = [makeRecord({ id: 'x', ...other, ...changes })];
      const outcome = run({ incident, records, copies: [m, makeCopy({ location: 'b', custodian: 'bob' })] });
      return [codesOf(outcome), codesOf(outcome, 'b')].map(([code]) => code);
    };
    const barred = ['coverage-incomplete', 'complete-coverage'];
    const free = ['complete-coverage', 'complete-coverage'];
    expect(codes({})).toEqual(barred);
    expect(codes({ mailboxGuid: null, workload: 'Exchange' })).toEqual(barred);
    for (const workload of ['SharePoint', 'OneDrive', 'AzureActiveDirectory'])
      expect(codes({ mailboxGuid: null, workload }), workload).toEqual(free);
    expect(codes({ mailboxGuid: null, userId: 'x@far.example' })).toEqual(free);
    expect([codes(nobodys), codes(owners), codes({ failed: true })]).toEqual([free, free, free]);
    const accepted = makeIncident({ accepted: [{ record: 'x', by: 'Ann', why: 'read' }] });
    expect([codes({}, accepted), codes({ mailboxGuid: null }, accepted)]).toEqual([free, free]);
  });
});

describe('F1: forwarding', () => {
  const start = cmdlet(
    'New-InboxRule',
    { Name: 'zz', ForwardTo: 'drop@evil.example' },
    { id: 'f', time: T, objectId: 'prod/org/ann\\zz' },
  );
  const end = (name: string, time: number) =>
    cmdlet('Remove-InboxRule', { Identity: `ann@org.example\\${name}` }, { time, ...owners });
  const at = (arrived: number | null) => makeCopy({ location: 'm', arrived });
  test('from the rule until its name is next removed, both ends included', () => {
    const records = [start, end('ZZ', T + 100), end('other', T + 10), end('zz', T)];
    const codes = (arrived: number | null) => codesOf(run({ records, copies: [at(arrived)] }));
    expect([codes(T), codes(T + 100), codes(null)]).toEqual([['forwarding'], ['forwarding'], ['forwarding']]);
    expect([codes(T - 1), codes(T + 101)]).toEqual([['complete-coverage'], ['complete-coverage']]);
  });
  test('without an end if never removed, only in its mailbox', () => {
    const outcome = run({
      records: [start],
      copies: [at(CONTAINED), makeCopy({ location: 'b', custodian: 'bob', arrived: CONTAINED })],
    });
    expect([codesOf(outcome), codesOf(outcome, 'b')]).toEqual([['forwarding'], ['complete-coverage']]);
  });
  test('containment ends no rule, and one may start later: forwarded mail left the organization and is not absent', () => {
    const codes = (time: number, arrived: number | null) =>
      codesOf(run({ records: [{ ...start, time }], copies: [at(arrived)] }));
    expect(codes(T, CONTAINED + DAY)).toEqual(['forwarding']);
    expect(codes(CONTAINED + 10, null)).toEqual(['forwarding']);
    expect(codes(CONTAINED + 10, CONTAINED + 10)).toEqual(['forwarding']);
    expect(codes(CONTAINED + 10, CONTAINED + 9)).toEqual(['after-containment']);
  });
  test('not by the owner, nor by a rule without an external target', () => {
    expect(codesOf(run({ records: [{ ...start, ...owners }], copies: [at(T)] }))).toEqual(['complete-coverage']);
    const move = cmdlet(
      'New-InboxRule',
      { Name: 'zz', MoveToFolder: 'x', ForwardTo: '' },
      { time: T, objectId: 'ann\\zz' },
    );
    expect(codesOf(run({ records: [move], copies: [at(T)] }))).toEqual(['complete-coverage']);
  });
  test('a transport rule applies to all mailboxes', () => {
    const rule = cmdlet('New-TransportRule', { Name: 'T', BlindCopyTo: 'x@evil.example' }, { time: T });
    const stop = cmdlet('Disable-TransportRule', { Identity: 't' }, { time: T + 5, ...owners });
    const copies = [at(T + 5), makeCopy({ location: 'b', custodian: 'bob', arrived: T + 6 })];
    const outcome = run({ records: [rule, stop], copies });
    expect([codesOf(outcome), codesOf(outcome, 'b')]).toEqual([['forwarding'], ['complete-coverage']]);
    for (const target of ['CopyTo', 'AddToRecipients', 'RedirectMessageTo']) {
      const other = cmdlet('Set-TransportRule', { Name: 'T', [target]: 'x@evil.example' }, { time: T });
      expect(codesOf(run({ records: [other], copies: [at(T)] }))).toEqual(['forwarding']);
    }
  });
  test("a mail program's rule that the mailbox logs with its actions", () => {
    const rule = (actions: string, changes = {}) =>
      makeRecord({
        id: 'f',
        operation: 'UpdateInboxRules',
        kind: 'rule',
        time: T,
        parameters: [
          { name: 'RuleActions', value: actions },
          { name: 'RuleCondition', value: '(SubString IgnoreCase(SubjectProperty)="never")' },
          { name: 'RuleName', value: 'ZZ' },
          { name: 'RuleOperation', value: 'AddMailboxRule' },
        ],
        ...changes,
      });
    const forward = rule('[{"ActionType":"Forward","Recipients":["drop@evil.example"]}]');
    const codes = (...records: (typeof forward)[]) =>
      [T, T + 50, T + 51].map((t) => codesOf(run({ records, copies: [at(t)] })));
    expect(codes(forward)).toEqual([['forwarding'], ['forwarding'], ['forwarding']]);
    expect(codes(forward, end('zz', T + 50))).toEqual([['forwarding'], ['forwarding'], ['complete-coverage']]);
    expect(codesOf(run({ records: [rule('Redirect to drop@evil.example')], copies: [at(T)] }))).toEqual(['forwarding']);
    for (const none of [rule('[{"ActionType":"MoveToFolder"}]'), rule('Move to a folder'), { ...forward, ...owners }])
      expect(codesOf(run({ records: [none], copies: [at(T)] }))).toEqual(['complete-coverage']);
  });
  test('a mailbox setting, until one without an address', () => {
    const set = (address: string, time: number) =>
      cmdlet('Set-Mailbox', { Identity: 'ann', ForwardingSmtpAddress: address }, { time });
    const records = [set('smtp:x@evil.example', T), set('', T + 50)];
    expect(codesOf(run({ records, copies: [at(T + 50)] }))).toEqual(['forwarding']);
    expect(codesOf(run({ records, copies: [at(T + 51)] }))).toEqual(['complete-coverage']);
  });
  test('evaluable conditions must hold', () => {
    const whenOf = (operation: string, target: string) => (parameters: Record<string, string>) =>
      codesOf(
        run({
          records: [
            cmdlet(operation, { Name: 'n', [target]: 'x@e.example', ...parameters }, { time: T, objectId: 'ann' }),
          ],
          copies: [at(T)],
        }),
      ).includes('forwarding');
    const when = whenOf('New-InboxRule', 'RedirectTo');
    expect(when({ SubjectContainsWords: 'coal; GAS ' })).toBe(true);
    expect(when({ SubjectContainsWords: 'coal;;' })).toBe(false);
    expect(when({ SubjectContainsWords: ';' })).toBe(true);
    expect(when({ BodyContainsWords: 'aster agree' })).toBe(true);
    expect(when({ BodyContainsWords: 'gas' })).toBe(false);
    expect(when({ SubjectOrBodyContainsWords: 'master' })).toBe(true);
    expect(when({ From: 'x@y.example;ZOE@partner.example' })).toBe(true);
    expect(when({ From: 'x@y.example' })).toBe(false);
    expect(when({ From: 'x@y.example;Zoe' })).toBe(true);
    expect(when({ From: 'Zoe <zoe@partner.example>' })).toBe(true);
    expect(when({ From: 'smtp:x@y.example' })).toBe(true);
    expect(when({ SentTo: 'nobody@org.example' })).toBe(true);
    for (const other of [
      whenOf('New-TransportRule', 'BlindCopyTo'),
      whenOf('New-JournalRule', 'JournalEmailAddress'),
    ]) {
      expect(other({ SentTo: 'ann@org.example', From: 'x@y.example' })).toBe(false);
      expect(other({ SentTo: 'nobody@org.example' })).toBe(false);
      expect(other({ SentTo: 'Ann <nobody@org.example>' })).toBe(true);
      expect(other({ SentTo: 'ann@org.example', HeaderContainsWords: 'nothing' })).toBe(true);
    }
  });
});

describe('Q1: search', () => {
  const search = makeRecord({ id: 'q', kind: 'search', time: T, query: 'subject:gas' });
  test('a hit that had already arrived', () => {
    const outcome = run({ records: [search], copies: [makeCopy({ location: 'm', arrived: T })] });
    expect(codesOf(outcome)).toEqual(['search-hit']);
    expect(verdictOf(outcome)).toBe('partial');
  });
  const copies = [makeCopy({ location: 'm', arrived: T })];
  const codes = (changes: Parameters<typeof makeRecord>[0]) =>
    codesOf(run({ records: [{ ...search, ...changes }], copies }));
  test('no hit, not yet arrived, or by the owner', () => {
    for (const changes of [{ query: 'coal' }, { time: T - 1 }, owners, { ...owners, query: null }, { failed: true }])
      expect(codes(changes)).toEqual(['complete-coverage']);
  });
  test('a hit of a search by unknown users is possible', () => {
    const outcome = run({ records: [{ ...search, ...nobodys }], copies });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['search-hit-unattributed'], 'possible']);
    expect(codes({ ...nobodys, query: 'coal' })).toEqual(['complete-coverage']);
  });
  test('without a term that can be read everything there may be a hit', () => {
    for (const query of ['size:1', 'NOT gas', 'coal OR size:1'])
      for (const by of [{}, nobodys]) expect(codes({ query, ...by }), query).toEqual(['search-unread']);
    expect(verdictOf(run({ records: [{ ...search, query: 'size:1' }], copies }))).toBe('possible');
    expect(codes({ query: 'gas OR size:1' })).toEqual(['search-hit', 'search-unread']);
    expect(codes({ query: 'size:1', time: T - 1 })).toEqual(['complete-coverage']);
  });
  test('without a query it is unread when the intruder searched, and nothing when unknown users did', () => {
    for (const query of [null, '', ' ']) {
      expect(codes({ query })).toEqual(['search-unread']);
      expect(codes({ query, ...nobodys })).toEqual(['complete-coverage']);
    }
  });
});
