import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { transformWithOxc } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const FRAME = 'review/reading/parser.html';
/** Parts of the page for notices that come when they are needed (web/src/platform/later-files.ts). */
const LATER = [
  ...['checks', 'comparison', 'de', 'differences', 'en', 'es', 'fr'],
  ...['outlookitem', 'received', 'receivedmessage'],
];
/** Compressed: 120 kB for the detectors, 35 for the parser. */
const MAX_FRAME_BYTES = 155_000;
const FRAME_SCRIPT = /<script>(.*)<\/script>/s;
const folder = mkdtempSync(join(tmpdir(), 'candor-build-'));
let built: ReadonlyMap<string, Buffer>;
/** A copy, so that nobody edits it meanwhile. */
let checkout: string;

/**
 * Others than this are answered meanwhile: on a slow machine a build takes longer than the runner of the tests waits
 * for a word.
 */
async function build(sources: string, name: string): Promise<ReadonlyMap<string, Buffer>> {
  const into = join(folder, name);
  const { stderr } = await promisify(execFile)(process.execPath, [
    join(sources, 'tools/build-web.mjs'),
    '--into',
    into,
  ]);
  expect(stderr).toBe('');
  const files = readdirSync(into, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(into, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(into, path))]));
}

/** The sources of a checkout at another place, as somebody else has them. */
function copySources(from: string, name: string): string {
  const copy = join(folder, name);
  for (const path of [
    'web/src',
    'web/package.json',
    'web/tsconfig.json',
    'core',
    'tools',
    'docs/guide',
    'package.json',
  ])
    cpSync(join(from, path), join(copy, path), { recursive: true });
  for (const name of readdirSync(join(from, 'web')).filter((file) => file.endsWith('.config.ts')))
    cpSync(join(from, 'web', name), join(copy, 'web', name));
  cpSync(join(from, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
  mkdirSync(join(copy, 'node_modules/@candor'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => name !== '@candor'))
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const name of ['core', 'web']) symlinkSync(join(copy, name), join(copy, 'node_modules/@candor', name));
  return copy;
}

beforeAll(async () => {
  checkout = copySources(root, 'checkout');
  built = await build(checkout, 'first');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = (path: string): string => built.get(path)?.toString('utf8') ?? '';

test('the same sources give the same bytes, again and elsewhere', async () => {
  for (const [sources, name] of [
    [checkout, 'second'],
    [copySources(checkout, 'elsewhere'), 'third'],
  ] as const) {
    const again = await build(sources, name);
    expect([...again.keys()]).toEqual([...built.keys()]);
    expect([...again].filter(([path, bytes]) => !bytes.equals(built.get(path) ?? Buffer.alloc(0)))).toEqual([]);
  }
});

test.each(['index.html', 'review/index.html'])('%s names everything it loads by digest', (path) => {
  const folderOf = path.replace('index.html', '');
  const loaded = [...text(path).matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\.\/([^"]+\.(?:js|css))"([^>]*)>/g)];
  expect(loaded.length).toBeGreaterThanOrEqual(2);
  for (const [, file = '', rest = ''] of loaded) {
    const digest = createHash('sha384')
      .update(built.get(folderOf + file) ?? '')
      .digest('base64');
    expect(rest, file).toContain(`integrity="sha384-${digest}"`);
  }
});

test('the app also names later imports of its scripts; workers are named by address and cannot be', () => {
  const named = [...text('review/index.html').matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(
    ([, file]) => `review/${file}`,
  );
  const scripts = [...built.keys()].filter((file) => /^review\/assets\/(?!worker-).*\.js$/.test(file));
  expect(named.sort()).toEqual(scripts);
});

test('the frame that parses mail contains its one script, and its policy names exactly that digest', () => {
  const [, script = ''] = FRAME_SCRIPT.exec(text(FRAME)) ?? [];
  const [, allowed] = /script-src ([^;]+);/.exec(text(FRAME)) ?? [];
  expect(allowed).toBe(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  expect(script.length).toBeGreaterThan(50_000);
  // What would end it, or change how the rest is read.
  expect(script).not.toMatch(/<!--|<\/?script|[\r\0]/i);
  expect([...built.keys()].filter((name) => name.startsWith('review/reading/'))).toEqual([FRAME]);
});

test('the detectors come with the frame, when a message is opened: no page or worker before has them', () => {
  const holding = [...built.keys()].filter((path) => text(path).includes('national-id-'));
  expect(holding).toEqual([FRAME]);
  expect(text('review/index.html')).not.toContain('reading/');
  expect(brotliCompressSync(built.get(FRAME) ?? '').length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
});

test('no other page has an inline script or handler', () => {
  for (const path of [...built.keys()].filter((name) => name.endsWith('.html'))) {
    const page = path === FRAME ? text(path).replace(FRAME_SCRIPT, '') : text(path);
    expect(page, path).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page, path).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(page, path).toMatch(/http-equiv="Content-Security-Policy"/);
  }
  expect(text('review/index.html')).toContain("require-trusted-types-for 'script'");
  expect(text('review/index.html')).not.toMatch(/unsafe-|https?:|\*/);
});

test('the page for notices names each later part by digest, in links that no browser follows', () => {
  const links = text('index.html').matchAll(/<link rel="later" href="\.\/([^"]+)" integrity="sha384-([^"]+)">/g);
  const named = new Map([...links].map(([, path = '', digest = '']) => [path, digest]));
  const scripts = [...built.keys()].filter((path) => /^assets\/(?!index|oldbrowser).*\.js$/.test(path));
  expect([...named.keys()].sort()).toEqual(scripts);
  expect(scripts.map((path) => /\/([a-z]+)-/.exec(path)?.[1])).toEqual(LATER);
  for (const [path, digest] of named)
    expect(
      createHash('sha384')
        .update(built.get(path) ?? '')
        .digest('base64'),
    ).toBe(digest);
});

test('its scripts are ECMAScript 2020, and the one that runs in every browser is older', async () => {
  const files = [...built.keys()].filter((path) => /^assets\/.*\.js$/.test(path));
  expect(files.length).toBeGreaterThan(2);
  const needsLowering = async (script: string): Promise<boolean> => {
    const [as2020, asIs] = await Promise.all(
      (['es2020', 'esnext'] as const).map((target) => transformWithOxc(script, 'a.js', { target, sourcemap: false })),
    );
    return as2020?.code !== asIs?.code;
  };
  for (const path of files) expect(await needsLowering(text(path)), path).toBe(false);
  expect(await needsLowering('a ??= 1; class A { #b = 1 }')).toBe(true);
  const plain = files.filter((path) => path.includes('/oldbrowser-'));
  expect(plain).toHaveLength(1);
  expect(text(plain[0] ?? '')).not.toMatch(/=>|`|\?[.?]|\b(?:const|let|class|async|import|of)\b/);
});

test('it is drawn in browsers of 2023: plain colours stand before those of light-dark()', () => {
  const files = [...built.keys()].filter((path) => /^assets\/.*\.(?:css|js)$/.test(path));
  for (const path of files) {
    const always = text(path).replace(/@supports \(color:light-dark\([^{]*\{:root\{[^{}]*\}\}/, '');
    expect(always, path).not.toContain('light-dark(');
    if (path.endsWith('.css')) expect(always).toContain(':root{color-scheme:light;--text:#18201d;');
    // Chromium 110, 117, 119; Safari 17: later than the page needs (docs/formats/reviewer-app.md).
    expect(text(path), path).not.toMatch(/\.(?:toReversed|toSorted|withResolvers|groupBy)\(|\bstatic\{/);
  }
});

test('styles load nothing external, and scripts are the production ones, without a parser of messages', () => {
  const matching = (pattern: RegExp, ending: string): string[] =>
    [...built]
      .filter(([path, bytes]) => path.endsWith(ending) && pattern.test(bytes.toString('utf8')))
      .map(([path]) => path);
  expect(matching(/@import|url\((?!["']?[.#])/, '.css')).toEqual([]);
  expect(matching(/\beval\(|Download the React DevTools/, '.js')).toEqual([]);
  // A message of ICU's parser: the build compiles the catalogues (docs/decisions/0095-texts-of-pages-as-data.md).
  expect(matching(/EXPECT_ARGUMENT_CLOSING_BRACE|, plural, /, '.js')).toEqual([]);
});
