import { findPeople } from '@candor/core/impact/persons';
import { describe, expect, test } from 'vitest';

const isOwn = (address: string) => address.endsWith('@harbor.example');
const parties = new Map([
  ['ina@a.example', 'a.example'],
  ['i.weber@a.example', 'a.example'],
  ['ina@b.example', 'b.example'],
  ['info@a.example', 'a.example'],
]);

function join(...people: readonly (readonly [address: string, name: string])[]) {
  const messages = people.map(([address, name], at) => ({ message: `m${at}`, people: [{ address, name }] }));
  const partyOf = (address: string) => parties.get(address) ?? null;
  const nothing = { custodians: [], texts: [], decisions: [], toId: (text: string) => text };
  return findPeople({ ...nothing, messages, isOwn, partyOf }).map((person) => [
    person.relation,
    person.party,
    person.name,
    person.addresses.join(),
    person.messages.size,
  ]);
}

describe('natural persons', () => {
  test('merges two addresses of one party with the same full name, in either order', () => {
    expect(join(['ina@a.example', 'Ina Weber'], ['i.weber@a.example', 'WEBER, Ina'])).toEqual([
      ['correspondent', 'a.example', 'Ina Weber', 'i.weber@a.example,ina@a.example', 2],
    ]);
  });

  test.each([
    ['of two parties', 'ina@b.example', 'Ina Weber'],
    ['by a first name', 'i.weber@a.example', 'Ina'],
    ['by another name', 'i.weber@a.example', 'Ina Webers'],
    ['without a name', 'i.weber@a.example', ''],
    ['by a name that is an address', 'i.weber@a.example', 'ina weber@a.example'],
    ['of the organization and a party', 'ina@harbor.example', 'Ina Weber'],
  ])('%s they are two persons', (_, address, name) => {
    expect(join(['ina@a.example', name === 'Ina' ? 'Ina' : 'Ina Weber'], [address, name]).length).toBe(2);
  });

  test("lists the organization's own separately; roles and addresses of nobody are no persons", () => {
    expect(
      join(['info@a.example', 'Front Desk'], ['ada@harbor.example', 'Ada Okafor'], ['eve@nobody.example', 'Eve Adams']),
    ).toEqual([['own', '', 'Ada Okafor', 'ada@harbor.example', 1]]);
  });
});
