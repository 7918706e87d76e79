import { readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { withLines } from './fictional-incident.ts';

test.each([
  ['mail', 'mail'],
  ['./mail', 'mail'],
  ['mail/', 'mail'],
  ['mail//x///y', 'mail/x/y'],
  ['mail/./x', 'mail/x'],
  ['mail/x/../y', 'mail/y'],
  ['mail/x/../../y', 'y'],
  ['../mail', '../mail'],
  ['../../a/../b', '../../b'],
  ['x/../../y', '../y'],
  ['.', '.'],
  ['x/..', '.'],
  ['/mail/x/', '/mail/x'],
  ['/../mail', '/mail'],
  ['mail/..x', 'mail/..x'],
  ['Boîte de réception.mbox', 'Boîte de réception.mbox'],
])('%s gives the path %s', (written, path) => {
  const text = withLines({ 10: `    evidence: "${written}"` });
  expect(readIncident(text, 'x').incident?.mailboxes[0]?.evidence).toBe(path);
});
