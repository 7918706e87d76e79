import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSelection, readSelection, toSelectionText } from '@candor/core/notice/selection';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { showToSign } from '../../src/apps/cli/show/show-to-sign.ts';
import { approveWave as approveWaveIn } from '../../src/commands/notice/approve-wave.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import type { ToSign } from '../../src/notice/approval/index.ts';
import { readSelectionRow } from '../../src/notice/store/selection-store.ts';
import { requireWave } from '../../src/notice/store/wave-store.ts';
import { plainScreen } from '../apps/cli/show/plain-screen.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
let incident = '';
/** States of before the wave, after one approval and after two. */
let fresh = '';
let once = '';
let twice = '';
let sequence = 0;

type Type = (...words: readonly string[]) => ReturnType<NoticeDesk['type']>;
const typeIn =
  (state: string): Type =>
  (...words) =>
    desk.type(...words, '--state', state);
const approve = (state: string, name: string, ...more: readonly string[]) =>
  typeIn(state)(
    ...['notice', 'approve', '--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile],
    ...more,
  );

function copy(state: string): string {
  sequence += 1;
  const to = join(desk.folder, `state-${sequence}`);
  cpSync(state, to, { recursive: true });
  return to;
}

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  desk.edit('notice:\n', 'notice:\n  relay: { host: localhost, port: 1, tls: none }\n');
  incident = readFileSync(desk.incident, 'utf8');
  await desk.run();
  fresh = desk.state;
  once = copy(fresh);
  expect((await typeIn(once)('notice', 'prepare', '--wave', 'metadata')).code).toBe('done');
  expect((await approve(once, 'Ines Adler')).code).toBe('done');
  twice = copy(once);
  expect((await approve(twice, 'Marek Dvorak')).code).toBe('done');
});

afterEach(() => writeFileSync(desk.incident, incident));

interface Act {
  readonly what: string;
  /** One person does it, without a key. */
  readonly act: (type: Type, state: string) => Promise<unknown>;
  /** What the selection document says of it. */
  readonly says: RegExp;
  /** What differs while the party has a notice in the wave, where that is said in other words. */
  readonly differs?: RegExp;
}

const by = ['--why', 'x', '--by', 'Marek Dvorak'] as const;

const ACTS: readonly Act[] = [
  {
    what: 'dismissal by kind',
    act: (type) => type('findings', 'dismiss', '--kind', 'credential', ...by),
    says: /figure: ternbank\.example: messages with passwords or keys: 2 by the search alone, 0 after\s+decisions/,
  },
  {
    what: 'party of kind list',
    act: (type) => type('party', 'kind', 'bluewater.test', 'list', ...by),
    says: /left out: bluewater\.test: a person made it a list \(curation 1\)/,
    differs: /now: curation 1: make bluewater\.test a list; says they are Marek Dvorak/,
  },
  {
    what: 'do-not-contact',
    act: (type) => type('do-not-contact', 'add', 'gridwire.example', ...by),
    says: /left out: gridwire\.example: do not contact \(hold 1\)/,
    differs: /now: hold 1: do-not-contact gridwire\.example, asked by/,
  },
  {
    what: 'merge',
    act: (type) => type('party', 'merge', 'ternbank.example', 'gridwire.example', ...by),
    says: /left out: gridwire\.example: merged into ternbank\.example \(curation 1\)/,
  },
  {
    what: 'contact by hand',
    act: (type) => type('contacts', 'curate', 'gridwire.example', 'jo@gridwire.example', ...by),
    says: /contact added: gridwire\.example: jo@gridwire\.example \(curation 1\)/,
  },
  {
    what: 'erased findings',
    act: async (_type, state) => {
      const open = await openStateForActing(state);
      const act = { act: 'erase', before: null, findings: 4, messages: 3 } as const;
      const row = { made_by: 'Marek Dvorak', made_at: 1, why: 'x', act: JSON.stringify(act) };
      await open.store.db.insertInto('impact_finding_decision').values(row).execute();
      await open.close();
    },
    says: /erased: 4 findings in 3 messages \(finding 1\)/,
  },
  {
    what: 'covers in the incident file',
    act: async () => desk.edit('covers: { mailboxes: [okafor-a]', 'covers: { mailboxes: [okafor-a, tanaka-y]'),
    says: /covers: audit\/management-api\.jsonl: okafor-a tanaka-y/,
  },
  {
    what: 'owner addresses in the incident file',
    act: async () => desk.edit('203.0.113.21', '203.0.113.22'),
    says: /owner address: okafor-a: 203\.0\.113\.22/,
  },
  {
    what: 'telephone',
    act: async () => desk.edit('telephone: the number on our web site', 'telephone: the number of our friends'),
    says: /telephone: the number of our friends/,
  },
  {
    what: 'relay',
    act: async () => desk.edit('port: 1,', 'port: 2,'),
    says: /relay 1: localhost:2, tls none, from notice@harbor\.example/,
  },
];

