import { joinPersons, selectMarked } from '@candor/core/impact/findings';
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
  return joinPersons(messages, isOwn, (address) => parties.get(address) ?? null).map((person) => [
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

describe('privilege marks', () => {
  const mail = (message: string, sender: string, ...passages: readonly string[]) => ({ message, sender, passages });
  const select = (messages: Parameters<typeof selectMarked>[0], sent: number) => {
    const { marked, footers } = selectMarked(messages, () => sent);
    return { marked: [...marked], footers: [...footers] };
  };

  test("hold a message; a passage in more than half of a sender's mail is a footer and holds nothing", () => {
    const footers = ['1', '2', '3'].map((message) => mail(message, 'ada@a.example', 'footer'));
    expect(select(footers, 6)).toEqual({ marked: ['1', '2', '3'], footers: [] });
    expect(select(footers, 5)).toEqual({ marked: [], footers: ['1', '2', '3'] });
    expect(select(footers, 4)).toEqual({ marked: ['1', '2', '3'], footers: [] });
    expect(select([...footers, mail('4', 'ada@a.example', 'footer', 'advice')], 6).marked).toEqual(['4']);
  });

  test('judge a passage used by several senders per sender', () => {
    const mails = ['1', '2', '3'].map((message) => mail(message, `${message}@a.example`, 'footer'));
    expect(select(mails, 5).marked).toEqual(['1', '2', '3']);
  });
});
