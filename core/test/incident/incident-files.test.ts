import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
