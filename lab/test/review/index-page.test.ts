import type { IndexedMessage } from '@candor/core/review/seal';
import { expect, test } from 'vitest';
import { toIndexPage } from '../../src/review/opened/write-opened.ts';

test('sender text cannot control the page: each control is shown as an unknown character', () => {
  const indexed = {
    id: 'a'.repeat(64),
    date: null,
    direction: 'to-party',
    verdict: 'accessed',
    why: [],
    subject: 'a\u061cb\u2028c\u2029d\u202ee\u001bf',
    from: [],
    to: [],
    cc: [],
    custodians: [],
    attachments: [],
    marks: [],
  } as unknown as IndexedMessage;
  expect(toIndexPage('Harbor', [{ indexed, file: '1.eml' }])).toContain(
    '>a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f</a>',
  );
});
