import { expect, test } from 'vitest';
import { isAddress, isDomain, toTypedDomain, toTypedRecipient } from '../../src/ui/typed-domain.ts';

test.each([
  'northwind.example',
  ' Security@Northwind.Example ',
  'northwind.example.',
  '<security@northwind.example>',
  '"Security" <security@northwind.example>,',
  'mailto:security@northwind.example',
  'https://northwind.example/contact?to=security@elsewhere.example',
  '\u200enorthwind.example\u200f',
  'north\u00adwind.example\ufeff',
])('%j is northwind.example', (typed) => {
  expect(toTypedDomain(typed)).toBe('northwind.example');
  expect(isDomain(typed)).toBe(true);
});

test.each(['', 'northwind', '@', 'north wind', 'northwind..example', 'https:///', 'nörd_wind'])(
  '%j is not a domain',
  (typed) => {
    expect(isDomain(typed)).toBe(false);
  },
);

test.each([
  [' Rosa.Lima@Letterbox.Example ', 'rosa.lima@letterbox.example'],
  ['<rosa+news@letterbox.example>,', 'rosa+news@letterbox.example'],
  ['mailto:rosa@letterbox.example', 'rosa@letterbox.example'],
  ['kim@bücher.example.', 'kim@xn--bcher-kva.example'],
])('%j is the address %s', (typed, address) => {
  expect(isAddress(typed)).toBe(true);
  expect(toTypedRecipient(typed)).toBe(address);
});

test.each(['northwind.example', '@', 'rosa@', 'https://rosa@letterbox.example/'])('%j is no address', (typed) => {
  expect(isAddress(typed)).toBe(false);
  expect(toTypedRecipient(typed)).toBe(toTypedDomain(typed));
});
