import { describe, expect, test } from 'vitest';
import { toReadText } from '../../../src/impact/finding/html-text.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { pdf, readSafely, testMutated } from './mutated-kit.ts';

// More of them in mutated-attachments.more.test.ts.
testMutated(50);

test('reads a PDF in an archive', async () => {
  expect(await readSafely(makeZip([{ name: 'a.pdf', content: pdf }]), 'a.zip')).toEqual({
    text: 'Password: x1y2',
    unread: [],
  });
});

describe('input made to keep a reader busy', () => {
  test('a zip bomb is too large', async () => {
    const bomb = makeZip([{ name: 'a.txt', content: Buffer.alloc(40 * 1024 * 1024, 32) }]);
    expect((await readSafely(bomb, 'a.zip')).unread).toEqual(['too-large']);
  });

  test('many small members are too large together', async () => {
    const content = Buffer.alloc(30 * 1024 * 1024, 32);
    const bomb = makeZip([1, 2, 3, 4].map((at) => ({ name: `${at}.txt`, content })));
    expect((await readSafely(bomb, 'a.zip')).unread).toContain('too-large');
  });

  test('opens archives in archives one level deep', async () => {
    let inner = makeZip([{ name: 'x.txt', content: 'password: x1y2' }]);
    for (let depth = 0; depth < 20; depth += 1) inner = makeZip([{ name: `${depth}.zip`, content: inner }]);
    expect((await readSafely(inner, 'a.zip')).unread).toEqual(['too-deep']);
  });

  test('deep XML ends', async () => {
    const deep = `${'<w:p>'.repeat(200_000)}<w:t>x</w:t>`;
    expect(
      (await readSafely(makeZip([{ name: 'word/document.xml', content: deep }]), 'a.docx')).text.length,
    ).toBeLessThan(9e5);
  });

  test('does not expand entities of a document type', async () => {
    const entities = Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(20)}">`).join('');
    const bomb = `<!DOCTYPE x [<!ENTITY a0 "aaaaaaaa">${entities}]><w:document><w:t>&a20;</w:t></w:document>`;
    expect(
      (await readSafely(makeZip([{ name: 'word/document.xml', content: bomb }]), 'a.docx')).text.length,
    ).toBeLessThan(100);
  });

  test('deep and unclosed HTML ends', () => {
    expect(typeof toReadText(`${'<div><b>'.repeat(20_000)}x`)).toBe('string');
  });

  test('a PDF with circular pages ends', async () => {
    const endless = pdf.toString('latin1').replace('/Kids[3 0 R]', '/Kids[2 0 R]').replace('/Count 1', '/Count 99999');
    expect((await readSafely(Buffer.from(endless, 'latin1'), 'a.pdf')).unread.length).toBeGreaterThan(0);
  });
});
