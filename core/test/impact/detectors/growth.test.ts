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
  'passport 1\n',
  'Name,DOB\n',
  'User\tDOB\tPassword\n"a,b"\t14.03.1961\tx1y2\n',
  'dob,""',
  'aaaaaaaaaaaaaaaaaaaa.',
  '> ',
  '-----BEGIN PRIVATE KEY-----\n',
])('work is linear in the length of a text of %j', async (piece) => {
  const find = (size: number) => detectFindings(piece.repeat(Math.ceil(size / piece.length)), { sensitive: true });
  expect(await measureGrowth(find, SIZE)).toBeLessThan(MOST_GROWTH);
});
