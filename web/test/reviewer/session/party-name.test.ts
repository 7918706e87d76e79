import { expect, test } from 'vitest';
import { toPartyName } from '../../../src/reviewer/pages/session/party-name.ts';

test("names a party by its domains, never by the organization's name for it", () => {
  const party = 'org-northwind';
  expect(toPartyName({ party, domains: ['northwind.example'] })).toBe('northwind.example');
  expect(toPartyName({ party, domains: ['a.example', 'b.example'] })).toBe('a.example, b.example');
  expect(toPartyName({ party, domains: ['a.example', 'b.example', 'c.example', 'd.example'] })).toBe(
    'a.example, b.example +2',
  );
  expect(toPartyName({ party: 'jo@mail.example', domains: [] })).toBe('jo@mail.example');
});
