import { DECISION_TABLES } from '@candor/core/ledger/decision';
import { expect, test } from 'vitest';
import { isSource, readTexts, type TreeFile, withoutComments } from './tree.ts';

/** Tables whose rows change what parties are told. `accepted` is a fact; its only writer is looked for below. */
const TABLES = [...new Set(Object.values(DECISION_TABLES).flat())].filter((table) => table !== 'accepted');

/** Functions that write rows of these tables that are nobody's decision, each with its reason. */
const NO_DECISION: Readonly<Record<string, string>> = {
  'lab/src/notice/store/contact-store.ts: replaceObserved': 'what a domain publishes itself, with its observation',
  'lab/src/notice/store/contact-store.ts: insertObserved': 'the same, in a state that computes a wave again',
  'lab/src/review/store/hold-store.ts: insertFoundHolds':
    'what projecting found, in a state that computes a wave again',
  'lab/src/review/store/hold-store.ts: replaceFound': 'what projecting found, until a person decides about it',
};

const WRITE = new RegExp(
  `(?:insertInto|updateTable|deleteFrom)\\(\\s*'(?:${TABLES.join('|')})'|insertRows\\(\\s*'(?:${TABLES.join('|')})'|writeFact\\(\\s*\\w+,\\s*'accepted'`,
);

const sources = readTexts().filter(isSource).map(withoutComments);

/** Top-level functions of a file: name, parameters and body. */
function listFunctions({ text }: TreeFile): readonly { readonly name: string; readonly text: string }[] {
  return `\n${text}`
    .split(/^(?=(?:export )?(?:async )?function )/m)
    .slice(1)
    .map((part) => ({ name: /function (\w+)/.exec(part)?.[1] ?? '', text: part }));
}

/** `path: function` of each function that writes such rows and takes no `Deciding`. */
function findUndecided(files: readonly TreeFile[]): readonly string[] {
  return files
    .filter(({ path }) => !path.startsWith('lab/src/adapters/store/migrations/'))
    .flatMap((file) => {
      const functions = listFunctions(file);
      const outside = `\n${file.text}`.split(/^(?=(?:export )?(?:async )?function )/m)[0] ?? '';
      return [...functions, { name: '(no function)', text: outside }]
        .filter(({ text }) => WRITE.test(text) && !/\bDeciding\b/.test(text.slice(0, text.indexOf('{\n') + 1)))
        .map(({ name }) => `${file.path}: ${name}`);
    });
}

test('rows that change what parties are told are written by decisions alone', () => {
  expect(TABLES.length).toBeGreaterThan(5);
  expect([...findUndecided(sources)].sort()).toEqual(Object.keys(NO_DECISION).sort());
});

test('only `decide` makes the token of a decision', () => {
  const makers = sources.filter(({ text }) => /\bas Deciding\b/.test(text)).map(({ path }) => path);
  expect(makers).toEqual(['lab/src/ledger/decision/decide.ts']);
});

test('the rule finds a function that writes such a row outside of a decision, and ignores one inside', () => {
  const path = 'lab/src/notice/store/a.ts';
  const write = "await store.db.insertInto('notice_hold').values({}).execute();\n}\n";
  const outside = `export async function add(store: Store): Promise<void> {\n${write}`;
  const inside = `export async function add({ store }: Deciding): Promise<void> {\n${write}`;
  expect(findUndecided([{ path, text: outside }])).toEqual([`${path}: add`]);
  expect(findUndecided([{ path, text: inside }])).toEqual([]);
  const other = outside.replace('notice_hold', 'notice_gate');
  expect(findUndecided([{ path, text: other }])).toEqual([]);
});
