import { readShownMessage } from '@candor/core/evidence/message';
import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../../../core/test/growth.ts';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { findSecrets } from '../../../src/reviewer/frame/find-secrets.ts';
import { findMasked, listSecrets, maskText, toMask, toMaskedText } from '../../../src/reviewer/frame/mask.ts';
import { toBodySections } from '../../../src/reviewer/frame/parser/body-sections.ts';
import { readCalendar } from '../../../src/reviewer/frame/parser/calendar.ts';
import { readRaster } from '../../../src/reviewer/frame/parser/inline-pictures.ts';
import { differInWords, findProtections } from '../../../src/reviewer/frame/parser/read-message.ts';
import { RemoteCount } from '../../../src/reviewer/frame/parser/remote-content.ts';
import { isFrameAnswer } from '../../../src/reviewer/frame/protocol.ts';
import { counts, list, oneOf, orNull, record, text, truth, wholeNumber } from '../../../src/reviewer/frame/shape.ts';
import { toRawLines } from '../../../src/reviewer/pages/reading/raw-lines.ts';
import { splitOddCharacters } from '../../../src/reviewer/pages/reading/text-body.tsx';
import { toMail } from './made-mail.ts';

const partsOf = (lines: readonly string[]) => readShownMessage(browserRuntime, toMail(lines)).parts;

test('text of a multipart whose boundary never occurs is in the body, and stays an attachment', () => {
  const parts = partsOf(['Content-Type: multipart/mixed; boundary=absent', '', 'The tide tables.']);
  expect(toBodySections(parts)).toEqual([{ plain: parts, html: [] }]);
  expect(parts.map(({ inline }) => inline)).toEqual([false]);
});

test('forms of one alternative are one section, other parts another; keeps both of repeated forms', () => {
  const sections = toBodySections(
    partsOf([
      'Content-Type: multipart/mixed; boundary=m',
      '',
      '--m',
      'Content-Type: multipart/alternative; boundary=a',
      '',
      '--a',
      '',
      'plain',
      '--a',
      'Content-Type: multipart/related; boundary=r',
      '',
      '--r',
      'Content-Type: text/html',
      '',
      'first',
      '--r--',
      '--a',
      'Content-Type: text/html',
      '',
      'second',
      '--a--',
      '--m',
      '',
      'footer',
      '--m',
      'Content-Type: text/plain; name=a.txt',
      '',
      'attached',
      '--m--',
    ]),
  );
  expect(sections.map(({ plain, html }) => [plain.length, html.length])).toEqual([
    [1, 2],
    [1, 0],
  ]);
});

test('counts remote content by kind and host; not embedded content or dead links', () => {
  const remote = new RemoteCount();
  for (const address of [
    'http://a.example/1',
    'HTTPS://A.example/2',
    '//b.example/x',
    'ht\ntp://a.example',
    '\\\\c.example\\x',
  ])
    remote.add('picture', address);
  for (const address of [
    'cid:x',
    'data:image/png;base64,',
    'x.png',
    '',
    '#a',
    'mailto:a@b.example',
    'http://',
    'javascript:1',
  ])
    remote.add('picture', address);
  remote.addStyle(
    '@import "https://d.example/s.css"; @import url(https://d.example/t.css); @font-face { src: url("https://e.example/f") } p { background: url(https://a.example/3) }',
  );
  const { kinds, hosts, furtherHosts } = remote.take();
  expect(kinds).toMatchObject({ picture: 6, style: 2, font: 1, other: 0 });
  expect(hosts).toEqual([
    { host: 'a.example', count: 4 },
    { host: 'd.example', count: 2 },
    { host: 'b.example', count: 1 },
    { host: 'c.example', count: 1 },
    { host: 'e.example', count: 1 },
  ]);
  expect(furtherHosts).toBe(0);
});

test('counts hosts beyond those listed', () => {
  const remote = new RemoteCount();
  for (let at = 0; at < 150; at += 1) remote.add('picture', `https://h${at}.example/`);
  expect(remote.take().hosts).toHaveLength(100);
  expect(remote.take().furtherHosts).toBe(50);
});

test('a calendar entry becomes facts, with unfolded lines and times in their named zone', () => {
  const [event, further] = readCalendar(
    'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nSUMMARY:Har\r\n bour\\, tour\r\nDTSTART;TZID="Europe/Berlin":20011015T090000\r\nDTEND;VALUE=DATE:20011016\r\nORGANIZER;CN=T:mailto:t@harbor.example\r\nATTENDEE:mailto:a@northwind.example\r\nATTENDEE:mailto:b@northwind.example\r\nRRULE:FREQ=WEEKLY\r\nDESCRIPTION:one\\ntwo\r\nURL:https://crook.example\r\nEND:VEVENT\r\nEND:VCALENDAR',
  );
  expect(further).toBeUndefined();
  expect(event).toEqual({
    method: 'CANCEL',
    summary: 'Harbour, tour',
    start: '2001-10-15 09:00 Europe/Berlin',
    end: '2001-10-16',
    place: '',
    organizer: 't@harbor.example',
    attendees: 2,
    repeats: 'FREQ=WEEKLY',
    description: 'one\ntwo',
  });
  expect(readCalendar('no calendar at all')).toEqual([]);
  expect(readCalendar('BEGIN:VEVENT\n'.repeat(50_000))).toEqual([]);
  expect(readCalendar('BEGIN:VEVENT\nEND:VEVENT\n'.repeat(50))).toHaveLength(10);
});

