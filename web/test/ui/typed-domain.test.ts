import { expect, test } from 'vitest';
import { isDomain, toTypedDomain } from '../../src/ui/typed-domain.ts';

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
