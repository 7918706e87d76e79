import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartyExposure } from '@candor/core/impact';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { listParties } from '../../src/commands/impact/list-parties.ts';
import type { PreparedWave, PrepareOrder } from '../../src/commands/notice/prepare-wave.ts';
import { type Progress, silentProgress } from '../../src/commands/progress.ts';
import {
  approveWave,
  approveWithdrawal,
  changeWaveState,
  editWave,
  lookUp,
  prepareWave,
  proposeWithdrawal,
  readWave,
} from '../opened-commands.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { confirmShown, type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const asked = { by: 'Ines Adler', why: 'they asked' };

const listAllParties = (state: string): Promise<PartyExposure[]> =>
  readingState(state, async (opened) => {
    const { pages } = await listParties(opened, { all: true });
    const parties: PartyExposure[] = [];
    for await (const page of pages) parties.push(...page);
    return parties;
  });

let desk: NoticeDesk;
let first: readonly PartyExposure[];
/** Number of the first wave that two people approve. */
let approved: number;

const prepare = (changes: Partial<PrepareOrder> = {}): Promise<PreparedWave> =>
  prepareWave({
    state: desk.state,
    wave: 'metadata',
    only: null,
    except: [],
    findings: null,
    by: 'test',
    progress: silentProgress,
    ...changes,
  });

async function query<T>(
  work: (store: Awaited<ReturnType<typeof openStateForActing>>['store']) => Promise<T>,
): Promise<T> {
  const state = await openStateForActing(desk.state);
  try {
    return await work(state.store);
  } finally {
    await state.close();
  }
}

const countEntries = (kind: string) =>
  query(
    async (store) =>
      (await store.db.selectFrom('ledger_entry').select('position').where('kind', '=', kind).execute()).length,
  );
const listStates = () =>
  query(async (store) => {
    const rows = await store.db.selectFrom('notice_delivery').select('state').execute();
    return [...new Set(rows.map(({ state }) => state))];
  });
const told = () => first.filter(({ kind, messages, undetermined }) => kind !== 'list' && messages + undetermined > 0);
const approve = (name: string, wave: number | null = null) =>
  approveWave(desk.state, wave, desk.sign(name), null, silentProgress, confirmShown);

/** A mailbox that is collected later, and the log of another one. */
const LATER_MAILBOX = `  - custodian: moreau-c
    address: camille.moreau@harbor.example
    guid: 6dc389de-5f7c-45cb-ac88-0247df54b7e9
    evidence: mailboxes/moreau-c
    folders: folders/moreau-c.csv
    addresses: ["203.0.113.47"]
`;
const LATER_COVERS = `    exported: 2001-11-02T08:00:00Z
    covers: { mailboxes: [moreau-c], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
`;
const LATER = `  - file: audit/tanaka-y.cloud-app-events.jsonl
    exported: 2001-11-02T08:00:00Z
    covers: { mailboxes: [tanaka-y], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
`;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  for (const part of [LATER, LATER_MAILBOX, LATER_COVERS]) desk.edit(part, '');
  expect(await desk.run()).toMatchObject({ version: 1 });
  first = await listAllParties(desk.state);
});

