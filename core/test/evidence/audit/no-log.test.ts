import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { bind, readAccess } from './fictional-access.ts';

const causes = (text: string) => readAccess(text).rows.map((row) => (row.state === 'record' ? 'record' : row.cause));

it('lines of a file that is not a log never reach JSON.parse', () => {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    const text = 'dear all,\n2001-09-12 10:00:00 started\nname;amount\n-- end\nfalsehood\n'.repeat(3);
    expect(causes(text)).toEqual(Array.from({ length: 15 }, () => 'not-json'));
    expect(parse).not.toHaveBeenCalled();
  } finally {
    parse.mockRestore();
  }
});

it('any JSON line is distinguished from a line that is not JSON', () => {
  const none = fc.string().filter((text) => !/[{}\n\r]/.test(text) && text.trim() !== '');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json({ maxDepth: 1 }).filter((text) => !text.startsWith('{')),
        none,
      ),
      (line) => {
        let expected: string[];
        try {
          const value: unknown = JSON.parse(line.trim());
          const rows = Array.isArray(value) ? value : [value];
          expected = rows.map((row) => (typeof row === 'string' ? 'not-json' : 'no-id'));
        } catch {
          expected = ['not-json'];
        }
        // Behind a record every line is a row of its own; at the front it would decide what the file is.
        expect(causes(`${JSON.stringify(bind('a'))}\n${line}\n`).slice(1)).toEqual(expected);
      },
    ),
  );
});
