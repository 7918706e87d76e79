import { expect, test } from 'vitest';
import { isCode, isSource, readTexts, type TreeFile, withoutComments } from './tree.ts';

/**
 * Words that names of the code had in a private sense: what is said instead, and how often sources of the product may
 * still have the word in a name that is not exported. That number only falls. Everyday English may use the words, so
 * comments and texts are not judged here.
 */
const RETIRED: readonly (readonly [word: RegExp, instead: string, uses: number])[] = [
  [/^heirs?$/, 'successor', 0],
  [/^flaw(?:s|ed)?$/, 'error code, defect', 500],
  [/^told$/, 'notified, notice sent', 223],
  [/^tellings?$/, 'sent notice', 60],
  [/^takers?$/, 'consumer, handler', 35],
  [/^standing$/, 'authorization, status', 245],
  [/^surroundings$/, 'context, dependencies', 45],
];
/** What `take` did to evidence, requests and inboxes is import, fetch or process; bytes and locks are taken. */
const TAKE = /^take(?!$|s|n|Slice$|ProcessLock$)/;
/** Exported before the words were retired. */
const STILL_EXPORTED = new Set(
  'ChainStanding MailFlaw MailFlawKind ToldParties UnreadFlaw findEncodedFlaw findMailFlaw findStanding toMailFlaw'.split(
    ' ',
  ),
);

const TEXTS = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;

function hasWord(name: string, word: RegExp): boolean {
  const words = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split('_');
  return words.some((each) => word.test(each));
}

function findRetiredExports(files: readonly TreeFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(EXPORTED)]
      .map(([, name = '']) => name)
      .filter((name) => !STILL_EXPORTED.has(name))
      .flatMap((name) => [
        ...(TAKE.test(name) ? [`${path}: ${name} (import, fetch, process)`] : []),
        ...RETIRED.filter(([word]) => hasWord(name, word)).map(([, instead]) => `${path}: ${name} (${instead})`),
      ]),
  );
}

function listNames(file: TreeFile): readonly string[] {
  return (
    withoutComments(file)
      .text.replaceAll(TEXTS, "''")
      .match(/[A-Za-z_]\w*/g) ?? []
  );
}

test('no exported name has a retired word', () => {
  const judged = readTexts().filter((file) => isSource(file) || (isCode(file) && file.path.startsWith('tools/')));
  expect(judged.length).toBeGreaterThan(1000);
  expect(findRetiredExports(judged)).toEqual([]);
});

test('local names do not use a retired word more often than before', () => {
  const uses = new Map<string, number>();
  for (const name of readTexts().filter(isSource).flatMap(listNames)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const count = (word: RegExp): number =>
    [...uses].reduce((sum, [name, times]) => sum + (hasWord(name, word) ? times : 0), 0);
  const over = RETIRED.map(([word, instead, most]) => ({ word, instead, most, found: count(word) }));
  expect(over.filter(({ found, most }) => found > most)).toEqual([]);
});

test('finds a retired word in a name, and ignores texts and longer words', () => {
  const text = "export const findHeirs = 1;\nexport function takeInbox() {}\nexport const takeSlice = 'two heirs';";
  expect(findRetiredExports([{ path: 'a.ts', text }])).toEqual([
    'a.ts: findHeirs (successor)',
    'a.ts: takeInbox (import, fetch, process)',
  ]);
  const local = "// The heir.\nconst heir = 'heir'; // heir\nconst theirs = [knownHeirs, MAIN_HEIR];";
  const names = listNames({ path: 'a.ts', text: local });
  expect(names.filter((name) => hasWord(name, /^heirs?$/))).toEqual(['heir', 'knownHeirs', 'MAIN_HEIR']);
});