describe.each(ACTS)('$what', ({ act, says, differs = says }) => {
  test('is named by prepare, show and approve', async () => {
    const state = copy(fresh);
    const type = typeIn(state);
    await act(type, state);
    const prepared = await type('notice', 'prepare', '--wave', 'metadata', '--json');
    expect(prepared.code).toBe('done');
    expect(JSON.parse(prepared.text).selection.v).toBe(1);
    const shown = await type('notice', 'show');
    expect(shown.text).toMatch(says);
    const { confirm } = JSON.parse(prepared.text).selection.takenOut;
    const approved = await approve(state, 'Ines Adler', ...(confirm === null ? [] : ['--confirm', String(confirm)]));
    expect(approved.code).toBe('done');
    expect(approved.text).toMatch(says);
    expect(approved.text.search(says)).toBeLessThan(approved.text.indexOf('approved by'));
  });

  test('between two approvals voids the first', async () => {
    const state = copy(once);
    await act(typeIn(state), state);
    const { code, text } = await approve(state, 'Marek Dvorak');
    expect(code).toMatch(/^(?:selection-changed|stale-wave|held)/);
    if (code === 'selection-changed') expect(text).toMatch(differs);
  });

  test('after two approvals stops the sending', async () => {
    const state = copy(twice);
    await act(typeIn(state), state);
    const { code, text } = await typeIn(state)('notice', 'send');
    expect(code).toBe('selection-changed');
    expect(text).toMatch(differs);
  });
});

test('without a change the second person approves, and the sending goes on to the gate', async () => {
  expect((await approve(copy(once), 'Marek Dvorak')).code).toBe('done');
  expect((await typeIn(copy(twice))('notice', 'send')).code).toBe('gate-not-passed');
});

test('who approves types the number of what decisions take out', async () => {
  const state = copy(fresh);
  await typeIn(state)('findings', 'dismiss', '--kind', 'credential', ...by);
  await typeIn(state)('notice', 'prepare', '--wave', 'metadata');
  expect((await approve(state, 'Ines Adler')).code).toBe('not-confirmed');
  expect((await approve(state, 'Ines Adler', '--confirm', '4')).code).toBe('not-confirmed');
  expect((await approve(state, 'Ines Adler', '--confirm', '5')).code).toBe('done');
});

test('the second person refuses a wave, and nobody can approve it after that', async () => {
  const state = copy(once);
  expect((await typeIn(state)('notice', 'discard')).code).toBe('done');
  expect((await approve(state, 'Marek Dvorak', '--wave', '1')).code).toBe('not-composed');
});

test('an altered selection document is named by show, approve, send and fsck', async () => {
  const state = copy(twice);
  const open = await openStateForActing(state);
  const stored = await readSelectionRow(open.store, 1);
  const selection = readSelection(stored?.document ?? '');
  expect(selection?.rows.length).toBeGreaterThan(0);
  await open.store.db
    .updateTable('notice_selection')
    .set({ document: (stored?.document ?? '').replace('lists.portwatch.example', 'lists.portwatch.test') })
    .execute();
  await open.close();
  expect((await typeIn(state)('notice', 'show')).code).toBe('wave-differs');
  expect((await typeIn(state)('notice', 'send')).code).toBe('wave-differs');
  expect((await typeIn(state)('log', 'fsck')).text).toContain('its selection document is not the one in its manifest');
});

test('a signing screen shows the selection that is signed, whatever the state says by then', async () => {
  const state = copy(fresh);
  expect((await typeIn(state)('notice', 'prepare', '--wave', 'metadata')).code).toBe('done');
  const folder = await openStateForActing(state);
  const { db } = folder.store;
  const stored = await readSelectionRow(folder.store, 1);
  const selection = readSelection(stored?.document ?? '');
  if (selection === null) throw new Error('the wave has a selection');
  const signature = desk.sign('Ines Adler');
  const lines: string[] = [];
  const approved = await approveWaveIn(
    folder,
    1,
    {
      ...signature,
      sign: async (toSign, operator) => {
        // Who can write into the state does so behind every check, before the screen is drawn.
        const planted = toSelectionText({ ...selection, rows: [], decisions: [], asserted: [] });
        await db.updateTable('notice_selection').set({ document: planted }).execute();
        await db.updateTable('notice_wave').set({ manifest: '{}', settings: '{}' }).execute();
        await db.updateTable('notice_contact').set({ contact: 'planted@elsewhere.example' }).execute();
        showToSign(
          plainScreen(400, (line) => lines.push(line)),
          toSign,
          state,
        );
        return signature.sign(toSign, operator);
      },
    },
    null,
    silentProgress,
    async (number) => number,
  );
  await folder.close();
  const screen = lines.join('\n');
  for (const { section, text } of describeSelection(selection))
    if (section === 'row' || section === 'decision' || section === 'asserted') expect(screen).toContain(text);
  expect(screen).toContain('left out: lists.portwatch.example');
  expect(screen).toContain(approved.digest);
  expect(screen).not.toContain('planted');
});

test('a selection other than the signed one is neither shown nor confirmed', async () => {
  const state = copy(fresh);
  expect((await typeIn(state)('notice', 'prepare', '--wave', 'metadata')).code).toBe('done');
  const folder = await openStateForActing(state);
  const stored = await readSelectionRow(folder.store, 1);
  const wave = await requireWave(folder.store, 1);
  await folder.close();
  const encode = (text: string) => new TextEncoder().encode(text);
  const toSign = (document: string): ToSign => ({
    ...{ matter: 'wave', bytes: encode(wave.manifest), digest: wave.digest },
    selection: { salt: stored?.salt ?? new Uint8Array(), document: encode(document) },
  });
  const document = stored?.document ?? '';
  const lines: string[] = [];
  const show = (shown: ToSign) =>
    showToSign(
      plainScreen(400, (line) => lines.push(line)),
      shown,
      state,
    );
  expect(() => show(toSign(document.replace('lists.portwatch.example', 'lists.portwatch.test')))).toThrow(
    'not the one in its manifest',
  );
  expect(() => show({ ...toSign(document), selection: null })).toThrow('not the one in its manifest');
  expect(lines).toEqual([]);
  show(toSign(document));
  expect(lines.join('\n')).toContain('lists.portwatch.example');
});
