import { createDraftTest } from '@candor/core/impact/counterparty';
import { expect, it } from 'vitest';

const isDraft = createDraftTest(
  new Map([
    [
      'ada',
      [
        { id: '1', path: '/Entwürfe', type: 'Drafts' },
        { id: '2', path: '/Drafts', type: 'User Created' },
      ],
    ],
  ]),
  (path) => path.toLowerCase().replace(/^\//, ''),
);
const copy = { custodian: 'ada', draft: false, folder: null, labels: null };

it("uses the evidence's draft flag", () => {
  expect(isDraft({ ...copy, draft: true })).toBe(true);
  expect(isDraft(copy)).toBe(false);
});

it('uses the folder of FolderType Drafts, whatever its name, only in that mailbox', () => {
  expect(isDraft({ ...copy, folder: 'entwürfe' })).toBe(true);
  expect(isDraft({ ...copy, folder: 'Drafts' })).toBe(false);
  expect(isDraft({ ...copy, folder: 'Entwürfe/sub' })).toBe(false);
  expect(isDraft({ ...copy, custodian: 'ben', folder: 'entwürfe' })).toBe(false);
});

it('treats any label as a folder', () => {
  expect(isDraft({ ...copy, labels: ['Inbox', 'Entwürfe'] })).toBe(true);
  expect(isDraft({ ...copy, labels: ['Inbox'] })).toBe(false);
});
