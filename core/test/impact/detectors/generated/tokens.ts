import { detectFindings } from '@candor/core/impact/detectors';
import { createNumbers } from '../../../mutation.ts';
import { tokenFormats } from './token-formats.ts';

const EACH = 10;
const next = createNumbers(20020114);

/** Ten tokens of each format. */
export const tokens = tokenFormats.flatMap(({ name, make }) =>
  Array.from({ length: EACH }, () => ({ name, text: make(next) })),
);

export function isFound({ text }: (typeof tokens)[number]): boolean {
  return detectFindings(`Hello,\n\n${text}\n\nRegards\n`).some(({ confidence }) => confidence !== 'weak');
}
