import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { toBill } from './bill.ts';
import { isAllowed } from './licences.ts';
import type { Lock } from './lock.ts';
import { readShippedLists } from './shipped-lists.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly type: string;
  readonly purl?: string;
  readonly scope: 'required' | 'optional' | 'excluded';
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly license?: { readonly id?: string }; readonly expression?: string }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly [field: string]: unknown;
}

/** Where the schema is published, and how its parts are named in the package's copy. */
const BASE = 'http://cyclonedx.org/schema/';
const SUFFIX = '.SNAPSHOT.schema.json';

const root = resolve(import.meta.dirname, '../..');
const written = readFileSync(join(root, 'docs/sbom.cdx.json'), 'utf8');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const bill = JSON.parse(written) as Bill;
const all = [bill.metadata.component, ...bill.components];
const packages = all.filter(({ type }) => type !== 'data');

/**
 * Which packages are in the pages only a build can tell: browser-packages.slow.test.ts. Here what is written is taken
 * for true.
 */
const inBrowser = Object.keys(lock.packages).filter((place) =>
  hasProperty(
    packages.find((one) => one['bom-ref'] === idAt(place)),
    'candor:in-browser',
    'true',
  ),
);

test('the bill matches the lock: npm run sbom rewrites it', () => {
  expect(toBill(lock, readShippedLists(root), inBrowser)).toBe(written);
});

test('the bill is valid CycloneDX 1.6', () => {
  const isValid = compileSchema();
  isValid(bill);
  expect(isValid.errors).toBeNull();
  const [first, ...others] = bill.components;
  const bad = [
    { ...bill, serialNumber: 'urn:uuid:1' },
    { ...bill, components: [{ ...first, scope: 'shipped' }, ...others] },
    { ...bill, components: [{ ...first, licenses: [{ license: { id: 'No-Such-Licence' } }] }, ...others] },
    { ...bill, components: [{ ...first, hashes: [{ alg: 'SHA-512', content: 'abc' }] }, ...others] },
    { ...bill, components: [first, first, ...others] },
  ];
  expect(bad.filter((one) => isValid(one))).toEqual([]);
});

test('contains every package of the lock exactly once with its digest, and nothing else', () => {
  const locked = Object.keys(lock.packages).filter((place) => lock.packages[place]?.link !== true);
  expect(packages.map((one) => one['bom-ref']).sort()).toEqual([...new Set(locked.map(idAt))].sort());
  expect(new Set(packages.map(({ purl }) => purl)).size).toBe(packages.length);
  const bare = packages.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512').map((one) => one['bom-ref']);
  expect(bare.map((id) => id.replace(/@[^@]*$/, '')).sort()).toEqual(
    ['@candor/core', '@candor/lab', '@candor/portal', '@candor/web', 'candor'].sort(),
  );
  const age = all.find((one) => one.purl === 'pkg:npm/age-encryption@0.3.1');
  const integrity = lock.packages['node_modules/age-encryption']?.integrity ?? '';
  expect(Buffer.from(age?.hashes?.[0]?.content ?? '', 'hex').toString('base64')).toBe(integrity.slice(7));
});

test('marks each package as npm does: shipped, for some platforms, or for development only', () => {
  const different = packages.filter(({ 'bom-ref': id, scope }) => {
    const rows = Object.entries(lock.packages).filter(([place, row]) => row.link !== true && idAt(place) === id);
    const isShipped = rows.some(([, row]) => row.dev !== true);
    return isShipped === (scope === 'excluded');
  });
  expect(different.map((one) => one['bom-ref'])).toEqual([]);
});

test('a part contains what its workspace reaches', () => {
  const partsOf = (name: string): readonly string[] =>
    (packages.find((one) => one.purl?.startsWith(`pkg:npm/${name}@`))?.properties ?? [])
      .filter((property) => property.name === 'candor:part')
      .map(({ value }) => value);
  expect(partsOf('better-sqlite3')).toEqual(['lab', 'portal']);
  expect(partsOf('fastify')).toEqual(['lab', 'portal']);
  expect(partsOf('imapflow')).toEqual(['lab']);
  expect(partsOf('dompurify')).toEqual(['web']);
  expect(partsOf('%40candor/core')).toEqual(['lab', 'portal', 'web']);
  expect(partsOf('vitest')).toEqual([]);
});

test('the graph leads from the project to every package, and names nothing missing', () => {
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set(['candor@0.1.0']);
  for (const id of reached) for (const need of needs.get(id) ?? []) reached.add(need);
  expect([...reached].sort()).toEqual(packages.map((one) => one['bom-ref']).sort());
});

