import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteStatus, SharedNote } from '../../../src/reviewer/bridge/note-calls.ts';
import {
  countSecrets,
  type FoundSecrets,
  isDisputed,
  toSecretItems as joinItems,
  type SecretItem,
} from '../../../src/reviewer/pages/secrets/secret-items.ts';
import {
  NOTHING,
  readSecretText,
  type SecretText,
  toSecretText,
} from '../../../src/reviewer/pages/secrets/secret-text.ts';

const message = 'ab'.repeat(32);
const words = { password: 'Password', key: 'Key', token: 'Token', code: 'Code', account: 'Account', other: 'Other' };

const toSecretItems = (
  notes: readonly SharedNote[],
  marked: FoundSecrets['marked'],
  values: FoundSecrets['values'] = [],
): readonly SecretItem[] => joinItems(notes, { marked, values }, words);

function note(author: string, number: number, status: NoteStatus | null, change: Partial<SecretText> = {}): SharedNote {
  const text = toSecretText({ ...NOTHING, label: 'SFTP password', kind: 'password', ...change });
  const at = `2001-10-24T08:0${number}:00Z`;
  return { about: { kind: 'secret', id: 's1' }, status, text, author, isOwn: author === 'lena', number, at };
}

describe('a secret', () => {
  test('has the state of its last note', () => {
    const [item] = toSecretItems([note('lena', 3, 'rotated', { owner: 'Samir' })], []);
    expect(item).toMatchObject({ id: 's1', status: 'rotated', facts: { label: 'SFTP password', owner: 'Samir' } });
    expect(item?.seen).toEqual({ lena: 3 });
  });

  test('is replaced by an author who had seen the previous notes', () => {
    const [item] = toSecretItems([note('lena', 1, 'open'), note('samir', 1, 'rotated', { seen: { lena: 1 } })], []);
    expect(item).toMatchObject({ status: 'rotated' });
    expect(item !== undefined && isDisputed(item)).toBe(false);
  });

  test('changed by two people at once shows both, and stays open while one says so', () => {
    const [item] = toSecretItems([note('lena', 2, 'open'), note('samir', 1, 'rotated')], []);
    expect(item?.status).toBe('open');
    expect(item?.versions.map(({ author, status }) => [author, status])).toEqual([
      ['lena', 'open'],
      ['samir', 'rotated'],
    ]);
  });

  test('changed equally by two people is not disputed', () => {
    const [item] = toSecretItems([note('lena', 2, 'rotated'), note('samir', 1, 'rotated')], []);
    expect(item?.versions.length).toBe(1);
    expect(item?.status).toBe('rotated');
  });

  test('is settled by a note that saw both', () => {
    const notes = [note('lena', 2, 'open'), note('samir', 1, 'rotated')];
    const [item] = toSecretItems(notes, []);
    const settled = note('ruth', 1, 'rotated', { seen: item?.seen ?? {} });
    expect(toSecretItems([...notes, settled], [])[0]).toMatchObject({
      status: 'rotated',
      versions: [{ author: 'ruth' }],
    });
  });

  test('does not vanish when notes claim to have seen each other', () => {
    const notes = [note('lena', 1, 'open', { seen: { samir: 9 } }), note('samir', 1, 'rotated', { seen: { lena: 9 } })];
    expect(toSecretItems(notes, [])[0]?.versions.length).toBe(2);
  });

  test('is the same for any order of notes', () => {
    const notes = [
      note('lena', 2, 'open'),
      note('samir', 1, 'rotated'),
      note('ruth', 1, 'open', { seen: { samir: 1 } }),
    ];
    const expected = toSecretItems(notes, []);
    for (const order of [
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ])
      expect(
        toSecretItems(
          order.flatMap((at) => notes[at] ?? []),
          [],
        ),
      ).toMatchObject(expected.map(({ seen: _seen, ...item }) => item));
  });
});

describe('a message marked by the organization', () => {
  const marked = [{ id: message, subject: 'VPN profile', hasValue: false }];

  test('is an open item until somebody handles it', () => {
    expect(toSecretItems([], marked)).toMatchObject([
      { id: message, status: 'open', isFound: true, facts: { message } },
    ]);
  });

  test('is no separate item once a secret names it', () => {
    expect(toSecretItems([note('lena', 1, 'rotated', { message })], marked)).toMatchObject([
      { id: 's1', isFound: false },
    ]);
  });
});

describe('a value found by the organization', () => {
  const value = {
    id: 'f'.repeat(32),
    kind: 'credential',
    mask: 'M…1',
    confidence: 'likely',
    messages: 3,
    message,
  } as const;
  const code = { ...value, id: '0'.repeat(32), kind: 'access-code', mask: '…', messages: 1 };
  const marked = [{ id: message, subject: 'VPN profile', hasValue: true }];

  test('is one item across messages, by kind and mask, in place of the marked message', () => {
    expect(toSecretItems([], marked, [value, code])).toMatchObject([
      { id: code.id, status: 'open', isFound: true, messages: 1, facts: { kind: 'code', label: 'Code …', message } },
      { id: value.id, status: 'open', isFound: true, messages: 3, facts: { kind: 'password', label: 'Password M…1' } },
    ]);
  });

  test("keeps people's notes, with the number of its messages", () => {
    const about = { kind: 'secret', id: value.id } as const;
    const items = toSecretItems([{ ...note('lena', 1, 'rotated', { owner: 'Samir' }), about }], marked, [value, code]);
    expect(items).toMatchObject([
      { id: code.id, status: 'open' },
      { id: value.id, status: 'rotated', isFound: false, messages: 3, facts: { owner: 'Samir' } },
    ]);
  });

  test('stays open when another secret of the same message was changed', () => {
    expect(toSecretItems([note('lena', 1, 'rotated', { message })], marked, [value])).toMatchObject([
      { id: value.id, status: 'open' },
      { id: 's1', status: 'rotated', messages: 0 },
    ]);
  });
});

test('progress counts each secret once', () => {
  const other = (id: string, status: NoteStatus | null): SharedNote => ({
    ...note('lena', 1, status),
    about: { kind: 'secret', id },
  });
  const items = toSecretItems(
    [other('a', 'open'), other('b', 'rotated'), other('c', 'not-ours'), other('d', null), other('e', 'done')],
    [],
  );
  expect(countSecrets(items)).toEqual({ open: 3, rotated: 1, notOurs: 1 });
});

test('ignores notes about other things', () => {
  expect(toSecretItems([{ ...note('lena', 1, 'open'), about: { kind: 'message', id: message } }], [])).toEqual([]);
});

describe('the text of a note about a secret', () => {
  test('round-trips', () => {
    const secret: SecretText = {
      kind: 'key',
      label: 'API',
      used: 'billing',
      owner: 'Ana',
      remark: '',
      message,
      seen: { lena: 2 },
    };
    expect(readSecretText(toSecretText(secret))).toEqual(secret);
  });

  test.each(['', 'plain words', '[]', '{"v":2}', 'null', '{"v":1,"kind":"x","message":"../x","seen":[1],"label":7}'])(
    'keeps %j and never throws',
    (text) => {
      const read = readSecretText(text);
      expect(read.kind).toBe('other');
      expect(read.message).toBeNull();
    },
  );

  test('is limited for everybody', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const { label, used, owner, remark } = readSecretText(text);
        for (const fact of [label, used, owner, remark]) expect(fact.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});
