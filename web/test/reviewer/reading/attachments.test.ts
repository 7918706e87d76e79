import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeAttachment } from '../../../src/reviewer/frame/judge-attachment.ts';
import { toSavedName } from '../../../src/reviewer/pages/reading/attachment-list.tsx';

const UNKNOWN = 'application/octet-stream';

test.each([
  ['../../../../etc/passwd', 'passwd.txt'],
  ['..\\..\\Windows\\System32\\run.dll', 'run.dll.txt'],
  ['C:\\Users\\x\\a.exe', 'a.exe.txt'],
  ['/', 'attachment.txt'],
  ['', 'attachment.txt'],
  ['.', 'attachment.txt'],
  ['..', 'attachment.txt'],
  ['...', 'attachment.txt'],
  ['.bashrc', 'bashrc.txt'],
  ['-rf', 'rf.txt'],
  ['~/x', 'x.txt'],
  ['a\u202etxt.exe', 'atxt.exe.txt'],
  ['a\u200b\u2066b\ufeff.pdf', 'ab.pdf.txt'],
  ['a\u0000b\u001b[31m.pdf', 'ab[31m.pdf.txt'],
  ['a\nb\r\nc.pdf', 'abc.pdf.txt'],
  ['invoice.pdf            .exe', 'invoice.pdf.exe.txt'],
  ['CON', 'attachment-CON.txt'],
  ['nul.txt.exe', 'attachment-nul.txt.exe.txt'],
  ['com1.pdf', 'attachment-com1.pdf.txt'],
  ['LPT9', 'attachment-LPT9.txt'],
  ['aux.', 'attachment-aux.txt'],
  ['con .exe', 'attachment-con.exe.txt'],
  ['a.exe. . .', 'a.exe.txt'],
  ['a:b.exe', 'ab.exe.txt'],
  ['file.txt:hidden.exe', 'file.txthidden.exe.txt'],
  ['<script>.html', 'script.html.txt'],
  ['a|b?c*d".js', 'abcd.js.txt'],
  ['$(reboot).sh', '(reboot).sh.txt'],
  ['`id`;x&y.sh', 'idxy.sh.txt'],
  ['%COMSPEC%.bat', 'COMSPEC.bat.txt'],
  ['desktop.ini', 'desktop.ini.txt'],
  ['a／b＼c.exe', 'abc.exe.txt'],
  ['a⁄b∕c.exe', 'abc.exe.txt'],
  ['x'.repeat(4000), `${'x'.repeat(60)}.txt`],
  [`${'y'.repeat(4000)}.pdf`, `${'y'.repeat(60)}.pdf.txt`],
  [`a.${'z'.repeat(4000)}`, `a.${'z'.repeat(58)}.txt`],
  ['\ud800.exe', 'exe.txt'],
  ['cafe\u0301.pdf', 'café.pdf.txt'],
])('saves %j as %s', (name, wanted) => {
  expect(toSavedName(name, UNKNOWN, false)).toBe(wanted);
});

test('a harmless viewable file keeps its extension when its content matches and no intruder sent it', () => {
  expect(toSavedName('photo.jpg', 'image/jpeg', false)).toBe('photo.jpg');
  expect(toSavedName('notes.TXT', 'text/plain', false)).toBe('notes.TXT');
  expect(toSavedName('photo.jpg', 'application/x-msdownload', false)).toBe('photo.jpg.txt');
  expect(toSavedName('photo.png', 'image/jpeg', false)).toBe('photo.png.txt');
  expect(toSavedName('photo.jpg', 'image/jpeg', true)).toBe('photo.jpg.txt');
  expect(toSavedName('table.csv', 'text/plain', false)).toBe('table.csv.txt');
  expect(toSavedName('contract.pdf', 'application/pdf', false)).toBe('contract.pdf.txt');
});

test('for any sender name, the saved name is one short plain name that opens nothing', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('../', '..\\', '\u202e', 'con', '.exe', '.', ' ', '\0', '/', ':', 'nul.', '\u2028'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const name = toSavedName(pieces.join(''), UNKNOWN, false);
      expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}.\-\s][^/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]*\.txt$/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(320);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a.exe', 'application/pdf', 'application/x-msdownload', ['program']],
  ['a.pdf', 'application/pdf', 'application/x-msdownload', ['program', 'mismatch']],
  ['a.pdf', 'application/pdf', 'application/pdf', ['active']],
  ['invoice.pdf.exe', 'application/octet-stream', 'application/x-msdownload', ['program', 'two-endings']],
  ['invoice.pdf.js', 'text/plain', 'text/plain', ['program', 'two-endings']],
  ['a.lnk', 'application/octet-stream', UNKNOWN, ['program']],
  ['a.docx', 'application/octet-stream', 'application/zip', []],
  ['a.docm', 'application/octet-stream', 'application/zip', ['macros']],
  ['a.doc', 'application/msword', 'application/x-ole-storage', ['macros']],
  ['a.zip', 'application/zip', 'application/zip', ['archive']],
  ['a.png', 'image/png', 'image/png', []],
  ['a.png', 'image/png', 'text/html', ['active', 'mismatch']],
  ['a.jpg', 'image/jpeg', 'image/png', ['mismatch']],
  ['a.txt', 'text/plain', 'text/plain', []],
  ['a.htm', 'text/html', 'text/html', ['active']],
  ['a.svg', 'image/svg+xml', 'text/html', ['active']],
  ['a\u202egpj.exe', 'image/jpeg', 'application/x-msdownload', ['program', 'mismatch', 'hidden-name']],
  [
    'photo.jpg     .scr',
    'image/jpeg',
    'application/x-msdownload',
    ['program', 'mismatch', 'hidden-name', 'two-endings'],
  ],
  ['', 'application/octet-stream', UNKNOWN, []],
  ['constructor', '__proto__', 'toString', []],
])('%j, called %s, actually %s: %j', (name, declared, found, warnings) => {
  expect(judgeAttachment({ name, declared, found })).toEqual(warnings);
});