describe('a first wave', () => {
  test('tells every affected party what the exposure says, and no list', async () => {
    const prepared = await prepare();
    expect(prepared).toMatchObject({ wave: 1, version: 1, unchanged: 0, unreachable: [], leftOut: {} });
    const expected = told();
    const { views, state, digest } = await readWave(desk.state, null, null);
    expect(state).toBe('composed');
    expect(digest).toBe(prepared.digest);
    expect(views.map(({ party }) => party).sort()).toEqual(expected.map(({ party }) => party).sort());
    for (const view of views) {
      const party = expected.find((known) => known.party === view.party);
      expect(view).toMatchObject({ kind: 'first', before: null });
      expect(view.figures).toMatchObject({
        accessed: party?.accessed,
        presumed: party?.presumed,
        possible: party?.possible,
        undetermined: party?.undetermined,
        messages: party?.messages,
      });
      expect(view.contacts.length).toBeGreaterThan(0);
      expect(view.text).toContain(view.code);
    }
  });

  test('the same command refreshes its draft, and another one drafts nothing twice', async () => {
    const before = (await readWave(desk.state, null, null)).wave;
    const again = await prepare();
    expect(again).toMatchObject({ refreshed: before, kinds: { first: told().length } });
    expect(again.wave).not.toBe(before);
    approved = again.wave ?? Number.NaN;
    const other = await prepare({ only: told().map(({ party }) => party) });
    expect(other).toMatchObject({ wave: null, leftOut: { drafted: told().length } });
  });

  test('one person is not enough, nor the same twice, and nobody approves about their own mailbox', async () => {
    expect(await approve('Ines Adler')).toMatchObject({ entry: null, approvedBy: ['Ines Adler'] });
    await expect(approve('Ines Adler')).rejects.toMatchObject({ code: 'already-approved' });
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'own-mailbox' });
    const incident = readFileSync(desk.incident);
    desk.edit(', mailbox: "costa-r"', '');
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'log-differs' });
    writeFileSync(desk.incident, incident);
    await expect(approve('Rafael Costa')).rejects.toMatchObject({ code: 'own-mailbox' });
    const foreign = desk.sign('Marek Dvorak', 'Ines Adler');
    await expect(approveWave(desk.state, null, foreign, null)).rejects.toMatchObject({ code: 'wrong-key' });
    await expect(approve('Nobody')).rejects.toMatchObject({ code: 'unknown-operator' });
    expect(await listStates()).toEqual(['composed']);
    expect(await countEntries('wave')).toBe(0);
  });

  test('an edit composes again and voids approvals', async () => {
    const before = await readWave(desk.state, null, null);
    const party = 'org-northwind';
    const edited = await editWave(
      desk.state,
      null,
      { what: 'added', party, text: 'You asked for this by telephone.' },
      asked,
    );
    expect(edited).toMatchObject({ recomposed: 1, lapsed: 1 });
    const after = await readWave(desk.state, null, null);
    expect(after.digest).not.toBe(before.digest);
    expect(after.approvedBy).toEqual([]);
    const [own] = after.views.filter((view) => view.party === party);
    expect(own?.text).toContain('You asked for this by telephone.');
    expect(own?.code).toBe(before.views.find((view) => view.party === party)?.code);
    const others = (views: typeof after.views) => views.filter((view) => view.party !== party);
    expect(others(after.views)).toEqual(others(before.views));
    await expect(
      editWave(desk.state, null, { what: 'added', party, text: 'See https://elsewhere.invalid/x' }, asked),
    ).rejects.toMatchObject({ code: 'notice-text-refused' });
    await expect(approveWave(desk.state, null, desk.sign('Ines Adler'), before.digest)).rejects.toMatchObject({
      code: 'other-digest',
    });
  });

  test('the second approval creates one log entry and approves every delivery at once', async () => {
    await approve('Ines Adler');
    const result = await approve('Marek Dvorak');
    expect(result.approvedBy).toEqual(['Ines Adler', 'Marek Dvorak']);
    expect(await countEntries('wave')).toBe(1);
    expect(await listStates()).toEqual(['approved']);
    const [entry] = await query((store) =>
      store.db.selectFrom('ledger_entry').select(['position', 'entry']).where('kind', '=', 'wave').execute(),
    );
    expect(entry?.position).toBe(result.entry);
    const { body } = JSON.parse(entry?.entry ?? '') as { body: { document: { wave: number }; approvals: unknown[] } };
    expect(body.document.wave).toBe(approved);
    expect(body.approvals).toHaveLength(2);
    await expect(approve('Ines Adler', approved)).rejects.toMatchObject({ code: 'not-composed' });
    await expect(
      editWave(desk.state, approved, { what: 'unknown', language: 'en', text: 'x' }, asked),
    ).rejects.toMatchObject({
      code: 'not-composed',
    });
  });

  test('then nothing is left to say', async () => {
    expect(await prepare()).toMatchObject({ wave: null, digest: null, unchanged: told().length });
  });

  test('one person may stop it, and it resumes as approved', async () => {
    expect((await changeWaveState(desk.state, 'pause', approved)).state).toBe('paused');
    expect((await changeWaveState(desk.state, 'resume', approved)).state).toBe('approved');
    await expect(changeWaveState(desk.state, 'discard', approved)).rejects.toMatchObject({ code: 'wrong-wave-state' });
  });
});

