import { countDataSubjects, toDataSubjectFigure, toHeaderParts } from '@candor/core/impact';
import { expect, test } from 'vitest';

const own = { least: 3, most: 1219 };
const outside = { least: 13, most: 99 };

test('employees and persons named in texts are data subjects, not only outside correspondents', () => {
  expect(countDataSubjects({ own, outside, texts: null }).value.all).toEqual({ least: 16, most: 1318 });
  expect(countDataSubjects({ own, outside, texts: { least: 24, most: 114 } }).value.all).toEqual({
    ...{ least: 24, most: 1432 },
  });
});

test('the most is never below the least', () => {
  const none = { least: 0, most: 0 };
  expect(countDataSubjects({ own: { least: 2, most: 1 }, outside: none, texts: none }).value.all).toEqual({
    ...{ least: 2, most: 2 },
  });
});

test('the figure has each part, and says where texts are not among them', () => {
  const headers = toDataSubjectFigure(countDataSubjects({ own, outside, texts: null }));
  expect(headers.formula).toContain('only named in texts are not among them');
  expect(toHeaderParts([{ name: 'natural-persons', ...headers }])).toEqual({ own, outside });
  expect(toHeaderParts([])).toBeNull();
  expect(toHeaderParts([{ name: 'natural-persons', value: { least: 1, most: 9 } }])).toEqual({
    ...{ own: { least: 0, most: 0 }, outside: { least: 1, most: 9 } },
  });
});
