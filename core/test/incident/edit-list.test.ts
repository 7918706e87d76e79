import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { type EditedList, editList, type ListChange, readList } from '../../../core/src/incident/edit-list.ts';
import { readYamlLines } from '../../src/incident/yaml-lines.ts';

const ADDRESSES: EditedList = { of: 'intruder', key: 'addresses' };
const MAILBOX: EditedList = { of: 'mailbox', custodian: 'allen-p' };
const add = (text: string, value = '203.0.113.7', list: EditedList = ADDRESSES) =>
  editList(text, { list, act: 'add', value });
const textOf = (edit: ReturnType<typeof editList>): string => {
  if (edit.is === 'refused') throw new Error(edit.why);
  return edit.text;
};

describe('adds a value', () => {
  test.each([
    [
      'a: 1\nintruder:\n  addresses: [198.51.100.0/24] # seen\n',
      'a: 1\nintruder:\n  addresses: [198.51.100.0/24, 203.0.113.7] # seen\n',
    ],
    ['intruder:\n  addresses: []   # none\n', 'intruder:\n  addresses: [203.0.113.7]   # none\n'],
    ['intruder:\n  addresses:   # none\n', 'intruder:\n  addresses: [203.0.113.7]   # none\n'],
    [
      'intruder:\n  addresses:\n    - a # why\n\n# end\n',
      'intruder:\n  addresses:\n    - a # why\n    - 203.0.113.7\n\n# end\n',
    ],
    ['intruder:\n  addresses:\n  - a', 'intruder:\n  addresses:\n  - a\n  - 203.0.113.7'],
    ['intruder:\n  tokens: [a] # t\n', 'intruder:\n  tokens: [a] # t\n  addresses: [203.0.113.7]\n'],
    ['intruder: { tokens: [a] }\n', 'intruder: { tokens: [a], addresses: [203.0.113.7] }\n'],
    ['incident: x # y\n', 'incident: x # y\nintruder: { addresses: [203.0.113.7] }\n'],
    ['\uFEFFincident: x\r\nb: c\r\n', '\uFEFFincident: x\r\nb: c\r\nintruder: { addresses: [203.0.113.7] }\r\n'],
    ['intruder: {}\n', 'intruder: { addresses: [203.0.113.7] }\n'],
    [
      'intruder:\n  addresses: [\n    a, # x\n    b # y\n  ]\n',
      'intruder:\n  addresses: [\n    a, # x\n    b, 203.0.113.7 # y\n  ]\n',
    ],
  ])('%j', (before, after) => expect(textOf(add(before))).toBe(after));

  test('to the mailbox that is meant, at its indent', () => {
    const text =
      'mailboxes:\n  - custodian: lee-m\n    evidence: l\n  - custodian: allen-p   # him\n    evidence: a\naccess: []\n';
    const edit = add(text, '2001:db8::/64', MAILBOX);
    expect(textOf(edit)).toBe(text.replace('evidence: a\n', 'evidence: a\n    addresses: ["2001:db8::/64"]\n'));
    expect(edit).toMatchObject({ line: 6, removed: '' });
  });
});

test.each([
  ['the list of another key by its anchor', 'intruder:\n  addresses: &own [a]\nother: *own\n'],
  ['a list that stands elsewhere', 'other: &own [a]\nintruder:\n  addresses: *own\n'],
  ['what is no list', 'intruder:\n  addresses: a\n'],
  ['what is no YAML', 'intruder: [\n'],
  ['two documents', 'intruder: {}\n---\nintruder: {}\n'],
  ['a value that is there', 'intruder:\n  addresses: [203.0.113.7]\n'],
])('refuses to change %s', (_, text) => expect(add(text).is).toBe('refused'));

test('an unknown mailbox is refused', () => expect(add('mailboxes: []\n', 'x', MAILBOX).is).toBe('refused'));

test('an item is taken out, and a comment behind it stays', () => {
  const remove = (text: string) => textOf(editList(text, { list: ADDRESSES, act: 'remove', value: 'b' }));
  expect(remove('intruder:\n  addresses: [a, b, c]\n')).toBe('intruder:\n  addresses: [a, c]\n');
  expect(remove('intruder:\n  addresses:\n    - a\n    - b # hotel\n')).toBe(
    'intruder:\n  addresses:\n    - a\n     # hotel\n',
  );
  expect(remove('intruder:\n  addresses:\n    - b # hotel\n')).toBe('intruder:\n  addresses:\n    [] # hotel\n');
});