describe('preparing', () => {
  const dying: Progress = {
    begin: () => ({
      advance: () => undefined,
      end: () => {
        throw new Error('killed');
      },
    }),
  };

  test('resumes after a kill: the same wave, the same codes', async () => {
    const order = { wave: 'update', only: ['ternbank.example', 'org-northwind'] } as const;
    await expect(prepare({ ...order, progress: dying })).rejects.toThrow('killed');
    const codes = () =>
      query((store) =>
        store.db.selectFrom('notice_notice').select(['wave_id', 'code']).where('state', '=', 'composed').execute(),
      );
    const left = await codes();
    expect(left).toHaveLength(2);
    const prepared = await prepare(order);
    expect(await codes()).toEqual(left);
    expect(prepared.wave).toBe(left[0]?.wave_id);
    await changeWaveState(desk.state, 'discard', null);
  });

  test('discards the remains of another command', async () => {
    await expect(prepare({ wave: 'update', only: ['ternbank.example'], progress: dying })).rejects.toThrow('killed');
    const other = await prepare({ wave: 'update', only: ['org-northwind'] });
    expect(other.leftOut).toEqual({ 'not-named': told().length - 1 });
    expect((await readWave(desk.state, other.wave, null)).views.map(({ party }) => party)).toEqual(['org-northwind']);
    await changeWaveState(desk.state, 'discard', null);
  });

  test('refuses an unknown contact, finding or party', async () => {
    await expect(prepare({ only: ['nobody.example'] })).rejects.toMatchObject({ code: 'unknown-party' });
    const list = join(desk.folder, 'secrets.csv');
    writeFileSync(list, 'party,message\nnobody.example,<a@b.example>\n');
    await expect(prepare({ findings: list, why: 'read' })).rejects.toMatchObject({ code: 'unknown-party' });
    writeFileSync(list, 'party,message\nternbank.example\n,<a@b.example>\n');
    await expect(prepare({ findings: list, why: 'read' })).rejects.toMatchObject({
      code: 'invalid-findings',
      reasons: [expect.stringContaining(':2: '), expect.stringContaining(':3: ')],
    });
    writeFileSync(list, 'party,message\nternbank.example,<a@b.example>\n');
    await expect(prepare({ findings: list, why: 'read' })).rejects.toMatchObject({
      code: 'invalid-findings',
      reasons: [`${list}:2: <a@b.example> is no message of ternbank.example`],
    });
  });

  test('a list of secret messages is a difference for the parties in it', async () => {
    const list = join(desk.folder, 'secrets.csv');
    const known = '<RlnkKNaAoi6Y6E.quay-7.0@ternbank.example>';
    const [copy] = await query((store) =>
      store.db.selectFrom('evidence_copy').select('fingerprint').where('message_id', '=', known.slice(1, -1)).execute(),
    );
    const fingerprint = Buffer.from(copy?.fingerprint ?? []).toString('hex');
    expect(fingerprint).toHaveLength(64);
    // One message by two names, and one that is cleared: the notice says how many of those that it counts.
    const cleared = '<IDg7-DvwGzQ2Yu.quay-7.1@harbor.example>';
    const rows = [`${known},password`, `${fingerprint},`, `${cleared},`].map((row) => `ternbank.example,${row}\n`);
    writeFileSync(list, `party,message,kind\n${rows.join('')}`);
    const prepared = await prepare({ wave: 'secrets-metadata', findings: list, why: 'read' });
    const { views } = await readWave(desk.state, prepared.wave, null);
    expect(views.map(({ party, kind, figures }) => [party, kind, figures.secrets])).toEqual([
      ['ternbank.example', 'supplement', 1],
    ]);
    await changeWaveState(desk.state, 'discard', null);
    await query((store) => store.db.deleteFrom('notice_finding').execute());
  });
});

test('another telephone number makes neither a new exposure nor new input of it', async () => {
  const digests = () =>
    query((store) => store.db.selectFrom('exposure_version').select(['version', 'digest', 'input_digest']).execute());
  const before = await digests();
  desk.edit('telephone: the number on our web site', 'telephone: +49 30 5550100');
  desk.edit(
    'policy: { sync: mailbox, gaps: presumed }',
    'policy: { sync: mailbox, gaps: presumed, tell: undetermined }',
  );
  expect(await desk.run()).toMatchObject({ version: 1 });
  expect(await digests()).toEqual(before);
});

