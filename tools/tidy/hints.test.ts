import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { loadProgram } from '../../lab/src/apps/cli/load-program.ts';
import { openScreen } from '../../lab/src/apps/cli/show/screen.ts';
import { listCodeTexts } from './code-texts.ts';
import { isSource, readTexts } from './tree.ts';

/** Keys and signatures are made of these words: a change would lose what they keep. */
const KEYS = /\bcandor (?:findings key name|[a-z ]+ v1)/;
const HINT = /\bhint\(\s*'(?<name>[^']+)'(?<rest>[^`]*?)\)(?:\}|\.command|[,;)])/g;
const OPTION = /(?:\{ |, )(?<option>[a-zA-Z]+)(?=:| \}|,)/g;

const code = readTexts().filter((file) => isSource(file) && /^(?:core|lab)\/src\//.test(file.path));
const program = await loadProgram(openScreen(process.stdout, {}), undefined);
const groups = program.commands.map((command) => command.name()).join('|');

test('only the command line spells commands of Candor', () => {
  const spelled = new RegExp(`\\bcandor (?:${groups})\\b`);
  const found = code
    .filter(({ path }) => !path.startsWith('lab/src/apps/') && !path.startsWith('core/src/contract/operations/'))
    .flatMap(({ path, text }) => listCodeTexts(text).map((said) => `${path}: ${said}`))
    .filter((said) => spelled.test(said) && !KEYS.test(said));
  expect(found).toEqual([]);
});

test('every hint is a command that exists, with options that it has', () => {
  const hints = code.flatMap(({ path, text }) =>
    [...text.matchAll(HINT)].map(({ groups: { name = '', rest = '' } = {} }) => ({ path, name, rest })),
  );
  expect(hints.length).toBeGreaterThan(100);
  const wrong = hints.flatMap(({ path, name, rest }) => {
    const command = find(program, name.split('.'));
    if (command === null) return [`${path}: ${name} is no command`];
    const braces = /\{ .* \}/s.exec(rest)?.[0] ?? '';
    const given = [...braces.matchAll(OPTION)].map(({ groups: { option = '' } = {} }) => option);
    const known = ['help', ...command.options.map((option) => option.attributeName())];
    return given.filter((option) => !known.includes(option)).map((option) => `${path}: ${name} has no ${option}`);
  });
  expect(wrong).toEqual([]);
});

function find(command: Command, [word, ...more]: readonly string[]): Command | null {
  if (word === undefined) return command;
  const below = command.commands.find((one) => one.name() === word);
  return below === undefined ? null : find(below, more);
}
