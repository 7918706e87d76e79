import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectFindings, type FindingKind } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

// Each file has texts between lines of `===`. `⟦…⟧` marks what must be found, and nothing else may be; lines that begin
// with `# ` say where a form is documented. `¦` parts what a scanner of repositories would take for a real key.
const SECRETS: readonly FindingKind[] = ['credential', 'access-code', 'secret-key'];
/** The border between the kinds of secrets is a matter of taste. */
const toKinds = (file: string): readonly string[] => (file === 'secrets' ? SECRETS : [file]);

interface Case {
  readonly text: string;
  readonly values: readonly string[];
}

function readCases(path: string): readonly Case[] {
  const blocks = readFileSync(path, 'utf8')
    .replaceAll('¦', '')
    .split(/^===\n/m);
  return blocks.map((block) => {
    const marked = block.replace(/^(?:# .*\n)+/, '').trimEnd();
    return {
      text: marked.replace(/[⟦⟧]/g, ''),
      values: [...marked.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1] ?? ''),
    };
  });
}

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));

describe.each(files.map((name) => name.slice(0, -4)))('cases of %s', (file) => {
  const kinds = toKinds(file);
  test.each(readCases(join(import.meta.dirname, `${file}.txt`)))('$text', ({ text, values }) => {
    const found = detectFindings(text, { sensitive: true }).filter(
      ({ kind, confidence }) => kinds.includes(kind) && confidence !== 'weak',
    );
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(values);
  });
});
