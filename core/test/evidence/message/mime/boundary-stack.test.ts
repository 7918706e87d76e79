import { describe, expect, test } from 'vitest';
import { BoundaryStack } from '../../../../src/evidence/message/mime/boundary-stack.ts';

function open(count: number): BoundaryStack {
  const stack = new BoundaryStack();
  for (let at = 0; at < count; at += 1)
    stack.push({ boundary: `part-${at}`, type: 'multipart/mixed', within: null, seen: true });
  return stack;
}

describe('the boundaries of open multiparts', () => {
  test('are each found at any depth of the stack', () => {
    for (const depth of [1, 2, 8, 9, 10, 40]) {
      const stack = open(depth);
      for (let index = 0; index < depth; index += 1) {
        expect(stack.match(`--part-${index}`)).toEqual({ index, closes: false });
        expect(stack.match(`--part-${index}-- \r`)).toEqual({ index, closes: true });
      }
      expect(stack.match(`--part-${depth}`)).toBeNull();
      expect(stack.match('--part-')).toBeNull();
    }
  });

  test('match the innermost of equal ones', () => {
    const stack = open(20);
    stack.push({ boundary: 'part-3', type: 'multipart/mixed', within: null, seen: true });
    expect(stack.match('--part-3')).toEqual({ index: 20, closes: false });
    stack.cut(20);
    expect(stack.match('--part-3')).toEqual({ index: 3, closes: false });
  });

  test('are no boundaries any more once popped or cleared', () => {
    const stack = open(20);
    stack.cut(12);
    expect(stack.match('--part-12')).toBeNull();
    expect(stack.match('--part-11')).toEqual({ index: 11, closes: false });
    expect(stack.match('--part-9')).toEqual({ index: 9, closes: false });
    stack.clear();
    expect(stack.match('--part-0')).toBeNull();
  });
});
