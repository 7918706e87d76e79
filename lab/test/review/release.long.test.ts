import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toManifestText } from '@candor/core/review/seal';
import { beforeAll, describe, expect, test } from 'vitest';
import { tryProcessLock } from '../../src/adapters/store/process-lock.ts';
import { openStateForActing, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import type { EnrollmentView } from '../../src/commands/review/enrollments.ts';
import type { ReleaseView } from '../../src/commands/review/releases.ts';
import type { WithheldView } from '../../src/commands/review/withheld.ts';
import type { RunSummary } from '../../src/commands/run-summary.ts';
import { alterAlike } from '../alter-alike.ts';
import { checkLog } from '../opened-checks.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { listFilesBelow, NORTHWIND, openReviewDesk, type ReviewDesk } from './review-desk.ts';

const golden = join(import.meta.dirname, 'northwind-messages.txt');

let desk: ReviewDesk;
let copies = 0;

/** The same incident in a state of its own, so that a test may do what it wants. */
function copyDesk(): ReviewDesk {
  copies += 1;
  const state = join(desk.folder, `state-${copies}`);
  cpSync(desk.state, state, { recursive: true });
  const swap = (words: readonly string[]): readonly string[] => {
    const at = words.indexOf('--state');
    return at < 0 ? [...words, '--state', state] : words;
  };
  const type: ReviewDesk['type'] = (...words) => desk.type(...(words[0] === 'open' ? words : swap(words)));
  const done: ReviewDesk['done'] = async (...words) => {
    const ended = await type(...words);
    expect(ended).toMatchObject({ code: 'done' });
    return ended;
  };
  const json: ReviewDesk['json'] = async (...words) => JSON.parse((await done(...words, '--json')).text);
  return {
    ...desk,
    state,
    type,
    done,
    json,
    prepare: async (...words) => {
      const [prepared] = await json<Awaited<ReturnType<ReviewDesk['prepare']>>[]>(
        ...['release', 'prepare', '--party', 'org-northwind', ...words],
      );
      if (prepared === undefined) throw new Error('nothing was prepared');
      return prepared;
    },
    approve: async (...words) => {
      for (const name of ['Ines Adler', 'Marek Dvorak'])
        await done('release', 'approve', '--party', 'org-northwind', ...words, ...desk.as(name));
    },
    write: async (out) => {
      await done('log', 'publish', '--site', join(desk.folder, `site-${copies}`));
      return json('release', 'write', '--party', 'org-northwind', '--out', out);
    },
  };
}

/** What the status says of review. */
async function listWaiting(own: ReviewDesk): Promise<readonly string[]> {
  const { needs } = await own.json<RunSummary>('status');
  return needs.filter(({ kind }) => kind === 'review').map(({ subject, text }) => `${subject}: ${text}`);
}

const ids = ({ release }: Awaited<ReturnType<ReviewDesk['prepare']>>) =>
  release.manifest.objects.map(({ digest }) => digest);

beforeAll(async () => {
  desk = await openReviewDesk(makeTemporaryFolder());
  await desk.enroll();
});

describe('from enrollment to the opened file', () => {
  test('Northwind gets exactly its messages, in this order', async () => {
    const own = copyDesk();
    const prepared = await own.prepare();
    expect(prepared.release.manifest.figures).toEqual({ releasable: 22, bulk: 0, held: 0, withheld: 0 });
    await own.approve();
    const file = join(desk.folder, 'northwind.candor');
    const written = await own.write(file);
    expect(written).toMatchObject({ objects: 22, log: { origin: 'harbor.example/log' } });
    const out = join(desk.folder, 'opened');
    const opened = await own.open(file, written.fingerprint, out);
    expect(opened.length).toBe(22);
    const readable = opened.map((id) => `${id}  ${/^Subject: (.*)$/im.exec(readMessage(out, id))?.[1] ?? ''}`);
    await expect(`${readable.join('\n')}\n`).toMatchFileSnapshot(golden);
    for (const id of opened) expect(readMessage(out, id)).not.toMatch(/^(?:Received|X-|Return-Path|Bcc:)/im);
    // Written again it is the same file.
    const again = await own.json<{ sha256: string }>(
      ...['release', 'write', '--party', 'org-northwind', '--out', `${file}-2`],
    );
    expect(again.sha256).toBe(written.sha256);
  });

  test('preparing again gives the same release with the same objects', async () => {
    const own = copyDesk();
    const first = await own.prepare();
    const second = await own.prepare();
    expect(second).toMatchObject({ isUnchanged: true, release: { digest: first.release.digest } });
    // Objects that are gone are made again, for the same messages.
    rmSync(join(own.state, 'review/objects'), { recursive: true });
    const third = await own.prepare();
    expect(third.isUnchanged).toBe(false);
    expect(third.release.manifest.figures).toEqual(first.release.manifest.figures);
    expect(ids(third)).not.toEqual(ids(first));
  });

  test('a reviewer who proved one of two domains gets the messages of that one', async () => {
    const own = copyDesk();
    const key = (await openKey(own, 'gas.key')).publicKey;
    const who = ['--party', 'stadtwerke-aue.example', '--key', key, '--name', 'Eva Roth', '--proof', 'telephone'];
    expect((await own.type('enrollment', 'add', ...who, '--domain', 'northwind.example')).code).toBe('not-its-domain');
    await own.done(
      ...['enrollment', 'add', '--party', 'org-northwind', '--key', key, '--name', 'Gus Finn', '--proof', 'TXT'],
      ...['--domain', NORTHWIND[0]],
    );
    for (const name of ['Ines Adler', 'Marek Dvorak']) await own.done('enrollment', 'approve', '2', ...own.as(name));
    const prepared = await own.prepare();
    expect(prepared).toMatchObject({ granted: ['Jo Berg'], waiting: ['Gus Finn'] });
    expect(prepared.release.manifest.grants.map(({ reviewer }) => reviewer)).toEqual([own.fingerprint]);
  });
});

describe('nothing is released early', () => {
  test('needs two approvals and a published checkpoint that covers the entry', async () => {
    const own = copyDesk();
    const out = join(desk.folder, 'early.candor');
    const write = async () => (await own.type('release', 'write', '--party', 'org-northwind', '--out', out)).code;
    expect(await write()).toBe('no-such-release');
    await own.prepare();
    expect(await write()).toBe('not-approved');
    await own.done('release', 'approve', '--party', 'org-northwind', ...own.as('Ines Adler'));
    expect(await write()).toBe('not-approved');
    const approve = async (name: string) =>
      (await own.type('release', 'approve', '--party', 'org-northwind', ...own.as(name))).code;
    expect(await approve('Ines Adler')).toBe('already-approved');
    expect(await approve('Rafael Costa')).toBe('own-mailbox');
    expect(await approve('Marek Dvorak')).toBe('done');
    expect(await write()).toBe('entry-waits');
    expect(listFilesBelow(desk.folder)).not.toContain(out);
  });

  test('not while another command prepares releases of the same state', async () => {
    const own = copyDesk();
    const lock = tryProcessLock(join(own.state, 'review'), 'prepare');
    const preparing = () => own.type('release', 'prepare', '--party', 'org-northwind');
    expect((await preparing()).code).toBe('preparing');
    lock?.release();
    expect((await preparing()).code).toBe('done');
  });

  test('not while stored verdicts differ from the judged ones, with figures that follow from them', async () => {
    const own = copyDesk();
    await own.prepare();
    await alterAlike(own.state);
    const approving = () => own.type('release', 'approve', '--party', 'org-northwind', ...own.as('Ines Adler'));
    expect((await approving()).code).toBe('exposure-differs');
    expect((await own.type('release', 'prepare', '--party', 'org-northwind')).code).toBe('exposure-differs');
  });

  test('not with fewer messages than the verdicts give; prepared again it has all of them', async () => {
    const own = copyDesk();
    const { release } = await own.prepare();
    const [, ...objects] = release.manifest.objects;
    const figures = { ...release.manifest.figures, releasable: release.manifest.figures.releasable - 1 };
    const manifest = toManifestText({ ...release.manifest, objects, figures });
    const digest = createHash('sha256').update(manifest).digest('hex');
    const state = await openStateForActing(own.state);
    const change = state.store.db.updateTable('review_release').set({ manifest, digest }).execute();
    await change.finally(() => state.close());
    const agree = () => own.type('release', 'approve', '--party', 'org-northwind', ...own.as('Ines Adler'));
    expect(await agree()).toMatchObject({
      code: 'release-differs',
      text: expect.stringContaining('accounts for 21 messages, but the verdicts give 22'),
    });
    expect((await own.prepare()).release.manifest.figures).toEqual(release.manifest.figures);
    expect((await agree()).code).toBe('done');
  });

  test('fsck misses a release altered in or removed from the state', async () => {
    const own = copyDesk();
    await own.prepare();
    await own.approve();
    const look = async (change: (db: StateFolder['store']['db']) => Promise<unknown>) => {
      const state = await openStateForActing(own.state);
      await change(state.store.db).finally(() => state.close());
      return (await checkLog(own.state)).problems.map(({ code, text }) => [code, text]);
    };
    expect(await look(async () => undefined)).toEqual([]);
    expect(await look((db) => db.updateTable('review_release').set({ manifest: '{}' }).execute())).toEqual([
      ['log-act', 'it approves another manifest than that of the release in this state'],
    ]);
    expect(await look((db) => db.updateTable('review_release').set({ entry: null }).execute())).toEqual([
      ['log-act', 'it approves a release, and this state has no such release'],
    ]);
  });

  test('refuses an approval of another digest, and a change voids every approval', async () => {
    const own = copyDesk();
    await own.prepare();
    const wrong = await own.type(
      ...['release', 'approve', '--party', 'org-northwind', '--digest', '00000000', ...own.as('Ines Adler')],
    );
    expect(wrong.code).toBe('other-digest');
    await own.done('release', 'approve', '--party', 'org-northwind', ...own.as('Ines Adler'));
    const [listed] = await own.json<ReleaseView[]>('release', 'status');
    expect(listed).toMatchObject({ state: 'prepared', approvedBy: ['Ines Adler'] });
    const message = listed?.manifest.objects.length ?? 0;
    await withholdFirst(own);
    const prepared = await own.prepare();
    expect(prepared.release.manifest.objects.length).toBe(message - 1);
    expect(await own.json<ReleaseView[]>('release', 'status')).toMatchObject([{ number: 1, approvedBy: [] }]);
  });

  test('names changed evidence and holds its messages', async () => {
    const own = copyDesk();
    const mbox = join(desk.folder, 'harbor/mailboxes/costa-r/Todo o correio.mbox');
    const before = readFileSync(mbox);
    writeFileSync(
      mbox,
      Buffer.from(before.toString('latin1').replaceAll('meter readings', 'METER readings'), 'latin1'),
    );
    try {
      const prepared = await own.prepare();
      expect(prepared.unread.map(({ because }) => because)).toEqual(['changed', 'changed']);
      expect(prepared.unread[0]?.location).toContain('Todo o correio.mbox#');
      expect(prepared.release.manifest.figures).toEqual({ releasable: 20, bulk: 0, held: 2, withheld: 0 });
      expect((await own.json<WithheldView[]>('withheld', 'list')).map(({ reason }) => reason)).toEqual([
        'changed',
        'changed',
      ]);
      expect((await own.type('withheld', 'decide', '1', 'release', '--why', 'x', ...own.as('Ines Adler'))).code).toBe(
        'cannot-be-released',
      );
    } finally {
      writeFileSync(mbox, before);
    }
    process.exitCode = 0;
    expect((await own.prepare()).release.manifest.figures).toMatchObject({ releasable: 22, held: 0 });
    expect(await own.json('withheld', 'list')).toEqual([]);
  });
});

describe('what is held', () => {
  test('one person holds, two release; a party learns only the number', async () => {
    const own = copyDesk();
    const all = await own.prepare();
    const held = await withholdFirst(own);
    const without = await own.prepare();
    expect(without.release.manifest.figures).toEqual({ releasable: 21, bulk: 0, held: 1, withheld: 0 });
    expect(JSON.stringify(without.release.manifest)).not.toContain(held.message);
    // Whoever held it has decided; the release waits.
    expect(await listWaiting(own)).toEqual(['1 release: waits for two people to agree.']);
    const release = (name: string, ...more: string[]) =>
      own.type('withheld', 'decide', String(held.id), 'release', ...more, ...own.as(name));
    expect((await release('Ines Adler')).code).toBe('no-reason');
    expect((await release('Ines Adler', '--why', 'waived')).code).toBe('done');
    expect((await own.prepare()).release.manifest.figures).toMatchObject({ held: 1 });
    expect((await release('Marek Dvorak')).code).toBe('done');
    expect(ids(await own.prepare())).toEqual(ids(all));
  });

  test('mail with counsel waits for a person, and two release it', async () => {
    const own = await openReviewDesk(makeTemporaryFolder(), 'counsel: [camille.moreau@harbor.example]\n');
    await own.enroll();
    const { figures, objects } = (await own.prepare()).release.manifest;
    expect(figures).toEqual({ releasable: 19, bulk: 0, held: 3, withheld: 0 });
    expect(objects.length).toBe(19);
    const [held] = await own.json<WithheldView[]>('withheld', 'list');
    expect(held).toMatchObject({ reason: 'privilege', canBeReleased: true, madeBy: null });
    expect(await listWaiting(own)).toEqual([
      '3 held messages: no release includes them until somebody decides.',
      '1 release: waits for two people to agree.',
    ]);
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      await own.done('withheld', 'decide', String(held?.id), 'release', '--why', 'waived', ...own.as(name));
    expect((await own.prepare()).release.manifest.figures).toMatchObject({ releasable: 20, held: 2 });
  });

  test('what somebody decided to keep counts as withheld', async () => {
    const own = copyDesk();
    const held = await withholdFirst(own);
    await own.done('withheld', 'decide', String(held.id), 'keep', '--why', 'advice');
    expect((await own.prepare()).release.manifest.figures).toEqual({ releasable: 21, bulk: 0, held: 0, withheld: 1 });
  });

  test('an employee’s private mail never goes to an organization', async () => {
    const own = copyDesk();
    await withholdFirst(own, 'private');
    expect((await own.prepare()).release.manifest.figures).toEqual({ releasable: 21, bulk: 0, held: 0, withheld: 1 });
  });
});

describe('a former reader', () => {
  test('two people revoke; the old file is not written again, and the next vault is another', async () => {
    const own = copyDesk();
    const before = await own.prepare();
    await own.approve();
    await own.write(join(desk.folder, 'before.candor'));
    const second = await openKey(own, 'second.key');
    await own.done(
      ...['enrollment', 'add', '--party', 'org-northwind', '--key', second.publicKey, '--name', 'Ada Lund'],
      ...['--domain', ...NORTHWIND, '--proof', 'TXT'],
    );
    expect(await listWaiting(own)).toEqual(['1 enrollment: taken in by hand, waits for two people to agree.']);
    for (const name of ['Ines Adler', 'Marek Dvorak']) await own.done('enrollment', 'approve', '2', ...own.as(name));
    expect(await listWaiting(own)).toEqual([]);
    const revoke = async (name: string, ...more: string[]) =>
      (await own.type('reviewer', 'revoke', '1', ...more, ...own.as(name))).code;
    expect(await revoke('Ines Adler')).toBe('no-reason');
    expect(await revoke('Ines Adler', '--why', 'left')).toBe('done');
    expect(await revoke('Ines Adler')).toBe('already-approved');
    expect((await own.json<EnrollmentView>('enrollment', 'show', '1')).state).toBe('approved');
    expect(await revoke('Marek Dvorak')).toBe('done');
    expect(await revoke('Marek Dvorak')).toBe('already-decided');
    const out = join(desk.folder, 'after.candor');
    expect((await own.type('release', 'write', '--party', 'org-northwind', '--out', out)).code).toBe('stale-release');
    const after = await own.prepare();
    expect(after.release).toMatchObject({ number: 2, manifest: { supersedes: before.release.digest } });
    expect(after.release.manifest.vault).not.toBe(before.release.manifest.vault);
    expect(after.release.manifest.grants.map(({ reviewer }) => reviewer)).toEqual([second.fingerprint]);
    expect(ids(after).some((id) => ids(before).includes(id))).toBe(false);
  });

  test('two people revoke a release', async () => {
    const own = copyDesk();
    await own.prepare();
    const revoke = async (name: string, ...more: string[]) =>
      (await own.type('release', 'revoke', '--party', 'org-northwind', ...more, ...own.as(name))).code;
    expect(await revoke('Ines Adler', '--why', 'x')).toBe('release-decided');
    await own.approve();
    expect(await revoke('Ines Adler', '--why', 'x')).toBe('done');
    expect(await own.json<ReleaseView[]>('release', 'status')).toMatchObject([{ state: 'approved' }]);
    expect(await revoke('Marek Dvorak')).toBe('done');
    expect(await own.json<ReleaseView[]>('release', 'status')).toMatchObject([{ state: 'revoked' }]);
    const out = join(desk.folder, 'revoked.candor');
    expect((await own.type('release', 'write', '--party', 'org-northwind', '--out', out)).code).toBe('release-decided');
    expect((await own.prepare()).release.number).toBe(2);
  });
});

describe('content of the state', () => {
  test('no word of a message in database and folder, while the evidence has them', async () => {
    const own = copyDesk();
    await own.prepare();
    await own.approve();
    const canaries = ['Quay 7 off-take', 'Confirmation NW-44', 'quay-7-offtake.txt', 'Northwind: meter readings'];
    const found = (folder: string) => {
      const files = listFilesBelow(folder).map((path) => readFileSync(path).toString('latin1'));
      return canaries.filter((word) => files.some((text) => text.includes(word) || text.includes(toUtf16(word))));
    };
    expect(found(own.state)).toEqual([]);
    expect(found(join(desk.folder, 'harbor/mailboxes'))).toEqual(
      expect.arrayContaining(['Quay 7 off-take', 'Northwind: meter readings']),
    );
  });

  test('keys are in owner-only files, none in the database', async () => {
    const own = copyDesk();
    await own.prepare();
    const keys = listFilesBelow(join(own.state, 'keys')).filter((path) => !path.endsWith('log.head'));
    expect(keys.length).toBeGreaterThan(1);
    for (const path of keys) expect(statSync(path).mode & 0o077).toBe(0);
    const store = readFileSync(join(own.state, 'candor.sqlite')).toString('latin1');
    expect(store).not.toContain('AGE-SECRET-KEY');
    expect(store).toContain('age1pq1');
    const master = join(own.state, 'keys/vaults.key');
    appendFileSync(master, 'x');
    writeFileSync(master, 'something else');
    expect((await own.type('release', 'prepare', '--all')).code).toBe('no-key');
  });
});

function readMessage(out: string, id: string): string {
  return readFileSync(join(out, 'messages', `${id.slice(0, 32)}.eml`), 'latin1').split(/\r?\n\r?\n/)[0] ?? '';
}

function toUtf16(word: string): string {
  return Buffer.from(word, 'utf16le').toString('latin1');
}

async function openKey(own: ReviewDesk, name: string): Promise<{ publicKey: string; fingerprint: string }> {
  const file = join(own.folder, `${copies}-${name}`);
  const key = ['--out', file, '--passphrase-file', own.passphraseFile, '--work-factor', '10', '--json'];
  return JSON.parse((await desk.type('reviewer', 'key', ...key)).text);
}

/** Holds back one message of Northwind that is nobody's who approves here. */
async function withholdFirst(own: ReviewDesk, reason = 'privilege'): Promise<WithheldView> {
  const who = ['--party', 'org-northwind', '--reason', reason, '--why', 'advice', '--by', 'Sven'];
  const rows = readFileSync(join(desk.folder, 'harbor/expected/exposure.jsonl'), 'utf8').split('\n');
  const row =
    rows.find((line) => line.includes('"okafor-a"') && line.includes('off-take')) ??
    rows.find((line) => line.includes('northwind')) ??
    '';
  const { messageId } = JSON.parse(row) as { messageId: string };
  return own.json<WithheldView>('withheld', 'add', messageId, ...who);
}