describe('a store changed by hand', () => {
  test.each([
    ['a text', 'notice_notice', { text: 'something else' }],
    ['an HTML twin', 'notice_notice', { html: '<p>something else</p>' }],
    ['a subject', 'notice_notice', { subject: 'something else' }],
    ['a message', 'notice_delivery', { message: new Uint8Array([1]) }],
    ['a record', 'notice_notice', { record: '{}' }],
    ['a manifest', 'notice_wave', { manifest: '{"root":""}' }],
    ['a digest', 'notice_wave', { digest: 'ab'.repeat(32) }],
  ] as const)('refuses to approve a changed %s', async (_, table, values) => {
    const prepared = await prepare({ wave: 'update', only: ['ternbank.example'] });
    const wave = prepared.wave ?? 0;
    expect(wave).toBeGreaterThan(1);
    await query(async (store) => {
      const notices = store.db.selectFrom('notice_notice').select('id').where('wave_id', '=', wave);
      if (table === 'notice_wave') await store.db.updateTable(table).set(values).where('id', '=', wave).execute();
      else if (table === 'notice_notice')
        await store.db.updateTable(table).set(values).where('wave_id', '=', wave).execute();
      else await store.db.updateTable(table).set(values).where('notice_id', 'in', notices).execute();
    });
    await expect(approve('Ines Adler', wave)).rejects.toThrow(/wave-differs|not what was composed|cannot be read/);
    await changeWaveState(desk.state, 'discard', wave);
    // What reads all notices later would refuse it too.
    await query((store) =>
      store.db.updateTable('notice_notice').set({ record: '' }).where('record', '=', '{}').execute(),
    );
  });
});

test('misses a removed message before approval', async () => {
  const { wave } = await prepare({ wave: 'update', only: ['ternbank.example'] });
  await query(async (store) => {
    const notices = store.db
      .selectFrom('notice_notice')
      .select('id')
      .where('wave_id', '=', wave ?? 0);
    await store.db.deleteFrom('notice_delivery').where('notice_id', 'in', notices).execute();
  });
  await expect(approve('Ines Adler', wave)).rejects.toMatchObject({ code: 'wave-differs' });
  await changeWaveState(desk.state, 'discard', wave);
});

describe('more evidence', () => {
  test('drafts exactly the supplements, corrections and new notices that the difference requires', async () => {
    const text = readFileSync(desk.incident, 'utf8');
    writeFileSync(
      desk.incident,
      text
        .replace('access:\n', `${LATER_MAILBOX}access:\n${LATER}`)
        .replace('purview.csv\n', `purview.csv\n${LATER_COVERS}`),
    );
    const wave = await prepare({ wave: 'update', only: ['ternbank.example'] });
    expect(await desk.run()).toMatchObject({ version: 2 });
    await expect(approve('Ines Adler', wave.wave)).rejects.toMatchObject({ code: 'stale-wave' });
    await changeWaveState(desk.state, 'discard', wave.wave);

    const second = await listAllParties(desk.state);
    const prepared = await prepare({ wave: 'supplement' });
    const { views } = await readWave(desk.state, prepared.wave, null);
    const expected: string[] = [];
    const claims = (party: PartyExposure | undefined) => {
      const { accessed = 0, presumed = 0, partial = 0, possible = 0, undetermined = 0 } = party ?? {};
      const counts = [accessed, presumed, partial, possible, undetermined];
      return counts.map((_, at) => counts.slice(0, at + 1).reduce((sum, count) => sum + count, 0));
    };
    for (const party of second) {
      const before = first.find((known) => known.party === party.party);
      const [was, is] = [claims(before), claims(party)];
      const wasTold = (was.at(-1) ?? 0) > 0;
      if (party.kind === 'list') continue;
      const counts = (known: PartyExposure | undefined) => [
        known?.custodians.length ?? 0,
        known?.addresses.filter(({ messages }) => messages > 0).length ?? 0,
        (known?.intruderSent ?? 0) - (known?.intruderSentToOthers ?? 0),
      ];
      const [beside, nowBeside] = [counts(before), counts(party)];
      const rest = (known: PartyExposure | undefined) =>
        [known?.first, known?.last, known?.bulk, known?.undeterminedBulk].join();
      const isLess = [...was, ...beside].some((count, at) => ([...is, ...nowBeside][at] ?? 0) < count);
      if (!wasTold) {
        if ((is.at(-1) ?? 0) > 0) expected.push(`${party.party} first`);
      } else if (isLess) expected.push(`${party.party} correction`);
      else if ([...is, ...nowBeside].join() !== [...was, ...beside].join() || rest(before) !== rest(party))
        expected.push(`${party.party} supplement`);
    }
    const kinds = new Set(expected.map((line) => line.split(' ')[1]));
    expect([...kinds].sort()).toEqual(['correction', 'first', 'supplement']);
    expect(views.map(({ party, kind }) => `${party} ${kind}`).sort()).toEqual(expected.sort());
    expect(prepared.unchanged).toBe(told().length - expected.filter((line) => !line.endsWith('first')).length);
    for (const view of views) expect(view.before === null).toBe(view.kind === 'first');
  });

  test('a delay excludes a party, and the wave says so', async () => {
    await changeWaveState(desk.state, 'discard', null);
    const all = await prepare({ wave: 'supplement' });
    const { views } = await readWave(desk.state, all.wave, null);
    const [kept] = views;
    const until = '2100-01-01';
    const set = ['delay', 'set', kept?.party ?? '', '--asked-by', 'Police', '--why', 'inquiry', '--until', until];
    expect((await desk.type(...set, '--state', desk.state)).code).toBe('done');
    expect(await countEntries('delay')).toBe(1);
    await expect(approve('Ines Adler', all.wave)).rejects.toMatchObject({ code: 'held-party' });
    await changeWaveState(desk.state, 'discard', all.wave);
    const less = await prepare({ wave: 'supplement' });
    expect(less.leftOut).toEqual({ delayed: 1 });
    expect(less.deliveries).toBe(all.deliveries - (kept?.contacts.length ?? 0));
    await changeWaveState(desk.state, 'discard', null);
    expect((await desk.type('delay', 'end', '1', '--why', 'over', '--state', desk.state)).code).toBe('done');
    expect(await countEntries('delay')).toBe(2);
  });
});

