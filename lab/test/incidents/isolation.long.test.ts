import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { buildSite } from '../../src/commands/notice/build-site.ts';
import { actIn } from '../../src/operations/context.ts';
import { typeCommand } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openTwoDesks, type TwoDesks } from './two-desks.ts';

/** Each act draws from a source of its own: of the log's padding there is less where others append too. */
const source = vi.hoisted(() => ({ of: '', drawn: 0 }));
vi.mock('../../src/adapters/keys/random.ts', async (importOriginal) => {
  const { createHash } = await import('node:crypto');
  return {
    ...(await importOriginal<object>()),
    freshBytes: (length: number) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 32) {
        source.drawn += 1;
        const block = createHash('sha256').update(`${source.of} ${source.drawn}`).digest();
        bytes.set(block.subarray(0, Math.min(32, length - at)), at);
      }
      return bytes;
    },
  };
});

const HOUR_MS = 3_600_000;
const CANARIES = { first: 'canary-of-the-first', second: 'canary-of-the-second' };

interface World extends TwoDesks {
  readonly exports: string;
}

let alone: World;
let beside: World;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  alone = await live(false);
  beside = await live(true);
}, 500_000);
afterAll(() => {
  vi.useRealTimers();
});

/** The first incident does the same at the same times; the second one acts in between, or is not there. */
async function live(hasSecond: boolean): Promise<World> {
  vi.setSystemTime(Date.UTC(2001, 9, 21, 9, 12));
  const root = makeTemporaryFolder();
  mkdirSync(join(root, 'cases'));
  const desks = await openTwoDesks(join(root, 'cases'));
  const { first, second, share, tell } = desks;
  let step = 0;
  const as = async (who: 'first' | 'second', work: () => Promise<unknown>) => {
    step += 1;
    if (who === 'second' && !hasSecond) return;
    source.of = `${who} ${step}`;
    source.drawn = 0;
    await work();
  };
  const delay = async (who: 'first' | 'second', state: string) => {
    const why = ['--asked-by', 'Police', '--why', CANARIES[who], '--by', 'Ines Adler'];
    expect(await typeCommand(['delay', 'set', 'org-northwind', ...why, '--state', state])).toMatchObject({
      code: 'done',
    });
  };
  share(first.incident, second.incident);
  const publish = () => typeCommand(['log', 'publish', '--site', join(root, 'public'), '--state', first.state]);
  await as('first', () => first.run());
  // The log begins with whose mailbox is whose; the second incident has none of an operator.
  await as('first', publish);
  await as('second', () => second.run());
  await as('second', () => tell(second.state));
  vi.setSystemTime(Date.now() + HOUR_MS);
  // What the first one prints from here on covers what the second one did.
  await as('first', publish);
  await as('first', () => tell(first.state));
  await as('second', () => delay('second', second.state));
  await as('first', () => delay('first', first.state));
  vi.setSystemTime(Date.now() + HOUR_MS);
  const order = { others: hasSecond ? [second.state] : [], leavesOut: false };
  await as('first', () => buildSite(actIn, first.state, join(root, 'public'), order));
  const exports = join(root, 'exports');
  await typeCommand(['export', '--out', exports, '--state', first.state]);
  return { ...desks, exports };
}

/**
 * The root that a notice prints covers everybody's commitments: of all that an incident issues, this alone depends on
 * the others. The keys are made again for each world.
 */
const withoutRoot = (text: string) =>
  text.replaceAll(/[A-Za-z0-9+/]{43}=/g, 'ROOT').replaceAll(/(?:[0-9a-f]{4}-){7}[0-9a-f]{4}/g, 'KEY');

async function readIssued({ first }: World) {
  const state = await openStateForReading(first.state);
  const notices = await state.store.db
    .selectFrom('notice_notice')
    .select(['id', 'party', 'kind', 'language', 'code', 'subject', 'text', 'html', 'salt', 'position'])
    .orderBy('id')
    .execute();
  const deliveries = await state.store.db
    .selectFrom('notice_delivery')
    .select(['notice_id', 'contact', 'role', 'rung', 'purpose', 'token', 'message_id', 'state'])
    .orderBy('id')
    .execute();
  await state.close();
  return {
    notices: notices.map((row) => ({ ...row, text: withoutRoot(row.text), html: withoutRoot(row.html) })),
    deliveries,
  };
}

test('exports of an incident are the same bytes with and without another beside it', () => {
  const names = readdirSync(alone.exports).sort();
  expect(names.length).toBeGreaterThan(4);
  expect(readdirSync(beside.exports).sort()).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(beside.exports, name)).equals(readFileSync(join(alone.exports, name)))).toBe(true);
});

test('notices, codes, contacts and messages are the same except for the root of the log', async () => {
  const [one, other] = [await readIssued(alone), await readIssued(beside)];
  expect(one.notices.length).toBeGreaterThan(10);
  expect(other).toEqual(one);
});

test("an incident's content is in no file of the other, the home or the site", () => {
  const { first, second, home, folder } = beside;
  const places = { first: first.state, second: second.state };
  for (const [who, canary] of Object.entries(CANARIES)) {
    const own = places[who as 'first' | 'second'];
    expect(findIn(own, canary)).not.toEqual([]);
    for (const place of [who === 'first' ? second.state : first.state, home, join(folder, '../public')])
      expect(findIn(place, canary)).toEqual([]);
  }
  for (const place of [second.state, home, join(folder, '../public')]) expect(findIn(place, 'harbor-2001')).toEqual([]);
  for (const place of [home, join(folder, '../public')]) expect(findIn(place, 'harbor-second')).toEqual([]);
  expect(findIn(first.state, 'harbor-second')).toEqual([]);
});

function findIn(folder: string, text: string): string[] {
  expect(existsSync(folder)).toBe(true);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

test('public files have the same names and sizes for one incident and for two', () => {
  const measure = ({ folder }: World) =>
    readdirSync(join(folder, '../public'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length - 'cases'.length), readFileSync(path).length];
      })
      .sort();
  const [one, two] = [measure(alone), measure(beside)];
  expect(two.length).toBeGreaterThan(4096);
  expect(two).toEqual(one);
});
