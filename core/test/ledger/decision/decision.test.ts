import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeCryptography } from '../../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import {
  checkDecisionChain,
  type DecisionLink,
  digestLink,
  digestRows,
  FIRST_PREVIOUS,
  readDecision,
  toDecisionText,
} from '../../../src/ledger/decision/index.ts';

const hashing = createNodeRuntime();
const page = readFileSync(join(import.meta.dirname, '../../../../docs/formats/decision.md'), 'utf8');
const cell = (name: string) => new RegExp(`^\\| ${name} \\| \`(.*)\` \\|$`, 'm').exec(page)?.[1] ?? '';
const vector: DecisionLink = {
  document: cell('document'),
  previous: FIRST_PREVIOUS,
  digest: cell('digest'),
  signature: cell('signature'),
};
const key = readDecision(vector.document)?.key ?? '';
const check = (links: readonly DecisionLink[], operators = [{ name: 'Ines Adler', key }]) =>
  checkDecisionChain({ hashing, cryptography: nodeCryptography, listOperators: () => operators }, links);

test('the vector of the page holds', async () => {
  const { faults, documents, standing } = await check([vector]);
  expect(faults).toEqual([]);
  expect(documents[0]).toMatchObject({ act: 'party.kind', by: 'Ines Adler', number: 1 });
  expect([...standing.values()]).toMatchObject([{ table: 'impact_curation', key: '1', number: 1 }]);
});

test.each([
  ['another document', { document: vector.document.replace('"list"', '"person"') }, 'decision-chain'],
  ['another previous', { previous: '1'.repeat(64) }, 'decision-chain'],
  ['no signature', { signature: null }, 'decision-signature'],
  ['another signature', { signature: `A${vector.signature?.slice(1)}` }, 'decision-signature'],
])('names %s', async (_what, change, code) => {
  const { faults } = await check([{ ...vector, ...change }]);
  expect(faults.map((fault) => fault.code)).toContain(code);
});

test('names a key that is of no operator, or of another one', async () => {
  for (const operators of [[], [{ name: 'Omar Bell', key }]])
    expect((await check([vector], operators)).faults.map(({ code }) => code)).toEqual(['decision-signature']);
});

test('names a decision that says that another row stood before it', async () => {
  const first = readDecision(vector.document);
  if (first === null) throw new Error('the vector is no document');
  const write = { ...first.writes[0], table: 'impact_curation', key: '1', before: { why: 'never' }, after: null };
  const document = toDecisionText({ ...first, number: 2, key: null, act: 'party.undo', writes: [write] });
  const digest = digestLink(hashing, vector.digest, document);
  const { faults } = await check([vector, { document, previous: vector.digest, digest, signature: null }]);
  expect(faults.map(({ number }) => number)).toEqual([2]);
});

test('a document that is not in its one form is none', () => {
  for (const text of ['', '{', 'null', '{"v":1}', ` ${vector.document}`, vector.document.replace('"v":1', '"v":2')])
    expect(readDecision(text)).toBe(null);
  expect(readDecision(vector.document.replace('party.kind', 'party.kinds'))).toBe(null);
  expect(readDecision(vector.document.replace('"log":0', '"log":-1'))).toBe(null);
  expect(readDecision(vector.document.replace('"rows":[', '"rows":[7,'))).toBe(null);
});

test('the digest of rows does not depend on their order', () => {
  const rows = ['b', 'a'].map((name) => ({ table: 't', key: name, row: { name } }));
  expect(digestRows(hashing, rows)).toBe(digestRows(hashing, rows.toReversed()));
  expect(digestRows(hashing, rows)).not.toBe(digestRows(hashing, rows.slice(1)));
});
