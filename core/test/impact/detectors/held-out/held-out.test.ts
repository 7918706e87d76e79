import { detectFindings, type Finding } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { asked } from './asked.ts';
import { desk } from './desk.ts';
import { longer } from './longer.ts';
import { nothing } from './nothing.ts';
import { spoken } from './spoken.ts';
import { terse } from './terse.ts';
import { today } from './today.ts';

const SECRETS = new Set(['credential', 'access-code', 'secret-key']);

interface Marked {
  readonly text: string;
  readonly values: readonly (readonly [number, number])[];
}

function read(marked: string): Marked {
  const values: (readonly [number, number])[] = [];
  let text = '';
  for (const piece of marked.split(/(⟦[^⟧]*⟧)/)) {
    const isValue = piece.startsWith('⟦');
    if (isValue) values.push([text.length, text.length + piece.length - 2]);
    text += isValue ? piece.slice(1, -1) : piece;
  }
  return { text, values };
}

function overlaps([start, end]: readonly [number, number], finding: Finding): boolean {
  const both = Math.min(end, finding.end) - Math.max(start, finding.start);
  return both > 0 && both * 2 >= Math.max(end - start, finding.end - finding.start);
}

function measure(texts: readonly string[]): {
  readonly wanted: number;
  readonly found: number;
  readonly wrong: number;
} {
  let [wanted, found, wrong] = [0, 0, 0];
  for (const { text, values } of texts.map(read)) {
    const findings = detectFindings(text).filter(({ kind, confidence }) => SECRETS.has(kind) && confidence !== 'weak');
    wanted += values.length;
    found += values.filter((value) => findings.some((finding) => overlaps(value, finding))).length;
    wrong += findings.filter((finding) => !values.some((value) => overlaps(value, finding))).length;
  }
  return { wanted, found, wrong };
}

// Written by someone who thought of how people write, not of the rules. Before the rules learned from them: 114 of 151
// of the desks, 44 of 72 of today, 2 wrong; 91 of 151 of the spoken, 2 wrong; 69 of 95 of the longer ones, 4 wrong;
// 70 of 109 of the terse ones, none wrong; 56 of 81 of those asked for, 1 wrong.
test.each([
  ['desks around 2000', desk, 0.95],
  ['today, in four languages', today, 0.95],
  ['as people speak', spoken, 0.95],
  ['longer ones', longer, 0.9],
  ['terse ones', terse, 0.95],
  ['asked and answered', asked, 0.88],
  ['what holds none', nothing, 0.95],
] as const)('texts written independently of the rules: %s', (name, texts, share) => {
  const { wanted, found, wrong } = measure(texts);
  process.stdout.write(`${name}: ${found} of ${wanted} found, ${wrong} wrong, ${texts.length} texts\n`);
  expect(found).toBeGreaterThanOrEqual(wanted * share);
  expect(wrong).toBeLessThanOrEqual(wanted * 0.03);
});
