import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMAND_GROUPS } from '../../../src/apps/cli/command-groups.ts';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { WrittenOption } from '../../../src/apps/cli/options.ts';
import { openScreen } from '../../../src/apps/cli/show/screen.ts';

const screen = openScreen(process.stdout, {});
const namesOf = (program: Command) => program.commands.map((command) => command.name());
const find = (program: Command, name: string) => program.commands.find((command) => command.name() === name);

test('a command loaded alone, with its group, equals the one among all others', async () => {
  const whole = await loadProgram(screen, undefined);
  for (const { words } of COMMAND_GROUPS) {
    for (const name of words) {
      const alone = await loadProgram(screen, name);
      expect(namesOf(alone)).toEqual(words);
      expect(find(alone, name)?.helpInformation()).toBe(find(whole, name)?.helpInformation());
      expect(find(alone, name)?.helpInformation()).toContain(`candor ${name}`);
    }
  }
});

test('lists commands in the order of the six stages', async () => {
  const groups = (await loadProgram(screen, undefined)).commands.map((command) => command.helpGroup().split(':')[0]);
  const stages = ['Evidence', 'Exposure', 'Impact', 'Notice', 'Review', 'Transparency'];
  expect([...new Set(groups)]).toEqual(['Whole incident', ...stages]);
  // And no stage is left and come back to: help would show it where it began.
  expect(groups).toEqual([...groups].sort((a, b) => stages.indexOf(a ?? '') - stages.indexOf(b ?? '')));
});

/** Options with a file or folder that is read, and never written. */
const READ = [
  /--(?:passphrase-file|checkpoint|proof|openings|findings) /,
  // The state is made by `run` and `start` alone.
  /^(?!(?:run|start) ).*--state /,
  /^(?!operator add |enroll |enquire ).*--key /,
  /^log verify --site /,
  /^notice posted --list /,
  /^leads --logs /,
  /^findings evaluate --mail /,
  /^findings show --second-(?:key|passphrase-file) /,
  /^findings sample --answers /,
  /^audit check --(?:evidence|log) /,
  /^figures verify --site /,
];

test('every option with a file or folder is either kept out of evidence or read-only', async () => {
  const held: string[] = [];
  const visit = (command: Command, words: string): void => {
    for (const option of command.options) {
      const name = `${words}${option.flags}`;
      if (!/<(?:file|dir|folder|path)/.test(option.flags) || name.includes('<file:line>')) continue;
      const isRead = READ.some((one) => one.test(name));
      expect([name, option instanceof WrittenOption]).toEqual([name, !isRead]);
      if (!isRead) held.push(name);
    }
    for (const one of command.commands) visit(one, `${words}${one.name()} `);
  };
  visit(await loadProgram(screen, undefined), '');
  expect(held).toContain('operator add --key <file>');
  expect(held).toContain('log verify --save <file>');
});

test('help and manual name every exit code', async () => {
  const manual = readFileSync(new URL('../../../../docs/guide/operate.md', import.meta.url), 'utf8');
  let help = '';
  const whole = await loadProgram(screen, undefined);
  whole.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  whole.outputHelp();
  for (const code of [0, 1, 2, 3, 130]) {
    expect(help).toMatch(new RegExp(`^ +${code}  \\S`, 'm'));
    expect(manual).toContain(`\n| ${code} | `);
  }
  // Whatever exits with 3 says so here: the manual and the help are where people look.
  const named = help.slice(help.indexOf('    3  '), help.indexOf('  130  ')).replaceAll(/\s+/g, ' ');
  const row = /^\| 3 \|.*$/m.exec(manual)?.[0] ?? '';
  for (const words of Object.values(EXITS_WITH_3).flat()) {
    for (const word of words.split(' ')) expect([words, named]).toEqual([words, expect.stringContaining(word)]);
    for (const word of words.split(' ')) expect([words, row]).toEqual([words, expect.stringContaining(word)]);
  }
});

/** Every file of the command line that has exit code 3, with the commands there, one for each place that sets it. */
const EXITS_WITH_3: Readonly<Record<string, readonly string[]>> = {
  'audit-commands.ts': ['audit'],
  'contact-list-commands.ts': ['contacts import'],
  'decision-commands.ts': ['decisions verify'],
  'delivery-commands.ts': ['notice gate'],
  'evidence-commands.ts': ['evidence verify'],
  'figure-commands.ts': ['figures verify', 'figures verify'],
  'log-commands.ts': ['log verify', 'log fsck'],
  'portal-commands.ts': ['portal pull', 'portal status', 'portal sync'],
  'release-commands.ts': ['release prepare'],
  'review-commands.ts': ['open'],
  'run-commands.ts': ['check --strict', 'run --strict'],
  'site-commands.ts': ['site check', 'verify'],
};

test('every place that exits with 3 belongs to a command that help and manual name', () => {
  const folder = new URL('../../../src/apps/cli/', import.meta.url);
  const found: Record<string, number> = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'command-entry.ts')) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const needing = [...text.matchAll(/\b(?:needs|answers): \(|\b(?:noteNeeds|answering)\(/g)].length;
    if (needing > 0) found[file] = needing;
    for (const [, name] of text.matchAll(/^const (\w+) = 3;$/gm))
      found[file] =
        (found[file] ?? 0) +
        [...text.matchAll(new RegExp(`process\\.exitCode = (?:${name}\\b|toAnswerCode\\(.*, ${name}\\))`, 'g'))].length;
    // None is set past its name.
    expect(text).not.toMatch(/exitCode = \d|process\.exit\(3\)/);
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(EXITS_WITH_3).map(([file, all]) => [file, all.length])));
});

test('any other word loads the whole command line', async () => {
  const whole = COMMAND_GROUPS.flatMap(({ words }) => words);
  expect(new Set(whole).size).toBe(whole.length);
  for (const typed of [undefined, 'runn', '--help', 'help', '--version', '']) {
    expect(namesOf(await loadProgram(screen, typed))).toEqual(whole);
  }
});