describe('a notice to the wrong company', () => {
  test('is withdrawn by two people, and the party is notified again', async () => {
    const { views } = await readWave(desk.state, approved, 'ternbank.example');
    const [view] = views;
    const order = { notices: [view?.notice ?? 0], misdirected: true, why: 'wrong company', by: 'test' };
    const proposal = await proposeWithdrawal(desk.state, order);
    expect(await lookUp(desk.state, view?.code ?? '')).toMatchObject({ found: { standing: 'current' } });
    const one = await approveWithdrawal(desk.state, proposal.id, desk.sign('Ines Adler'), null);
    expect(one.entry).toBeNull();
    await expect(approveWithdrawal(desk.state, proposal.id, desk.sign('Ines Adler'), null)).rejects.toMatchObject({
      code: 'already-approved',
    });
    expect(await lookUp(desk.state, view?.code ?? '')).toMatchObject({ found: { standing: 'current' } });
    const two = await approveWithdrawal(desk.state, proposal.id, desk.sign('Marek Dvorak'), null);
    expect(two.entry).not.toBeNull();
    expect(await lookUp(desk.state, view?.code ?? '')).toMatchObject({ found: { standing: 'misdirected' } });
    const again = await prepare({ wave: 'supplement', only: ['ternbank.example'] });
    expect(again.kinds.first).toBe(1);
    await changeWaveState(desk.state, 'discard', null);
  });
});

test('a change of operators needs two former ones, and a contradicting file stops everything', async () => {
  const text = readFileSync(desk.incident, 'utf8');
  const line = text.split('\n').find((known) => known.includes('name: "Rafael Costa"')) ?? '';
  writeFileSync(desk.incident, text.replace(`${line}\n`, ''));
  await expect(prepare({ wave: 'supplement' })).rejects.toMatchObject({ code: 'log-differs' });
  const change = (name: string) =>
    desk.type(
      'operator',
      'change',
      'approve',
      '--as',
      name,
      '--key',
      desk.key(name),
      '--passphrase-file',
      desk.passphraseFile,
      '--state',
      desk.state,
    );
  expect((await change('Ines Adler')).code).toBe('done');
  await expect(prepare({ wave: 'supplement' })).rejects.toMatchObject({ code: 'log-differs' });
  expect((await change('Ines Adler')).code).toBe('already-approved');
  expect((await change('Marek Dvorak')).text).toContain('entry');
  expect(await countEntries('operators')).toBe(1);
  expect((await prepare({ wave: 'supplement' })).wave).not.toBeNull();
});
