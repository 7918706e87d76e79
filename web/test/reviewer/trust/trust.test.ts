import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  commitEntry,
  LogTree,
  makeVerifierKey,
  signNote,
  TileProver,
  toCheckpointText,
  toEntryText,
  toNoteText,
  toOpeningText,
  toProofText,
  toVerifierKeyText,
} from '@candor/core/ledger';
import { toKeySet } from '@candor/core/notice';
import { toAppList } from '@candor/core/review';
import { describe, expect, test } from 'vitest';
import { makeSigner, runtime } from '../../../../core/test/notice/verification/made-site.ts';
import type { KeyZoneFlaw } from '../../../src/reviewer/keys/protocol.ts';
import { readGuide } from '../../../src/reviewer/trust/guide-text.ts';
import { checkServedApp } from '../../../src/reviewer/trust/served-app.ts';
import { countPassed, TRUST_CHECKS, toTrustChecks } from '../../../src/reviewer/trust/trust-checks.ts';
import { trustWording } from '../../../src/reviewer/trust/trust-wording.ts';
import { release } from '../pack/made-pack.ts';
import { primitives } from '../people/made-party.ts';

const opened = (change: Partial<typeof release> = {}) =>
  ({ is: 'opened', release: { ...release, ...change }, at: 0 }) as const;
const logged = { state: 'logged', digest: 'ab', entry: 402, files: 7 } as const;

describe('the six checks', () => {
  test('pass with their facts', () => {
    const checks = toTrustChecks(opened(), logged);
    expect(checks.map(({ name, state }) => [name, state])).toEqual(TRUST_CHECKS.map((name) => [name, 'passed']));
    expect(countPassed(checks)).toBe(6);
    expect(checks.find(({ name }) => name === 'log')?.values).toEqual({ from: 418, to: 446 });
  });

  test.each<readonly [KeyZoneFlaw, string]>([
    ['release-refused:fingerprint', 'keys'],
    ['release-refused:keys', 'keys'],
    ['release-refused:approvals', 'approvals'],
    ['release-refused:log', 'release'],
    ['release-refused:manifest', 'release'],
    ['release-refused:scope', 'release'],
    ['release-refused:chain', 'whole'],
    ['log-not-continued', 'log'],
    ['rolled-back', 'whole'],
    ['release-withheld', 'whole'],
  ])('%s is the first line, and nothing after it counts as passed', (flaw, name) => {
    const checks = toTrustChecks({ is: 'refused', flaw, at: 0 }, null);
    expect(checks[0]).toMatchObject({ name, state: 'refused' });
    expect(countPassed(checks)).toBe(0);
  });

  test.each<KeyZoneFlaw>(['portal-silent', 'lab-silent', 'session-ended', 'log-silent', 'locked'])(
    '%s says nothing about trust: nothing passed, nothing failed',
    (flaw) => {
      const checks = toTrustChecks({ is: 'refused', flaw, at: 0 }, null);
      expect(new Set(checks.map(({ state }) => state))).toEqual(new Set(['open']));
    },
  );

  test('a release that is named and not given is said although another opened', () => {
    expect(toTrustChecks(opened({ withheld: ['cd'.repeat(32)] }), logged)[0]).toMatchObject({
      name: 'whole',
      state: 'refused',
    });
  });

  test('a log with nothing to continue is open, not passed', () => {
    const checks = toTrustChecks(opened({ log: { ...release.log, continued: null } }), logged);
    expect(checks.find(({ name }) => name === 'log')).toMatchObject({ state: 'open', variant: 'first' });
  });

  test('an app that differs is the first line', () => {
    expect(toTrustChecks(opened(), { state: 'differs', path: 'assets/index.js' })[0]).toMatchObject({ name: 'app' });
  });

  test('every variant has words of its own where it needs them', () => {
    const { log, app } = trustWording.english.checks;
    for (const variant of ['first']) expect(log.facts[variant]).toBeTypeOf('string');
    for (const variant of ['checking', 'not-logged', 'silent']) expect(app.facts[variant]).toBeTypeOf('string');
  });
});

