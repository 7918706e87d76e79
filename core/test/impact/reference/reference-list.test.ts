import { readReferenceList } from '@candor/core/impact/reference';
import { expect, it } from 'vitest';

it('reads the first word of each line and skips comments and empty lines', () => {
  expect(readReferenceList('\ufeff# comment\nA.example\tits owner\r\n\n  b.example note # c\n#c.example\n')).toEqual([
    'a.example',
    'b.example',
  ]);
});
