import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { maskValue } from '@candor/core/impact/detectors';
import { openContent, readIndex } from '@candor/core/review/seal';
import { expect } from 'vitest';
import { nodeGunzip } from '../../lab/src/adapters/files/deflate.ts';
import { ObjectFolder } from '../../lab/src/adapters/files/object-folder.ts';
import { nodeCryptography } from '../../lab/src/adapters/keys/cryptography.ts';
import { VaultKeys } from '../../lab/src/adapters/keys/vault-keys.ts';
import { openStateForActing } from '../../lab/src/adapters/store/state-folder.ts';
import { silentProgress } from '../../lab/src/commands/progress.ts';
import { runIncident } from '../../lab/src/commands/run-incident.ts';
import { openValueKey, toValueKeyPath } from '../../lab/src/impact/value-key.ts';
import { VaultBook } from '../../lab/src/review/store/vault-store.ts';
import { readTexts } from '../../lab/test/impact/finding/read-texts.ts';
import { know, openLampDesk, tell } from '../../lab/test/notice/lamp-desk.ts';
import type { NoticeDesk } from '../../lab/test/notice/notice-desk.ts';
import { prepareReleases } from '../../lab/test/opened-review.ts';
import { searchMemory, startCanary } from '../../portal/test/support/canaries.ts';
import { ProcessWorld } from '../../portal/test/support/process-world.ts';
import { makePerson, type Person, toParty } from '../../portal/test/support/world.ts';
import { enrollInLab, readMadeRelease } from './made-in-lab.ts';
import { type PlantedValue, plantMail } from './planted-mail.ts';
import { listFiles, recoverPins, searchFiles, ValueSearch } from './search-values.ts';

const PARTIES = ['acme.example', 'bay.example'] as const;
const INCIDENT = 'harbor-2001';
const PROGRAM = join(import.meta.dirname, '../../lab/src/apps/cli/main.ts');
/** A run is killed in the middle of its work: it takes some seconds. */
const KILLED_AFTER_MS = 2_000;

/**
 * From evidence to the portal: nothing that is stored, exported, sent or printed holds one of so many planted values;
 * the index of the right party says where each is; and no PIN of up to so many digits is recovered without the key.
 */
export async function expectNoLeak(plantedValues: number, pinDigits: number): Promise<void> {
  const desk = await openLampDesk();
  const mail = join(desk.folder, 'harbor', 'lamp');
  const { mails, values: counted, sensitive } = plantMail(plantedValues, plantedValues, PARTIES);
  const values = [...counted, ...sensitive];
  for (const [at, text] of mails.entries()) writeFileSync(join(mail, `${at}.eml`), text);
  // The incident that the portal is for.
  desk.edit('incident: lamps', `incident: ${INCIDENT}\nfindings: { sensitive: true }`);
  know(desk, ...PARTIES.map((party) => `${party},,organization,,security@${party}`));
  const search = new ValueSearch([...values, ...sensitive.map(toWord)].map(({ value }) => value));
  const out = join(desk.folder, 'out');
  const site = join(desk.folder, 'site');
  const written = () => listFiles(desk.folder, [mail]);

  const killed = await killRun(desk);
  expect(searchFiles(search, written())).toEqual([]);
  await runIncident({
    incident: desk.incident,
    state: desk.state,
    out,
    workers: 1,
    accept: [],
    progress: silentProgress,
  });
  await tell(desk);
  const printed = [killed];
  for (const words of [
    ['notice', 'list'],
    ['findings'],
    ['findings', 'list', '--json'],
    ['findings', 'people', '--json'],
    ['findings', 'figures', '--json'],
    ['report', 'gdpr33'],
    ['status'],
    ['log', 'publish', '--site', site],
    ['notice', 'prepare', '--wave', 'supplement', '--dry-run'],
  ])
    printed.push((await desk.type(...words, '--state', desk.state)).text);
  for (const text of printed) expect([...search.find(Buffer.from(text))]).toEqual([]);

  const world = new ProcessWorld();
  try {
    const { kim } = await startCanary(world);
    await release(desk, kim);
    await pushFirst(desk, world, kim);
    expect(searchFiles(search, listFiles(world.folder))).toEqual([]);
    for (const { value } of values.slice(0, 20).filter((one) => one.value.length > 8))
      expect(searchMemory(world.pid, [Buffer.from(value)]) ?? 0).toBe(0);
    await world.stop();
    expect([...search.find(Buffer.from(world.output))]).toEqual([]);
  } finally {
    await world.end();
  }

  const everything = written();
  expect(searchFiles(search, everything)).toEqual([]);
  // The control: the same search finds all that is long enough in the evidence.
  const long = values.filter(({ value }) => value.length >= 8);
  const inMail = new Set(searchFiles(search, listFiles(mail)).map((line) => line.slice(line.indexOf(': ') + 2)));
  expect(long.filter(({ value }) => !inMail.has(value)).map(({ value }) => value)).toEqual([]);

  await expectMasks(desk, values);
  for (const party of PARTIES) await expectInVault(desk, party, values);
  expectNoPins(desk, everything, values, pinDigits);
}

