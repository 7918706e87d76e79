import { createHash } from 'node:crypto';
import { type EnclosedSelection, openSelection } from '@candor/core/notice/act';
import type { Hold } from '@candor/core/notice/contact';
import {
  commitSelection,
  compareSelections,
  listChangedFigures,
  listLeftOut,
  readSelection,
  type SelectedParty,
  type Selection,
  type SelectionGround,
  sumTakenOut,
  toSelectionText,
} from '@candor/core/notice/selection';
import { readManifestText, toManifestText, type WaveManifest } from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { NOTHING } from '../text/fictional-facts.ts';

const runtime = { sha256Hex: (input: string | Uint8Array) => createHash('sha256').update(input).digest('hex') };
const DIGEST = 'ab'.repeat(32);

const selection: Selection = {
  v: 1,
  incident: 'harbor',
  wave: 2,
  kind: 'metadata',
  exposure: { version: 1, digest: DIGEST },
  at: '2026-01-01T00:00:00Z',
  takenOut: { parties: 1, of: 2, lastSecrets: ['a.example'], confirm: 2 },
  order: { only: null, except: ['c.example'] },
  rows: [
    { is: 'left-out', party: 'b.example', why: 'merged', into: 'a.example', decision: 'curation 1' },
    { is: 'no-contact', party: 'a.example' },
    { is: 'figure', party: 'a.example', figure: 'passwords or keys', alone: 2, here: 0 },
    { is: 'erased', findings: 3, messages: 2, decision: 'finding 4' },
    { is: 'listed', party: 'a.example', messages: 1, by: 'Jo' },
    { is: 'contact', party: null, act: 'barred', contact: 'x@a.example', decision: 'hold 1' },
    { is: 'text', of: 'happened (en)', text: 'A sentence.' },
  ],
  decisions: [
    { id: 'hold 1', what: 'do-not-contact', by: 'Jo', at: '2026-01-01T00:00:00Z', why: 'x', isSigned: false },
  ],
  head: null,
  asserted: [{ what: 'domain', text: 'harbor.example' }],
  since: { wave: 1, added: ['x'], removed: [] },
  digests: { incident: DIGEST, files: [{ file: 'mail', sha256: '' }], references: [{ file: 'r', sha256: DIGEST }] },
  way: { relays: [{ host: 'h', port: 25, tls: 'required', from: 'n@h' }], gate: DIGEST, page: 'h/notice' },
};

describe('the document', () => {
  test('is read as it was written', () => {
    expect(readSelection(toSelectionText(selection))).toEqual(selection);
  });

  test.each<readonly [string, (text: string) => string]>([
    ['another order of members', (text) => JSON.stringify({ way: {}, ...JSON.parse(text) })],
    ['white space', (text) => ` ${text}`],
    ['one member more', (text) => text.replace('"v":1', '"v":1,"x":1')],
    ['a row with one member more', (text) => text.replace('"is":"no-contact"', '"is":"no-contact","into":null')],
    ['an unknown reason', (text) => text.replace('"merged"', '"mergee"')],
    ['another version', (text) => text.replace('"v":1', '"v":2')],
    ['a digest of another form', (text) => text.replace(DIGEST, DIGEST.toUpperCase())],
    ['a negative number', (text) => text.replace('"alone":2', '"alone":-2')],
  ])('is refused with %s', (_what, change) => {
    const text = toSelectionText(selection);
    expect(change(text)).not.toBe(text);
    expect(readSelection(change(text))).toBeNull();
  });

  test('is committed to with its salt', () => {
    const text = toSelectionText(selection);
    const salt = new Uint8Array(32).fill(7);
    const input = Buffer.concat([salt, Buffer.from(text)]);
    expect(commitSelection(runtime, salt, text)).toBe(createHash('sha256').update(input).digest('hex'));
    expect(() => commitSelection(runtime, new Uint8Array(31), text)).toThrow('32 bytes');
  });
});

test('a comparison names what only one of two selections has, in the parts that are asked for', () => {
  const way = { ...selection.way, relays: [{ host: 'other', port: 25, tls: 'required', from: 'n@h' }] };
  const other = { ...selection, way, asserted: [] };
  expect(compareSelections(selection, other, ['way'])).toEqual({
    added: ['relay 1: other:25, tls required, from n@h'],
    removed: ['relay 1: h:25, tls required, from n@h'],
  });
  expect(compareSelections(selection, other, ['asserted'])).toEqual({ added: [], removed: ['domain: harbor.example'] });
  expect(compareSelections(selection, selection, ['row', 'decision', 'way', 'digest'])).toEqual({
    added: [],
    removed: [],
  });
});

