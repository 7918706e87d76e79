import { expect, test, vi } from 'vitest';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { openScreen } from '../../../src/apps/cli/show/screen.ts';

/** What the terminal gets for these words. */
async function readError(...words: readonly string[]): Promise<string> {
  let text = '';
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  try {
    const program = await loadProgram(openScreen(process.stdout, {}), words[0]);
    await expect(program.parseAsync(['node', 'candor', ...words])).rejects.toThrow();
  } finally {
    write.mockRestore();
  }
  return text;
}

test.each([
  [['\u001b[2Jwipe'], "unknown command '[U+001B][2Jwipe'"],
  [['a\nDone.'], "unknown command 'a[U+000A]Done.'"],
  [['notice', '\u009b2J\u202e'], "unknown command '[U+009B]2J[U+202E]'"],
  [['status', '--\u001b]0;x\u0007'], "unknown option '--[U+001B]]0;x[U+0007]'"],
])('quotes typed text without terminal controls: %j', async (words, quoted) => {
  const text = await readError(...words);
  expect(text).toContain(`${quoted}\n`);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});

test('a suggestion keeps its line', async () => {
  expect(await readError('statu')).toContain("unknown command 'statu'\n(Did you mean status?)\n");
});