/** The word of a phrase that stands nowhere else. */
function toWord(phrase: PlantedValue): PlantedValue {
  return { ...phrase, value: phrase.value.split(' ')[1] ?? '' };
}

/** What a killed run printed. */
async function killRun(desk: NoticeDesk): Promise<string> {
  const run = spawn(process.execPath, [PROGRAM, 'run', desk.incident, '--state', desk.state], { stdio: 'pipe' });
  const pieces: string[] = [];
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  const ended = new Promise((settle) => run.once('close', settle));
  await sleep(KILLED_AFTER_MS);
  run.kill('SIGKILL');
  await ended;
  return pieces.join('');
}

/** Each party has a reviewer, and its release is prepared. */
async function release(desk: NoticeDesk, kim: Person): Promise<void> {
  const people = [kim, await makePerson('Lou')];
  for (const [at, party] of PARTIES.entries()) await enrollInLab(desk.state, INCIDENT, party, people[at] ?? kim);
  const prepared = await prepareReleases(desk.state, { party: null, workers: 1, progress: silentProgress });
  expect(prepared.map(({ party }) => party)).toEqual([...PARTIES]);
}

/** The portal gets what it is for: the sealed release of the first party. */
async function pushFirst(desk: NoticeDesk, world: ProcessWorld, kim: Person): Promise<void> {
  const [party] = PARTIES;
  const made = await readMadeRelease(desk.state, party, kim.fingerprint);
  expect(await world.push(made)).toBe('complete');
  await world.say([toParty(party, [[kim, 'nominator']], [made])]);
}

/** All that the state shows of each value is its mask: nothing of short ones, the last four of cards and accounts. */
async function expectMasks(desk: NoticeDesk, values: readonly PlantedValue[]): Promise<void> {
  const state = await openStateForActing(desk.state);
  const rows = await state.store.db.selectFrom('impact_finding').select(['kind', 'mask']).execute();
  await state.close();
  const say = (all: readonly { readonly kind: string; readonly mask: string }[]) =>
    all.map(({ kind, mask }) => `${kind} ${mask}`).sort();
  expect(say(rows)).toEqual(say(values.map((one) => ({ kind: one.kind, mask: maskValue(one) }))));
  for (const { kind, mask } of rows)
    expect(mask).toMatch(
      /^(?:access-code|health)$/.test(kind)
        ? /^…$/
        : /^(?:payment-card|bank-account)$/.test(kind)
          ? /^….{4}$/u
          : /^.?….?$/u,
    );
}

/** Each value of the party stands where its index says, and none of another party does. */
async function expectInVault(desk: NoticeDesk, party: string, values: readonly PlantedValue[]): Promise<void> {
  const state = await openStateForActing(desk.state);
  const objects = new ObjectFolder(join(desk.state, 'review/objects'));
  const deps = { cryptography: nodeCryptography, keys: await VaultKeys.open(desk.state), objects, at: 0 };
  const { key } = await VaultBook.open(state.store, party, deps);
  const row = await state.store.db
    .selectFrom('review_release')
    .select('manifest')
    .where('party', '=', party)
    .executeTakeFirstOrThrow();
  await state.close();
  const open = async (digest: string) =>
    (await openContent(key.identity, objects.read(digest) ?? new Uint8Array())) ?? new Uint8Array();
  const index = await readIndex(
    await open((JSON.parse(row.manifest) as { index: { digest: string } }).index.digest),
    nodeGunzip,
  );
  const found: string[] = [];
  const whole: string[] = [];
  for (const message of index ?? []) {
    const texts = await readTexts(await open(message.object));
    whole.push(...texts.map(({ text }) => text));
    for (const { kind, part, offset, length } of message.findings ?? []) {
      const points = [...(texts.find((text) => text.part === part)?.text ?? '')];
      found.push(`${kind} ${points.slice(offset, offset + length).join('')}`);
    }
  }
  const own = values.filter((one) => one.party === party);
  // Of health the index has neither place nor value.
  const shown = own.map(({ kind, value }) => (kind === 'health' ? `${kind} ` : `${kind} ${value}`));
  expect(found.sort()).toEqual(shown.sort());
  const text = whole.join('\n');
  const others = values.filter((one) => one.party !== party && one.value.length >= 8);
  expect(others.filter(({ value }) => text.includes(value))).toEqual([]);
}

function expectNoPins(
  desk: NoticeDesk,
  files: readonly string[],
  values: readonly PlantedValue[],
  digits: number,
): void {
  const pins = values.filter(({ kind, value }) => kind === 'access-code' && value.length <= digits);
  const key = Buffer.from(openValueKey({ path: desk.state }).secret, 'hex');
  const without = files.filter((path) => path !== toValueKeyPath({ path: desk.state }));
  // The control: who has the key tries all of them in seconds.
  expect([...recoverPins(without, [key], digits)].sort()).toEqual(pins.map(({ value }) => value).sort());
  rmSync(toValueKeyPath({ path: desk.state }));
  const guessed = [Buffer.alloc(0), Buffer.alloc(32), Buffer.from(readFileSync(desk.incident))];
  expect([...recoverPins(without, guessed, digits)]).toEqual([]);
}
