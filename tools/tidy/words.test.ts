import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findLines, listFiles, readTexts, root } from './tree.ts';

/** These files spell out what they look for. */
const texts = readTexts().filter((file) => !file.path.startsWith('tools/tidy/'));

test('no file names a registry host, including the lock', () => {
  const hosts = /registry\.(npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github\.com|\bpypi\.org|artifactory/i;
  const lock = { path: 'package-lock.json', text: readFileSync(join(root, 'package-lock.json'), 'utf8') };
  expect(findLines([...texts, lock], hosts)).toEqual([]);
  expect(findLines([lock], /"resolved":\s*"[a-z+]+:/)).toEqual([]);
});

test('no file contains a path of a particular machine', () => {
  expect(findLines(texts, /(?:^|[\s'"`(=:])\/(?:(?:work|home|root|Users)\/|tmp\/[a-z0-9])/)).toEqual([]);
  expect(findLines(texts, /\b[A-Z]:\\Users\\/)).toEqual([]);
});

test('the project does not describe how it was written', () => {
  // How, by whom and in what steps the code was written is nobody's concern who reads it.
  const making =
    /\b(?:as an? (?:AI|language model)|LLM|ChatGPT|Claude|Copilot|Codex|Anthropic|OpenAI|sub-?agents?|prompt engineering|(?:this|the|last|previous|next) (?:issue|task)(?: asks| says| brief|'s)|issue #?\d+|hidden (?:test|incident)s?|acceptance (?:line|criteri))/i;
  expect(findLines(texts, making)).toEqual([]);
});

test('the licence is in the root and named everywhere', () => {
  expect(existsSync(join(root, 'LICENSE'))).toBe(true);
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('Apache License');
  const packages = listFiles().filter((path) => /(^|\/)package\.json$/.test(path) && !path.startsWith('corpus/'));
  for (const path of packages) expect(JSON.parse(readFileSync(join(root, path), 'utf8')).license).toBe('Apache-2.0');
});

test('email and web addresses in code and tests use reserved names', () => {
  const judged = texts.filter((file) => /\.(ts|mjs|yaml|jsonl|csv|eml)$/.test(file.path));
  const address = /[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi;
  const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|lan|internal|onion)$/i;
  // Hosts that the rules themselves are about can only be tested by their own names.
  const subjects = ['shared-hosts', 'shared-domains', 'list-hosts', 'consumer-domains'].flatMap((name) =>
    [...readFileSync(join(root, 'reference', `${name}.txt`), 'utf8').matchAll(/^[a-z0-9.-]+/gm)].map(
      (match) => match[0],
    ),
  );
  const isSubject = (host: string): boolean => subjects.some((name) => host === name || host.endsWith(`.${name}`));
  const found = judged.flatMap((file) =>
    [...file.text.matchAll(address)]
      .filter(([, host = '']) => !reserved.test(host) && !isSubject(host.toLowerCase()))
      .map(([text]) => `${file.path}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('no English text has the same word twice in a row', () => {
  const foreign = /(?:^|\/)(?:de|fr|es)(?:\/|\.(?:ts|json)$)|\.(?:de|fr|es)\.md$|^docs\/legal-sentences/;
  const english = texts.filter(({ path }) => /^(?:core|lab|portal|web)\/src\/|\.md$/.test(path) && !foreign.test(path));
  // An option may be named as its value: `--site site/`.
  expect(findLines(english, /(?<![-./\w])([a-z]{2,}) \1(?![-./\w])/)).toEqual([]);
});
