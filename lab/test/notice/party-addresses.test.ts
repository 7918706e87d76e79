import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PartyAddresses } from '../../src/commands/notice/party-addresses.ts';
import { addMail, know, openLampDesk } from './lamp-desk.ts';

test("lists a party's affected addresses with their messages, and only counts blind recipients", async () => {
  const desk = await openLampDesk('jo@acme.example', 'jo@acme.example', 'ed@acme.example', 'al@lamp.example');
  addMail(desk, 4, 'al@lamp.example', 'Bcc: spy@acme.example\n');
  know(desk, 'acme.example,org-acme,organization,Acme,');
  await desk.run();
  const file = join(desk.folder, 'addresses.csv');
  const type = (...words: readonly string[]) =>
    desk.type('party', 'addresses', 'acme.example', ...words, '--state', desk.state);
  const found = JSON.parse((await type('--json')).text) as PartyAddresses;
  expect(found).toEqual({
    party: 'org-acme',
    name: 'Acme',
    listed: [
      { address: 'jo@acme.example', messages: 2 },
      { address: 'ed@acme.example', messages: 1 },
    ],
    total: 3,
    unlisted: 1,
    file: null,
  });
  const { text } = await type('--out', file);
  expect(text).toContain('Acme: 3 addresses of its own in affected messages');
  expect(text).toContain('1 address is counted but not listed: only held, withheld, blind or quiet mail.');
  expect(text).not.toContain('spy@');
  expect(readFileSync(file, 'utf8')).toBe('address,messages\njo@acme.example,2\ned@acme.example,1\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await desk.type('party', 'addresses', 'nobody.example', '--state', desk.state)).toMatchObject({
    code: 'unknown-party',
  });
});
