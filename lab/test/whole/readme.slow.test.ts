import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCli } from '../apps/cli-process.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'candor-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * A page shows what a command prints as `$ candor …` and lines of it; `…` on a line of its own stands for lines that
 * are left out.
 */
const SCREEN = /^```\n\$ candor ([^\n]+)\n([\s\S]*?)^```$/gm;
const LEFT_OUT = '…';

function readScreens(page: string): readonly { readonly command: string; readonly shown: readonly string[] }[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(SCREEN)].map(([, command = '', shown = '']) => ({
    command,
    shown: shown.trimEnd().split('\n'),
  }));
}

/** What was left out is filled in from the real output, so that a difference shows the line. */
function fillIn(shown: readonly string[], real: readonly string[]): readonly string[] {
  const filled: string[] = [];
  for (const [at, line] of shown.entries()) {
    if (line !== LEFT_OUT) filled.push(line);
    else {
      const next = shown[at + 1];
      const end = next === undefined ? real.length : real.indexOf(next, filled.length);
      filled.push(...real.slice(filled.length, end === -1 ? filled.length : end));
    }
  }
  return filled;
}

const pages = ['README.md', 'docs/guide/first-look.md'];

test.each(pages)("every screen of %s matches the command's output", async (page) => {
  const screens = readScreens(page);
  expect(screens.map(({ command }) => command)[0]).toBe('start');
  for (const { command, shown } of screens) {
    const { code, stdout } = await runCli(command.split(' '), { cwd: folder });
    const real = stdout.trimEnd().split('\n');
    expect([command, code, fillIn(shown, real)]).toEqual([command, 0, real]);
  }
});

test('README shows one incident in five commands; the guide shows the complete first screen', () => {
  expect(readScreens('README.md')).toHaveLength(5);
  expect(readScreens('docs/guide/first-look.md').flatMap(({ shown }) => shown)).not.toContain(LEFT_OUT);
});