describe('the app as the site serves it', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');
  const log = makeSigner('harbor.example/log', 9);
  const key = toVerifierKeyText(makeVerifierKey(runtime, log.name, log.publicKey));
  const operators = [1, 2].map((seed) => {
    const { name, publicKey } = makeSigner(`Operator ${seed}`, seed);
    return { name, key: Buffer.from(publicKey).toString('base64url') };
  });
  const keys = JSON.stringify(toKeySet(key, operators));
  const files = [
    { path: 'assets/index.js', bytes: encode('run()') },
    { path: 'index.html', bytes: encode('<!doctype html>') },
  ];
  const list = toAppList(primitives, files);
  const settings = '{"v":1}';

  async function prove(digest: string, of = settings): Promise<string> {
    const body = { address: 'harbor.example/review', digest, settings: sha256(of) };
    const entry = toEntryText({ kind: 'app', at: 1_003_824_000, body });
    const salt = new Uint8Array(32).fill(5);
    const tree = new LogTree(runtime);
    tree.append(new Uint8Array(32));
    tree.append(commitEntry(runtime, salt, entry));
    tree.append(new Uint8Array(32).fill(1));
    const tiles = new Map(tree.takeChanges().map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
    const prover = new TileProver(runtime, tree.size, async (level, index) => tiles.get(`${level}/${index}`) ?? null);
    const text = toCheckpointText({ origin: log.name, size: tree.size, root: tree.root() });
    const note = toNoteText(await signNote(runtime, text, log));
    const extra = encode(toOpeningText({ index: 1, entry, salt }));
    return toProofText({ index: 1, path: await prover.proveInclusion(1), note, extra });
  }

  async function check(change: Readonly<Record<string, string | null>> = {}, known: string | null = keys) {
    const served = new Map<string, Uint8Array>(files.map(({ path, bytes }) => [path, bytes]));
    served.set('files.sha256', encode(list));
    served.set('settings.json', encode(settings));
    served.set('app.proof', encode(await prove(sha256(list))));
    for (const [path, text] of Object.entries(change)) {
      if (text === null) served.delete(path);
      else served.set(path, encode(text));
    }
    return checkServedApp(primitives, { read: async (path) => served.get(path) ?? null, keys: known });
  }

  test('is the logged one when list, files, settings and proof agree', async () => {
    expect(await check()).toEqual({ state: 'logged', digest: sha256(list), entry: 1, files: 2 });
  });

  test.each<readonly [string, Readonly<Record<string, string | null>>, string]>([
    ['a script was changed', { 'assets/index.js': 'steal()' }, 'assets/index.js'],
    ['a file is gone', { 'index.html': null }, 'index.html'],
    ['the list is no list', { 'files.sha256': 'nothing\n' }, 'files.sha256'],
    ['the settings are others', { 'settings.json': '{"v":1,"portal":"https://rival.example"}' }, 'app.proof'],
    ['the proof is none', { 'app.proof': 'proof' }, 'app.proof'],
  ])('differs when %s', async (_what, change, path) => {
    expect(await check(change)).toEqual({ state: 'differs', path });
  });

  test('differs when list and script were changed together', async () => {
    const changed = [{ path: 'assets/index.js', bytes: encode('steal()') }, ...files.slice(1)];
    const other = { 'assets/index.js': 'steal()', 'files.sha256': toAppList(primitives, changed) };
    expect(await check(other)).toEqual({ state: 'differs', path: 'app.proof' });
  });

  test('is not said to be logged without proof, or without the key of the log', async () => {
    expect(await check({ 'app.proof': null })).toEqual({ state: 'not-logged', digest: sha256(list) });
    expect(await check({}, null)).toEqual({ state: 'not-logged', digest: sha256(list) });
  });

  test('a proof by another log does not count', async () => {
    const other = makeSigner('harbor.example/log', 77);
    const set = toKeySet(toVerifierKeyText(makeVerifierKey(runtime, other.name, other.publicKey)), operators);
    expect(await check({}, JSON.stringify(set))).toEqual({ state: 'differs', path: 'app.proof' });
  });

  test('says nothing when the site does not answer or has no list', async () => {
    expect(await check({ 'files.sha256': null })).toEqual({ state: 'silent' });
    const read = async () => Promise.reject(new TypeError('nobody answers'));
    expect(await checkServedApp(primitives, { read, keys })).toEqual({ state: 'silent' });
  });
});

describe('the guide', () => {
  const guides = ['en', 'de', 'fr', 'es'].map((language) =>
    readFileSync(join(import.meta.dirname, `../../../../docs/guides/reading-your-mail.${language}.md`), 'utf8'),
  );
  const shapes = guides.map((text) =>
    readGuide(text).map((block) => {
      if (block.kind === 'list') return `list ${block.items.length}`;
      return block.kind === 'table' ? `table ${block.rows.length}` : block.kind;
    }),
  );

  test('says the same in four languages, part by part', () => {
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    expect(shapes[0]?.filter((kind) => kind === 'heading').length).toBeGreaterThan(9);
  });

  test('is read with nothing left of its markup', () => {
    for (const text of guides) {
      const words = JSON.stringify(readGuide(text).map((block) => (block.kind === 'code' ? '' : block))).replace(
        /"kind":"code","text":"[^"]*"/g,
        '',
      );
      expect(words).not.toMatch(/\*\*|`|\|---|^#/m);
    }
  });

  test('is about two pages, without exclamation marks', () => {
    for (const text of guides) {
      expect(text.split(/\s+/).length).toBeLessThan(1300);
      expect(text).not.toContain('!');
    }
  });

  test('has what its forms are', () => {
    expect(readGuide('# A\n\nb **c** *d* `e`\n\n1. f\n2. g\n\n```\nh\n```\n')).toEqual([
      { kind: 'heading', level: 1, text: 'A' },
      {
        kind: 'paragraph',
        runs: [
          { kind: 'words', text: 'b ' },
          { kind: 'strong', text: 'c' },
          { kind: 'words', text: ' ' },
          { kind: 'emphasis', text: 'd' },
          { kind: 'words', text: ' ' },
          { kind: 'code', text: 'e' },
        ],
      },
      {
        kind: 'list',
        isNumbered: true,
        items: [[{ kind: 'words', text: 'f' }], [{ kind: 'words', text: 'g' }]],
      },
      { kind: 'code', text: 'h' },
    ]);
  });
});
