import { detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';

const SIZE = 10_000;

test.each([
  'password ',
  'password is\n',
  'code for the door ',
  'code 1234\n',
  'p: ',
  'u: bob p: x\n',
  'heroku_key ',
  '1234 ',
  '1234567890123\n',
  'use x as ',
  'born 1.',
  'http://a:',
  'x',
  'user password\n',
  'user password\nbob x1y2\n',
  'user password\n\n',
  'user ids and passwords:\n',
  'user ids/passwords:\nbob/x1y2\n',
  'user ids and passwords:\n\n\n\n',
  'Site passwords\n\nBay  bob  x1y2\n',
  'passport 1\n',
  'Name,DOB\n',
  'User\tDOB\tPassword\n"a,b"\t14.03.1961\tx1y2\n',
  'dob,""',
  'aaaaaaaaaaaaaaaaaaaa.',
  '> ',
  '-----BEGIN PRIVATE KEY-----\n',
  '-----BEGIN OpenVPN Static key V1-----\n',
  'recovery codes:\n12345678\n',
  'seed phrase: tide rope ',
  'setup key: abcd ',
  'http://a.test/reset/a1b2c3d4e5f6g7h8 ',
  'http://a.test/?token=a1b2&',
  'first pet? Kuno ',
  'opens with x1y2z3 ',
  'docker login -p ',
])('work is linear in the length of a text of %j', async (piece) => {
  const find = (size: number) => detectFindings(piece.repeat(Math.ceil(size / piece.length)), { sensitive: true });
  expect(await measureGrowth(find, SIZE)).toBeLessThan(MOST_GROWTH);
});