const plain = fc.stringMatching(/^[a-z0-9][a-z0-9./-]{0,12}$/);
const hostile = fc.oneof(
  plain,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom('#', ': ', '- x', "'", '*a', '&a', '\u2028', 'null'),
);
const comment = fc.option(
  plain.map((words) => ` # ${words}`),
  { nil: '' },
);
const item = plain.map((value) => ({ value, written: value }));
const quoted = plain.map((value) => ({ value, written: `"${value}"` }));
const items = fc.uniqueArray(fc.oneof(item, quoted), { selector: ({ value }) => value, maxLength: 4 });

/** Incident files as people write them: lists in both forms, comments everywhere, two kinds of line ends, a BOM. */
const file = fc
  .record({
    items,
    comments: fc.array(comment, { minLength: 8, maxLength: 8 }),
    isFlow: fc.boolean(),
    isLate: fc.boolean(),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.constantFrom('', '\uFEFF'),
    hasEnd: fc.boolean(),
  })
  .map(({ items: own, comments: c, isFlow, isLate, eol, bom, hasEnd }) => {
    const list =
      isFlow || own.length === 0
        ? [`  addresses: [${own.map(({ written }) => written).join(', ')}]${c[0]}`]
        : [`  addresses:${c[0]}`, ...own.map(({ written }, at) => `    - ${written}${c[at + 1] ?? ''}`)];
    const others = [`  tokens: [ t1,t2 ]${c[5]}`, '  # between'];
    const intruder = ['intruder:', ...(isLate ? [...others, ...list] : [...list, ...others])];
    const lines = [
      `# head${c[6]}`,
      'incident: "harbor"',
      ...intruder,
      ...(isLate && !hasEnd ? [] : [`window: { start: x }${c[7]}`]),
    ];
    return bom + lines.join(eol) + (hasEnd ? eol : '');
  });

const commentsOf = (text: string): string[] => [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));

test('only this value comes, every other byte and comment stays, and taking it out again gives the same bytes', () => {
  fc.assert(
    fc.property(file, hostile, (text, value) => {
      const former = readList(text, ADDRESSES) ?? [];
      fc.pre(!former.includes(value) && !/[\ud800-\udfff]/.test(value));
      const change: ListChange = { list: ADDRESSES, act: 'add', value };
      const edit = editList(text, change);
      if (edit.is === 'refused') throw new Error(edit.why);
      expect(readList(edit.text, ADDRESSES)).toEqual([...former, value]);
      expect(edit.removed).toBe('');
      expect(edit.text.slice(0, edit.at) + edit.text.slice(edit.at + edit.inserted.length)).toBe(text);
      expect(commentsOf(edit.text)).toEqual(commentsOf(text));
      expect(edit.text.includes('\r\n') || !text.includes('\r\n')).toBe(true);
      expect(edit.text.replaceAll('\r\n', '').includes('\r')).toBe(text.replaceAll('\r\n', '').includes('\r'));
      expect(edit.text.split('\n')[edit.line - 1]).not.toBe(text.split('\n')[edit.line - 1]);
      expect(textOf(editList(edit.text, { ...change, act: 'remove' }))).toBe(text);
    }),
    { numRuns: 400 },
  );
});

test('any text at all is changed as meant or not at all', () => {
  const lines = fc.constantFrom(
    'intruder:',
    '  addresses:',
    '  addresses: [a]',
    '    - a',
    '    - b # c',
    '  tokens: |',
    '      x',
    '',
    '? k',
    ': v',
    '  addresses: *x',
    '&x',
    '{',
    '}',
    'm: >-',
    '\ttab',
    '--- ',
    '"q": [1]',
    '# c',
  );
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (parts, eol) => {
      const text = parts.join(eol);
      const edit = add(text, 'zz');
      if (edit.is === 'refused') return;
      expect(readList(edit.text, ADDRESSES)).toEqual([...(readList(text, ADDRESSES) ?? []), 'zz']);
      const strip = (value: unknown) =>
        JSON.stringify(value, (key, member) => (key === 'intruder' ? 0 : (member ?? null)));
      const [was, is] = [readYamlLines(text).value, readYamlLines(edit.text).value] as object[];
      expect(strip({ intruder: 0, ...is })).toBe(strip({ intruder: 0, ...was }));
    }),
    { numRuns: 1500 },
  );
});
