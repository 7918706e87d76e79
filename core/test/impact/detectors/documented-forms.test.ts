import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { SECRET_LINES } from '../../../src/impact/detectors/line-formats/secret-lines.ts';
import { TOKEN_FORMATS } from '../../../src/impact/detectors/token-formats/token-formats.ts';

const find = (text: string): readonly string[] =>
  detectFindings(text).map(({ detector, confidence, value }) => `${detector} ${confidence} ${value}`);

test.each(TOKEN_FORMATS)('the example of $name is found', ({ name, confidence, source, example }) => {
  expect(source).toMatch(/^https:\/\//);
  expect(find(`The key: ${example}\n`)).toContain(`secret-key-${name} ${confidence} ${example}`);
});

test.each(SECRET_LINES)('the example of $name is found', ({ kind, source, example: [text, value] }) => {
  expect(source).toMatch(/^https:\/\//);
  const found = detectFindings(text).filter(({ confidence }) => confidence !== 'weak');
  expect(found.map((each) => `${each.kind} ${each.value}`)).toContain(`${kind} ${value}`);
});

test.each(TOKEN_FORMATS)('a cut example of $name is none', ({ name, example }) => {
  expect(find(`The key: ${example.slice(0, 12)}`).filter((each) => each.includes(name))).toEqual([]);
});