test("names encrypted and signed parts, also in Outlook's own format", () => {
  const type = (value: string): ReturnType<typeof partsOf> => partsOf([`Content-Type: ${value}`, '', 'x']);
  expect(findProtections(type('application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'), '')).toEqual([
    'smime-encrypted',
  ]);
  expect(findProtections(type('application/pkcs7-mime; smime-type=signed-data'), '')).toEqual(['smime-signed']);
  expect(findProtections(type('application/pgp-encrypted'), '')).toEqual(['pgp-encrypted']);
  expect(findProtections(type('application/ms-tnef; name=winmail.dat'), '')).toEqual(['tnef']);
  expect(findProtections(type('text/plain'), 'x\n-----BEGIN PGP MESSAGE-----\n')).toEqual(['pgp-encrypted']);
  expect(findProtections(type('text/plain'), 'we wrote -----BEGIN PGP MESSAGE----- once')).toEqual([]);
});

test('distinguishes two forms with different text from two with different layout', () => {
  const say = (words: string) => [{ depth: 0, lines: [words] }];
  const letter = 'please find the meter readings of september for the sites twelve to nineteen below with regards';
  expect(differInWords(say(letter), say(`${letter} ⟨https://a.example/x⟩ unsubscribe here`))).toBe(false);
  expect(
    differInWords(say(letter), say('your account was closed enter your password at once on the page behind this link')),
  ).toBe(true);
  expect(differInWords(say('see html'), say(letter))).toBe(true);
  expect(differInWords(say('hello'), say('hi'))).toBe(false);
  const quoting = [...say('agreed'), { depth: 1, lines: [letter] }];
  expect(differInWords(quoting, say('agreed'))).toBe(false);
  expect(differInWords(say('agreed'), quoting)).toBe(true);
});

test('recognises pictures by content, with their size; not drawings, truncated or endlessly unpacking ones', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  expect(readRaster(png)).toEqual({ type: 'image/png', width: 1, height: 1 });
  expect(readRaster(Buffer.from('R0lGODlhAgADAAAAACw=', 'base64'))).toEqual({ type: 'image/gif', width: 2, height: 3 });
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0]);
  expect(readRaster(jpeg)).toEqual({ type: 'image/jpeg', width: 7, height: 5 });
  const webp = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64');
  expect(readRaster(webp)).toEqual({ type: 'image/webp', width: 1, height: 1 });
  const huge = Buffer.from(png);
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  for (const none of [
    huge,
    png.subarray(0, 20),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.alloc(0),
    jpeg.subarray(0, 9),
  ])
    expect(readRaster(none)).toBeNull();
});

test('replaces masked words everywhere, longest first, revealing little', () => {
  expect(toMask('Quarry-Lamp-Tide-7e')).toBe('Qu••••••••7e');
  expect(toMask('short')).toBe('••••••••');
  expect(
    maskText('a secret and secretive secret', ['secret', 'secretive']).map((piece) =>
      piece.isMasked ? piece.shown : piece.text,
    ),
  ).toEqual(['a ', '••••••••', ' and ', '••••••••', ' ', '••••••••']);
  expect(maskText('x', [])).toEqual([{ isMasked: false, text: 'x' }]);
  expect(maskText('x', [''])).toEqual([{ isMasked: false, text: 'x' }]);
});

test('a secret is the same with or without punctuation after it, and with invisible characters inside', () => {
  const show = (text: string, ...masks: string[]) => toMaskedText(text, masks);
  // The mark behind it may be its own.
  expect(show('hunter22. or hunter22! or hunter22', 'hunter22!')).toBe('••••••••. or •••••••• or ••••••••');
  expect(show('hun\u00adter\u200b22', 'hunter22.')).toBe('••••••••');
  expect(show('a.b(c)', 'a.b(c)')).toBe('••••••••');
  expect(listSecrets(['hunter22', 'hunter22.', 'hunter22!"', 'other-one'])).toEqual(['hunter22', 'other-one']);
  expect([...findMasked(['hunter22', 'none'], ['hunter22.', 'other-one'])]).toEqual(['hunter22']);
});

