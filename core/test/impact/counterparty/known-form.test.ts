import { toKnownForm } from '@candor/core/impact/counterparty';
import { expect, test } from 'vitest';
import { createAddressClassifier } from '../../../src/impact/counterparty/counterparty.ts';
import { REFERENCE } from '../fictional-reference.ts';

const classify = createAddressClassifier(['harbor.example'], REFERENCE.suffixRules);

test.each([
  ['Jo.Doe+x@Mail.Acme.EXAMPLE', 'jo.doe+x@mail.acme.example'],
  ['zoe@Bücher.example', 'zoe@xn--bcher-kva.example'],
  ['"a@b"@acme.example', '"a@b"@acme.example'],
])('writes %s as the party does', (address, known) => {
  expect(toKnownForm(address)).toBe(known);
  expect(classify({ address, unreadable: null })).toMatchObject({ state: 'counterparty', address: known });
});

test('keeps a value without a domain, in lower case', () => {
  expect(toKnownForm('Postmaster')).toBe('postmaster');
});
