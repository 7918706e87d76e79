import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/base';
import { expect, test } from 'vitest';
import { listTexts } from '../../core/test/base/message/judge-catalogue.ts';
import { toForm } from '../../core/test/notice/text/message-forms.ts';
import { LIMITED, NO_CLAIM, OWNED } from './claims.ts';
import { listCodeTexts } from './code-texts.ts';
import { isSource, listFiles, readTexts, root } from './tree.ts';

/** What people act on, in English: run, status, party, explain, findings, interest, figures, report, notices, watch. */
const SAYING = [
  /^lab\/src\/apps\/cli\/show\/show-(?:run|parties|curation|explain|found|people|interest|watch|deliveries|wave|difference|leads|lead-effect|verification|figures)\.ts$/,
  /^lab\/src\/apps\/cli\/(?:incidents-command|figure-commands|report-commands)\.ts$/,
  /^lab\/src\/commands\/(?:collect-needs|nothing-needed|read-status|run-summary)\.ts$/,
  /^core\/src\/exposure\/explain\/(?:sentence|verdict-words)\.ts$/,
  /^core\/src\/exposure\/verdict\/(?:cleared|arrived-after)\.ts$/,
  /^core\/src\/impact\/(?:to-notify|undecided\/undecided|person-range|figure)\.ts$/,
  /^core\/src\/impact\/findings\/(?:figures|search-claim)\.ts$/,
  /^core\/src\/transparency\/[^/]+\.ts$/,
  /^core\/src\/notice\/delivery\/notified\.ts$/,
  /^core\/src\/notice\/text\/languages\/en\.json$/,
];

const CLAIM = /\b(?:no|none|all|every|only|complete|genuine|searched|masked|sent|notified)\b/i;
const SUBJECT =
  /\b(?:e?mails?|messages?|mailbox(?:es)?|cop(?:y|ies)|part(?:y|ies)|organizations?|people|persons?|findings?|secrets?|deliver(?:y|ies)|notices?|contacts?|texts?|passwords?)\b/i;
const LEAST_WORDS = 3;

/** Sentences, and clauses that stand alone. */
const toSentences = (text: string): readonly string[] => text.split(/(?<=[.:;])\s+/);

const NOTICES = /^core\/src\/notice\/text\/languages\/([a-z]{2})\.json$/;

/** What code says, or a catalogue in each of its forms; a script of many lines is one text. */
function listSaid(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const language = LANGUAGES.find((tag) => tag === NOTICES.exec(path)?.[1]);
  if (language === undefined) return listCodeTexts(text);
  const { callScript, phrases }: Record<string, unknown> = JSON.parse(text);
  const script = listTexts(callScript, '').map(([, line]) => line);
  const forms = listTexts(phrases, '').flatMap(([, message]) => [1, 2].map((n) => toForm(language, message, n)));
  return [...new Set([...forms, script.join('\n')])];
}

function listClaims(): readonly { readonly path: string; readonly sentence: string }[] {
  return listFiles()
    .filter((path) => SAYING.some((pattern) => pattern.test(path)))
    .flatMap((path) =>
      listSaid(path)
        .flatMap(toSentences)
        .filter(
          (sentence) => sentence.split(' ').length >= LEAST_WORDS && CLAIM.test(sentence) && SUBJECT.test(sentence),
        )
        .map((sentence) => ({ path, sentence: sentence.replaceAll('\n', ' ') })),
    );
}

test('a sentence that claims none, all or only comes from an owner or names its limit', () => {
  const known = new Set([OWNED, LIMITED, NO_CLAIM].flatMap((lists) => Object.values(lists).flat()));
  const claims = listClaims();
  expect(claims.length).toBeGreaterThan(50);
  expect(claims.filter(({ sentence }) => !known.has(sentence))).toEqual([]);
});

test('the lists hold no sentence that nobody says', () => {
  const said = new Set(listClaims().map(({ sentence }) => sentence));
  const known = [OWNED, LIMITED, NO_CLAIM].flatMap((lists) => Object.values(lists).flat());
  expect(known.filter((sentence) => !said.has(sentence))).toEqual([]);
});

test('each limited sentence holds the words of its limit, and each owner is one of docs/sentences.md', () => {
  for (const [limit, sentences] of Object.entries(LIMITED))
    for (const sentence of sentences) expect(sentence).toContain(limit);
  const page = readFileSync(join(root, 'docs/sentences.md'), 'utf8');
  for (const owner of Object.keys(OWNED)) expect(page).toContain(`\`${owner}\``);
});

/** Words that their language says twice in a row. */
/** Shell code, and forms of dates. */
const NO_PROSE = ['lab/src/apps/cli/completion.ts', 'core/src/evidence/message/mbox/from-line.ts'];
const TWICE = ['die', 'der', 'das', 'vous', 'nous'];

test('no word stands twice in a row in help, screens and catalogues', () => {
  const twice = /(?<![\p{L}\p{N}'’.-])(\p{L}{2,})(?: \1|(?:: \1){2})(?![\p{L}\p{N}'’-])/u;
  const texts = readTexts()
    .filter((file) => isSource(file) || NOTICES.test(file.path))
    .flatMap(({ path }) => listSaid(path).map((said) => ({ path, said })))
    .filter(({ path, said }) => said.trim().split(/\s+/).length > 2 && !NO_PROSE.includes(path));
  const found = texts.flatMap(({ path, said }) => {
    const [all, word = ''] = twice.exec(said) ?? [];
    return all === undefined || TWICE.includes(word) ? [] : [`${path}: ${all}`];
  });
  expect(texts.length).toBeGreaterThan(3000);
  expect(found).toEqual([]);
});