test('masks the source of a message before it is wrapped, also encoded or marked up', () => {
  const show = (text: string, ...masks: string[]) => toRawLines(Buffer.from(text), masks);
  const before = 'x'.repeat(396);
  expect(show(`${before}hunter22\n`, 'hunter22').lines.join('')).toBe(`${before}••••••••`);
  for (const written of ['hunt=\r\ner22', 'hun<b>ter</b>22', '=68unter2=32', 'h&#117;nter22', 'hun&shy;ter22'])
    expect(show(`a ${written} b`, 'hunter22')).toMatchObject({
      lines: ['a •••••••• b'],
      masked: new Set(['hunter22']),
    });
  expect(show('a hunt=\r\ner22 b', 'hunter22').lineCount).toBe(2);
  expect(show('nothing', 'hunter22').masked.size).toBe(0);
});

test('recognises passwords and keys in labels, in four languages, and leaves ordinary lines alone', () => {
  const find = (...lines: string[]) => findSecrets(lines);
  expect(
    find(
      'password: Quarry-Lamp-7e',
      'Passwort = Tor4Licht',
      'mot de passe : Quai-Bleu',
      'contraseña: Puerto99',
      'PIN: 4711',
      'api key = "k-12345"',
    ),
  ).toEqual(['Quarry-Lamp-7e', 'Tor4Licht', 'Quai-Bleu', 'Puerto99', '4711', 'k-12345']);
  expect(find('use AKIAABCDEFGHIJKLMNOP today')).toEqual(['AKIAABCDEFGHIJKLMNOP']);
  expect(find('The passphrase is correct-horse', 'das Passwort lautet Tor4Licht.')).toEqual([
    'correct-horse',
    'Tor4Licht.',
  ]);
  const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  expect(find(`key ${key}`, `x${key}`, 'd'.repeat(40), '0a'.repeat(20))).toEqual([key]);
  expect(
    find(
      'Your password expires soon.',
      'Password',
      'the key to the harbour',
      'pin it to the wall',
      'the password is wrong.',
    ),
  ).toEqual([]);
});

test('finds passwords in linear time', async () => {
  const find = (count: number) =>
    findSecrets(['password '.repeat(count), `password:${' '.repeat(count)}`, `pass${'word'.repeat(count)}`]);
  expect(await measureGrowth(find, 1000)).toBeLessThan(MOST_GROWTH);
});

test('splits off hiding characters by code; keeps letters and joined pictures together', () => {
  expect(splitOddCharacters('a\u202eb')).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'odd', code: 'U+202E' },
    { kind: 'text', text: 'b' },
  ]);
  for (const whole of ['👩‍👩‍👧', 'نمی‌خواهم', 'tab\there', 'שלום', ''])
    expect(splitOddCharacters(whole)).toEqual([{ kind: 'text', text: whole }]);
});

test('raw lines keep every byte, as UTF-8 where valid and otherwise byte by byte', () => {
  expect(toRawLines(Buffer.from('a\r\nb\nc\r'), []).lines).toEqual(['a', 'b', 'c']);
  expect(toRawLines(Buffer.from('café'), []).lines).toEqual(['café']);
  expect(toRawLines(Buffer.from([0x63, 0xe9]), []).lines).toEqual(['cé']);
  const long = toRawLines(Buffer.from('x'.repeat(1000)), []);
  expect([long.lines.length, long.lineCount]).toEqual([3, 1]);
  expect(toRawLines(Buffer.alloc(9_000_000, 'a\n'), []).isCut).toBe(true);
});

test('a shape accepts what it describes and refuses everything else', () => {
  const shape = record({
    a: text(3),
    b: orNull(wholeNumber(0, 9)),
    c: list(truth, 2),
    d: oneOf(['x', 'y']),
    e: counts(['p', 'q']),
  });
  const right = { a: 'abc', b: null, c: [true], d: 'x', e: { p: 0, q: 1 } };
  expect(shape(right)).toBe(true);
  for (const wrong of [
    { ...right, a: 'abcd' },
    { ...right, a: 1 },
    { ...right, b: 10 },
    { ...right, b: 1.5 },
    { ...right, c: [true, true, true] },
    { ...right, c: { length: 0 } },
    { ...right, d: 'z' },
    { ...right, e: { p: 0 } },
    { ...right, f: 1 },
    { a: 'abc' },
    Object.assign(Object.create({ a: 'abc' }), { b: null, c: [], d: 'x', e: { p: 0, q: 0 } }),
    new Map(),
    null,
    'text',
    [],
  ])
    expect(shape(wrong)).toBe(false);
});

test("refuses a frame's answer in any other form", () => {
  expect(isFrameAnswer({ kind: 'shown', masked: ['hunter22'] })).toBe(true);
  expect(isFrameAnswer({ kind: 'attachment', index: 0, bytes: new ArrayBuffer(1) })).toBe(true);
  for (const odd of [
    { kind: 'shown' },
    { kind: 'shown', masked: [1] },
    { kind: 'shown', more: 1 },
    { kind: 'other' },
    { kind: 'attachment', index: -1, bytes: new ArrayBuffer(1) },
    { kind: 'attachment', index: 0, bytes: [1] },
    { kind: 'read', reading: {} },
    null,
    'shown',
  ])
    expect(isFrameAnswer(odd)).toBe(false);
});
