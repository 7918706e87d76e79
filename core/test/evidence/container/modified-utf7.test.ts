import { readModifiedUtf7 } from '@candor/core/evidence/container';
import { expect, test } from 'vitest';

test.each([
  ['Sent', 'Sent'],
  ['Entw&APw-rfe', 'Entwürfe'],
  ['&ZeVnLIqe-', '日本語'],
  ['~peter/mail/&U,BTFw-/&ZeVnLIqe-', '~peter/mail/台北/日本語'],
  ['A &- B', 'A & B'],
  ['&2Dzf3w-', '\u{1f3df}'],
])('%s is read as %s', (name, text) => {
  expect(readModifiedUtf7(name)).toBe(text);
});

test.each(['&', '&ZeVnLIqe', '&2Dw-', '&AGE', 'AT&T', '&A-', '&APx-', '&APwA-'])(
  '%s is not a shifted run and stays unchanged',
  (name) => {
    expect(readModifiedUtf7(name)).toBe(name);
  },
);
