import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SentNoticeLine, writeSentNotices } from '../../src/commands/notice/export-sent-notices.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const line: SentNoticeLine = {
  ...{ wave: 1, notice: 1, party: 'partner.test', name: '\u009b2JPartner\u202e\u2028', kind: 'first', language: 'en' },
  ...{ exposure: 1, messages: 2, undetermined: 0, secrets: null, issued: '2001-10-21', notice_state: 'approved' },
  ...{
    contact: 'a@partner.test',
    rung: 'imported',
    purpose: 'first',
    delivery_state: 'accepted',
    changed: '',
    reason: '',
    outcome: 'sent',
    bounces_read: '',
  },
};

test.each(['told.json', 'told.csv'])('%s contains nothing that a terminal obeys, and loses nothing', (name) => {
  const path = join(makeTemporaryFolder(), name);
  writeSentNotices([line], path);
  const text = readFileSync(path, 'utf8');
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  if (name.endsWith('.json')) expect(JSON.parse(text)).toEqual([line]);
  else expect(text).toContain('[U+009B]2JPartner[U+202E][U+2028]');
});
