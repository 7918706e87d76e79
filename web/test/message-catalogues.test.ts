import { expect, test } from 'vitest';
import { compile } from '../../tools/web/message-catalogues.ts';

const plural = '{n, plural, one {# file} other {# files}}';

test('the build compiles the plurals of a catalogue, and keeps everything else', () => {
  expect(compile({ title: 'Files', of: 2, steps: ['Open {name}'], files: { forms: plural } }, 'en')).toEqual({
    title: 'Files',
    of: 2,
    steps: ['Open {name}'],
    files: { forms: { kind: 'plural', by: 'n', forms: { one: '{n} file', other: '{n} files' } } },
  });
});

test('the build refuses a plural that a page would show as it is, and a number without forms', () => {
  expect(() => compile({ files: plural }, 'en')).toThrow('en.files is not below "forms"');
  expect(() => compile({ files: { forms: '{n} files' } }, 'en')).toThrow('en.files.forms chooses no form');
  expect(() => compile({ files: 'Open {name' }, 'en')).toThrow();
});
