import { describe, expect, it } from 'vitest';
import { readFromLineTime } from '../../../../src/evidence/message/mbox/from-line.ts';

const NOON = Date.UTC(2001, 8, 10, 12) / 1000;

describe('the time of a From_ line', () => {
  it.each([
    'From ann@harbor.example Mon Sep 10 12:00:00 2001',
    'From ann@harbor.example  Mon Sep 10 12:00:00 PDT 2001',
    'From ann@harbor.example Mon Sep 10 12:00:00 -0700 2001',
    'From ann@harbor.example Mon Sep 10 12:00:00 2001 -0700',
    'From ann@harbor.example Mon Sep 10 12:00:00 GMT+0200 2001',
    'From ann@harbor.example Mon Sep 10 12:00:00 (CEST) +0200 2001',
    'From 1234@xxx Mon Sep 10 12:00:00 +0000 2001',
    'From - Mon Sep 10 12:00:00 2001',
    'From ann@harbor.example Mon, 10 Sep 2001 12:00:00 -0700',
  ])('is UTC, whatever its zone words: %s', (line) => {
    expect(readFromLineTime(line)).toBe(NOON);
  });

  it.each([
    'From MAILER-DAEMON Mon Sep 10 12:00:00 2001',
    'From mailer-daemon Mon Sep 10 12:00:00 PDT 2001',
    'From ann@harbor.example Thu Jan  1 00:00:00 1970',
    'From ann@harbor.example',
    'From ann@harbor.example Mon Sep 41 12:00:00 2001',
  ])('is null: %s', (line) => {
    expect(readFromLineTime(line)).toBe(null);
  });

  it('counts where MAILER-DAEMON is only part of the address', () => {
    expect(readFromLineTime('From MAILER-DAEMON@harbor.example Mon Sep 10 12:00:00 2001')).toBe(NOON);
  });
});
