import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice, Hint } from '@candor/core/base';
import { readIncident } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import { refusedWords, warnedWords } from './incident-file-words.ts';

const CORPUS = join(import.meta.dirname, '../../../corpus/incident-files');
const list = (folder: string) => readdirSync(join(CORPUS, folder)).filter((name) => name.endsWith('.yaml'));
/** Bytes that are no UTF-8 never reach the reader of the text: who opens the file refuses them. */
const bytesRefused = ['not-utf8.yaml'];

describe('every incident file of the corpus', () => {
  test.each(list('accepted'))('accepts %s', (name) => {
    const { incident, refusals, warnings } = readIncident(readFileSync(join(CORPUS, 'accepted', name), 'utf8'), name);
    expect(refusals).toEqual([]);
    expect(incident).not.toBeNull();
    expect(warnings.map(({ place, text }) => `${place}: ${text}`)).toEqual(warnedWords[name] ?? []);
  });

  test.each(list('refused').filter((name) => !bytesRefused.includes(name)))('refuses %s with these words', (name) => {
    const { incident, refusals } = readIncident(readFileSync(join(CORPUS, 'refused', name), 'utf8'), name);
    expect(incident).toBeNull();
    expect(refusals).toEqual(refusedWords[name]);
  });
});

test('a name with a shell command is quoted where a refusal shows what to type', () => {
  const file = [
    'incident: quay',
    'organization: { name: Quay, domains: [quay.example] }',
    'window: { start: 2024-01-01T00:00:00Z, contained: 2024-01-02T00:00:00Z }',
    'mailboxes:',
    '  - { custodian: ann, address: ann@quay.example, evidence: ann.mbox }',
    'operators:',
    '  - { name: "Ann $(id) `candor run x`", key: short }',
    '',
  ].join('\n');
  const { refusals, advice } = readIncident(file, 'incident.yaml');
  const key = refusals.findIndex((sentence) => sentence.includes('is not a public key'));
  expect(refusals[key]).toContain("`candor operator add 'Ann $(id) `candor run x`' --key FILE` prints one");
  const said = advice[key];
  const commands = said instanceof Advice ? said.parts.filter((part) => part instanceof Hint) : [];
  expect(commands.map(({ operation }) => operation)).toEqual(['operator.add']);
});