/** Packages under a licence that stays with its files. They are used as they are and never joined with other code. */
const keptApart: ReadonlySet<string> = new Set(['ical.js']);

test('files that must stay separate are bundled with nothing', () => {
  const joining = readFileSync(new URL('../lab/join-modules.mjs', import.meta.url), 'utf8');
  for (const name of keptApart) expect(joining).toContain(`/^${name.replaceAll('.', '\\.')}$/`);
});

test('every licence is known and compatible with Apache-2.0; files that must stay separate are only shipped unchanged', () => {
  const odd = all.filter(({ name, type, scope, licenses = [] }) => {
    const [one] = licenses;
    const said = one?.expression ?? one?.license?.id;
    return (
      said === undefined ||
      !isAllowed(said, type === 'data' || scope === 'excluded' || keptApart.has(name) ? 'unchanged' : 'shipped')
    );
  });
  expect(odd.map((one) => `${one['bom-ref']} ${JSON.stringify(one.licenses)}`)).toEqual([]);
});

test.for([
  ['MIT OR GPL-3.0-only', true],
  ['(MIT OR EUPL-1.1+)', true],
  ['Apache-2.0 AND MIT', true],
  ['Apache-2.0 AND GPL-3.0-only', false],
  ['MPL-2.0', false],
  ['MIT AND (ISC OR GPL-3.0-only)', false],
  ['(MIT OR GPL-3.0-only) AND (GPL-2.0-only OR ISC)', false],
  ['GPL-2.0-only WITH Classpath-exception-2.0', false],
  ['SEE LICENSE IN LICENSE', false],
  ['UNLICENSED', false],
  ['', false],
] as const)('%s may be shipped: %s', ([expression, may]) => {
  expect(isAllowed(expression, 'shipped')).toBe(may);
});

test('a changed lock gives another bill with another serial number', () => {
  const place = 'node_modules/age-encryption';
  const row = lock.packages[place];
  const digest = `sha512-${Buffer.alloc(64).toString('base64')}`;
  const changes: readonly Lock[] = [
    { packages: { ...lock.packages, [place]: { ...row, version: '0.3.2' } } },
    { packages: { ...lock.packages, [place]: { ...row, integrity: digest } } },
    { packages: { ...lock.packages, [place]: { ...row, license: 'GPL-3.0-only' } } },
    { packages: { ...lock.packages, [place]: { ...row, dependencies: {} } } },
    { packages: { ...lock.packages, 'node_modules/new': { version: '1.0.0', license: 'MIT', integrity: digest } } },
  ];
  const made = changes.map((change) => toBill(change, readShippedLists(root), inBrowser));
  const serials = made.map((text) => (JSON.parse(text) as Bill)['serialNumber']);
  expect(new Set([bill['serialNumber'], ...serials]).size).toBe(changes.length + 1);
});

test('a lock without a package or a digest gives no bill', () => {
  const { 'node_modules/age-encryption': row, ...others } = lock.packages;
  expect(() => toBill({ packages: others }, [], [])).toThrow('lacks age-encryption');
  const weak = { ...row, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' };
  expect(() => toBill({ packages: { ...others, 'node_modules/age-encryption': weak } }, [], [])).toThrow('no SHA-512');
});

test('does not reveal when, where and by whom it was made', () => {
  expect(written).not.toMatch(/timestamp|https?:\/\/(?!cyclonedx\.org\/schema\/)|registry|\/(?:home|root|tmp|Users)\//);
});

function idAt(place: string): string {
  const row = lock.packages[place];
  return `${row?.name ?? place.replace(/^.*node_modules\//, '')}@${row?.version}`;
}

function hasProperty(component: Component | undefined, name: string, value: string): boolean {
  return component?.properties?.some((one) => one.name === name && one.value === value) ?? false;
}

/** The schema as the makers of CycloneDX publish it; their package carries a copy. */
function compileSchema(): ValidateFunction {
  const folder = join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
  const read = (name: string): object => JSON.parse(readFileSync(join(folder, `${name}${SUFFIX}`), 'utf8')) as object;
  const ajv = new Ajv({ strict: false, formats: { 'iri-reference': true, 'idn-email': true } });
  addFormats.default(ajv);
  // By the names under which that copy refers to them.
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) ajv.addSchema(read(name), `${BASE}${name}${SUFFIX}`);
  return ajv.compile(read('bom-1.6'));
}
