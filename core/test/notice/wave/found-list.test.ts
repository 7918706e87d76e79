import { composeNotice, type NoticeFacts } from '@candor/core/notice/text';
import {
  commitFound,
  cutFoundList,
  type RecordedNotice,
  recordFound,
  toFoundList,
  toNoticeRecord,
  toRecordText,
} from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { at, NORTHWIND_FIGURES, toFacts } from '../text/fictional-facts.ts';

const runtime = createNodeRuntime();
const toSecrets = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    date: index === 9 ? null : at(2001, 10, 9) - index * 86_400,
    address: `p${index}@northwind.example`,
    messageId: index === 3 ? null : `${index}@mail.example`,
  }));
const withSensitive = (personal: NonNullable<NoticeFacts['figures']['searched']>['personal']) => ({
  ...NORTHWIND_FIGURES,
  searched: { personal, listed: 0, unread: 0, unreadBy: {} },
});

describe('what the site lists of found data', () => {
  test('begins with the messages of the text, in its order, and has fifty', () => {
    const facts = toFacts({ figures: { ...NORTHWIND_FIGURES, secrets: 60 }, secretMessages: toSecrets(60) });
    const list = toFoundList(facts);
    expect(list?.messages).toHaveLength(50);
    expect(list?.messages[0]).toEqual({
      address: 'p0@northwind.example',
      date: '2001-10-09',
      messageId: '0@mail.example',
    });
    expect(list?.messages[3]).toMatchObject({ messageId: null });
    expect(list?.messages[9]).toMatchObject({ date: null });
    const named = composeNotice(facts).text.match(/p\d+@northwind\.example/g) ?? [];
    expect(named).toEqual(list?.messages.slice(0, 10).map(({ address }) => address));
  });

  test('has the kinds of sensitive data with their messages, and no other kind', () => {
    const list = toFoundList(
      toFacts({ figures: withSensitive({ health: 3, 'special-category': 1, 'bank-account': 9 }) }),
    );
    expect(list?.sensitive).toEqual({ health: 3, 'special-category': 1 });
    expect(toFoundList(toFacts({ figures: withSensitive({ health: 0 }) }))?.sensitive).toEqual({});
  });

  test.each([
    [
      'guessed contacts',
      { isGuessed: true as const, secretMessages: toSecrets(5), figures: withSensitive({ health: 3 }) },
    ],
    ['nothing found', { figures: { ...NORTHWIND_FIGURES, secrets: 0 } }],
    ['no search', { figures: { ...NORTHWIND_FIGURES, secrets: null } }],
  ])('is missing with %s', (_, parts) => {
    expect(toFoundList(toFacts(parts))).toBeNull();
  });

  test('is there without rows where none may be listed, and without secrets where there are kinds', () => {
    expect(toFoundList(toFacts({ figures: { ...NORTHWIND_FIGURES, secrets: 4 } }))).toEqual({
      messages: [],
      sensitive: {},
    });
    const figures = { ...withSensitive({ health: 1 }), secrets: 0 };
    expect(toFoundList(toFacts({ figures }))).toEqual({ messages: [], sensitive: { health: 1 } });
  });

  test('of a notice made before Message-IDs were kept has none', () => {
    const secretMessages = [{ date: null, address: 'jo@northwind.example' }];
    expect(toFoundList(toFacts({ secretMessages }))?.messages).toEqual([
      { address: 'jo@northwind.example', date: null, messageId: null },
    ]);
  });
});

describe('the commitment', () => {
  const list = toFoundList(toFacts({ secretMessages: toSecrets(3), figures: withSensitive({ health: 2 }) }));
  if (list === null) throw new Error('a list');

  test('changes with each row, member, count and order, and with the salt', () => {
    const [first, ...others] = list.messages;
    if (first === undefined) throw new Error('a row');
    const changed = [
      ...(['address', 'date', 'messageId'] as const).map((key) => ({
        ...list,
        messages: [{ ...first, [key]: 'x' }, ...others],
      })),
      { ...list, messages: list.messages.toReversed() },
      { ...list, messages: others },
      { ...list, sensitive: { health: 3 } },
      { ...list, sensitive: { 'special-category': 2 } },
      { ...list, sensitive: {} },
    ];
    const digests = [commitFound(runtime, 's', list), commitFound(runtime, 't', list)];
    digests.push(...changed.map((one) => commitFound(runtime, 's', one)));
    expect(new Set(digests).size).toBe(2 + changed.length);
  });

  test('counts listed and all, and keeps the kinds where rows are cut', () => {
    const cut = cutFoundList(list, 1);
    expect(cut.sensitive).toEqual({ health: 2 });
    expect(recordFound(runtime, 's', cut, { secrets: 37 })).toEqual({
      ...{ listed: 1, total: 37 },
      digest: commitFound(runtime, 's', cut),
    });
  });

  test('is in the record only where there is a list: other records of version 3 stay byte for byte', () => {
    const notice: RecordedNotice = {
      ...{ notice: 7, domains: ['northwind.example'], to: [], kind: 'first', language: 'en', issued: 1_003_000_000 },
      composed: { subject: 's', text: 't', html: 'h' },
      ...{ exposure: 1, messages: [], from: { name: 'Harbor', address: 'n@harbor.example' }, replyTo: null },
      ...{ addresses: null, found: null },
    };
    // As the commit before wrote it.
    expect(toRecordText(toNoticeRecord(runtime, notice))).toBe(
      '{"addresses":null,"domains":["northwind.example"],"exposure":1,"from":{"address":"n@harbor.example","name":"Harbor"},"html":"aaa9402664f1a41f40ebbc52c9993eb66aeb366602958fdfaa283b71e64db123","issued":"2001-10-13T19:06:40Z","kind":"first","language":"en","messages":[],"notice":7,"replyTo":null,"subject":"s","text":"e3b98a4da31a127d4bde6e43033f66ba274cab0eb7eb1c70ec41402bf6273dd8","to":[],"v":3}',
    );
    const found = recordFound(runtime, 's', list, { secrets: 37 });
    expect(toNoticeRecord(runtime, { ...notice, found })).toMatchObject({ v: 3, found });
  });
});
