import type { Seeded } from '../../../corpus/generate/seeded.ts';

/** Makes a mail of about so many units. */
export type Make = (random: Seeded, units: number) => Buffer;

export const HEAD =
  'From: a@unknown.example\r\nTo: bounce@harbor.example\r\nSubject: a\r\nDate: Mon, 22 Oct 2001 08:00:00 +0000\r\n';
export const letter = (fields: string, body: string): Buffer => Buffer.from(`${HEAD}${fields}\r\n\r\n${body}`);
export const oneLine = (text: string): string => text.replace(/[\r\n\0]/g, ' ');
