import { findPeople, type PersonalMessage, type TextPerson } from '@candor/core/impact/persons';
import { describe, expect, test } from 'vitest';
import { createNumbers } from '../../mutation.ts';

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

describe('texts', () => {
  const text = (
    name: string,
    kind: TextPerson['findings'][number]['kind'],
    detector: string,
    message: string,
  ): TextPerson => ({
    ...{ name, message, part: '1', addresses: [], born: null, country: 'DE', region: null },
    ...{ indicated: [], isMinor: false, sensitive: [], findings: [{ kind, detector, value: 1 }] },
  });
  const input = { custodians: [], isOwn, partyOf: () => null, decisions: [], toId: (id: string) => id };
  const find = (texts: readonly TextPerson[], messages: readonly PersonalMessage[] = []) =>
    findPeople({ ...input, texts, messages }).map(({ name, texts: own, messages: sent, ...person }) => ({
      ...{ ...person, name, texts: own.length, messages: [...sent] },
    }));

  test('a passport in a sentence, in a table and in its zone for machines is one', () => {
    const detectors = ['passport', 'passport-table', 'passport-machine-readable'];
    expect(find(detectors.map((detector, at) => text('Ina Weber', 'passport', detector, `m${at}`))).length).toBe(1);
  });

  test('persons are the same in every order of messages and texts', () => {
    const texts = Array.from({ length: 60 }, (_, at) => {
      const name = ['Ina Weber', 'I. Weber', 'Weber, Ina', 'Tom Keller', 'Ina Lund'][at % 5] ?? '';
      const finding = { kind: 'national-id', detector: 'national-id-us-ssn', value: at % 7 } as const;
      const telephone = { kind: 'telephone', detector: 'telephone', value: 100 + (at % 4) } as const;
      return {
        ...text(name, 'passport', 'passport', `m${at % 9}`),
        findings: at % 3 === 0 ? [finding, telephone] : [telephone],
        country: at % 2 === 0 ? 'DE' : 'AT',
      };
    });
    const messages = Array.from({ length: 9 }, (_, at) => ({
      message: `m${at}`,
      people: [{ address: `ina${at % 3}@harbor.example`, name: at % 2 === 0 ? 'Ina Weber' : 'Weber, Ina' }],
    }));
    const expected = find(texts, messages);
    expect(expected.length).toBeLessThan(60);
    const next = createNumbers(20260502);
    const shuffle = <T>(all: readonly T[]): T[] =>
      all
        .map((one) => ({ one, place: next(1_000_000) }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
    for (let run = 0; run < 30; run += 1) expect(find(shuffle(texts), shuffle(messages))).toEqual(expected);
  });
});