describe('what decisions take out', () => {
  const toParty = (party: string, more: Partial<SelectedParty> = {}): SelectedParty => ({
    ...{ party, mergedIds: [party], kind: 'organization', isUndeterminedReached: false },
    figures: { ...NOTHING, accessed: 1, messages: 1, secrets: 0 },
    alone: { secrets: 0 },
    listedBy: null,
    merges: [],
    ...more,
  });
  const toGround = (parties: readonly SelectedParty[], more: Partial<SelectionGround> = {}): SelectionGround => ({
    ...{
      parties,
      holds: [],
      except: [],
      traced: new Set<string>(),
      moved: new Set<string>(),
      tell: 'possible',
      at: 10,
    },
    inWave: new Set(parties.filter(({ kind }) => kind !== 'list').map(({ party }) => party)),
    ...more,
  });
  const many = Array.from({ length: 40 }, (_, at) => toParty(`p${at}.example`));
  const sum = (ground: SelectionGround) =>
    sumTakenOut(ground, [...listLeftOut(ground), ...listChangedFigures(ground.parties, ground.tell)]);

  test('a list of a mail-group host is no decision', () => {
    const ground = toGround([...many, toParty('list.example', { kind: 'list' })]);
    expect(listLeftOut(ground)).toEqual([]);
    expect(sum(ground)).toEqual({ parties: 0, of: 40, lastSecrets: [], confirm: null });
  });

  test('at most 5 % need no number, more do', () => {
    const list = { kind: 'list', listedBy: { is: 'hand', decision: 'curation 1' } } as const;
    const two = toGround([...many.slice(2), toParty('a.example', list), toParty('b.example', list)]);
    expect(sum(two)).toEqual({ parties: 2, of: 40, lastSecrets: [], confirm: null });
    const three = toGround([...two.parties.slice(1), toParty('c.example', list)]);
    expect(sum(three)).toEqual({ parties: 3, of: 40, lastSecrets: [], confirm: 3 });
  });

  test("a party's last counted secret needs the number", () => {
    const ground = toGround([...many.slice(1), toParty('a.example', { alone: { secrets: 2 } })]);
    expect(sum(ground)).toEqual({ parties: 0, of: 40, lastSecrets: ['a.example'], confirm: 1 });
    const kept = toParty('a.example', { alone: { secrets: 3 } });
    const fewer = toGround([...many.slice(1), { ...kept, figures: { ...kept.figures, secrets: 1 } }]);
    expect(sum(fewer).confirm).toBeNull();
  });

  test('a hold in force leaves its party out, an ended one does not', () => {
    const hold: Hold = {
      ...{ id: 3, party: 'p1.example', contact: null, askedBy: 'Jo', why: 'x', until: null, endedAt: null },
      kind: 'do-not-contact',
    };
    const inWave = new Set(many.map(({ party }) => party).filter((party) => party !== 'p1.example'));
    expect(listLeftOut(toGround(many, { holds: [hold], inWave }))).toEqual([
      { is: 'left-out', party: 'p1.example', why: 'do-not-contact', into: null, decision: 'hold 3' },
    ]);
    expect(listLeftOut(toGround(many, { holds: [{ ...hold, endedAt: 5 }], inWave }))).toEqual([]);
  });
});

describe('the manifest', () => {
  const former: WaveManifest = {
    ...{ v: 1, incident: 'harbor', wave: 1, kind: 'metadata', root: DIGEST, at: '2026-01-01T00:00:00Z' },
    exposure: { version: 1, digest: DIGEST },
  };

  test.each<readonly [string, WaveManifest]>([
    ['version 1', former],
    ['version 2', { ...former, v: 2, selection: DIGEST }],
    ['version 2 with the set of parties', { ...former, v: 2, selection: DIGEST, parties: DIGEST }],
  ])('of %s is read', (_what, manifest) => {
    expect(readManifestText(toManifestText(manifest))).toEqual(manifest);
  });

  test.each<readonly [string, WaveManifest]>([
    ['version 2 without a selection', { ...former, v: 2 }],
    ['version 1 with one', { ...former, selection: DIGEST }],
    ['a set of parties of another length', { ...former, v: 2, selection: DIGEST, parties: 'ab' }],
  ])('of %s is refused', (_what, manifest) => {
    expect(readManifestText(toManifestText(manifest))).toBeNull();
  });
});

describe('what a signer is shown of a wave', () => {
  const toBytes = (text: string) => new TextEncoder().encode(text);
  const salt = new Uint8Array(32).fill(7);
  const text = toSelectionText(selection);
  const toManifest = (committed: string): Uint8Array =>
    toBytes(
      toManifestText({
        ...{ v: 2, incident: 'harbor', wave: 2, kind: 'metadata', exposure: { version: 1, digest: DIGEST } },
        ...{ root: DIGEST, at: '2026-01-01T00:00:00Z', selection: committed },
      }),
    );
  const manifest = toManifest(commitSelection(runtime, salt, text));

  test('is the selection that the manifest commits to', () => {
    expect(openSelection(runtime, manifest, { salt, document: toBytes(text) })).toEqual(selection);
  });

  test.each<[string, Partial<EnclosedSelection>]>([
    ['another document', { document: toBytes(toSelectionText({ ...selection, rows: [] })) }],
    ['another salt', { salt: new Uint8Array(32) }],
    ['no salt', { salt: new Uint8Array() }],
    ['a byte order mark before it', { document: new Uint8Array([0xef, 0xbb, 0xbf, ...toBytes(text)]) }],
    ['bytes that are no text', { document: new Uint8Array([0xff]) }],
  ])('is nothing where the state holds %s', (_, other) => {
    expect(openSelection(runtime, manifest, { salt, document: toBytes(text), ...other })).toBeNull();
  });

  test('is nothing where it is no selection, although the manifest commits to it', () => {
    const document = text.replace('"v":1', '"v":9');
    const committing = toManifest(commitSelection(runtime, salt, document));
    expect(openSelection(runtime, committing, { salt, document: toBytes(document) })).toBeNull();
  });

  test('is nothing where the manifest commits to none, or is not one', () => {
    const enclosed = { salt, document: toBytes(text) };
    for (const other of ['', '{}', new TextDecoder().decode(manifest).replace('"selection"', '"selections"')])
      expect(openSelection(runtime, toBytes(other), enclosed)).toBeNull();
  });
});
