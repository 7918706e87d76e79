import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { loadProgram } from '../../lab/src/apps/cli/load-program.ts';
import { openScreen } from '../../lab/src/apps/cli/show/screen.ts';
import { listCodeTexts } from './code-texts.ts';
import { isSource, readTexts } from './tree.ts';

/** Keys are made of these words: a change would lose what they keep. */
const KEYS = ['candor findings key name'];
const HINT = /\bhint\(\s*'(?<name>[^']+)'(?<rest>[^`]*?)\)(?:\}|\.command|[,;)])/g;
const OPTION = /(?:\{ |, )(?<option>[a-zA-Z]+)(?=:| \}|,)/g;

const lab = readTexts().filter((file) => isSource(file) && file.path.startsWith('lab/src/'));
const program = await loadProgram(openScreen(process.stdout, {}), undefined);
const groups = program.commands.map((command) => command.name()).join('|');

test('only the command line spells commands of Candor', () => {
  const spelled = new RegExp(`\\bcandor (?:${groups})\\b`);
  const found = lab
    .filter(({ path }) => !path.startsWith('lab/src/apps/'))
    .flatMap(({ path, text }) => listCodeTexts(text).map((said) => `${path}: ${said}`))
    .filter((said) => spelled.test(said) && !KEYS.some((key) => said.includes(key)));
  expect(found).toEqual([]);
});

test('every hint is a command that exists, with options that it has', () => {
  const hints = lab.flatMap(({ path, text }) =>
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
