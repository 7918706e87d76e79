import { expect, test } from 'vitest';
import { toHtmlMail, toMail } from './made-mail.ts';
import { prepareSurvival } from './survival.ts';

const survive = prepareSurvival();

const repeat = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\r\n');

test('10,000 multiparts one inside the other', async () => {
  const open = repeat(10_000, (at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`);
  const reading = await survive(Buffer.from(`${open}\r\n\r\ninnermost`));
  expect(reading.notes).toContain('too-deep');
});

test('100,000 parts', async () => {
  const parts = repeat(100_000, (at) => `--m\r\nContent-Disposition: attachment; filename=a${at}\r\n\r\nx`);
  const reading = await survive(toMail(['Content-Type: multipart/mixed; boundary=m', '', parts, '--m--']));
  expect(reading.attachments).toHaveLength(1000);
  expect(reading.furtherParts).toBe(99_000);
  expect(reading.notes).toContain('too-many-parts');
});

test('100,000 texts', async () => {
  const reading = await survive(
    toMail(['Content-Type: multipart/mixed; boundary=m', '', repeat(100_000, () => '--m\r\n\r\nx'), '--m--']),
  );
  expect(reading.notes).toContain('too-many-parts');
});

test('1,000,000 header lines', async () => {
  const reading = await survive(Buffer.from(`${repeat(1_000_000, () => 'To: a@harbor.example')}\r\n\r\nx`));
  expect(reading.head.addresses).toHaveLength(5000);
  expect(reading.notes).toContain('too-many-addresses');
});

test('one header field of 20 MB', async () => {
  const reading = await survive(
    Buffer.concat([Buffer.from('Subject: '), Buffer.alloc(20_000_000, 'x'), Buffer.from('\r\n\r\ny')]),
  );
  expect(reading.head.subject.length).toBeLessThanOrEqual(8000);
});

test('one line of 30 MB', async () => {
  const reading = await survive(Buffer.concat([Buffer.from('\r\n'), Buffer.alloc(30_000_000, 'x')]));
  expect(reading.notes).toContain('text-cut');
});

test('messages attached 300 deep', async () => {
  const inner = repeat(300, () => 'Content-Type: message/rfc822\r\n');
  const reading = await survive(Buffer.from(`${inner}\r\n\r\nthe end`));
  expect(reading.nested.length).toBeLessThanOrEqual(8);
  expect(reading.notes).toContain('nested-left-out');
});

test('500 messages attached side by side', async () => {
  const parts = repeat(500, (at) => `--m\r\nContent-Type: message/rfc822\r\n\r\nSubject: ${at}\r\n\r\nx`);
  const reading = await survive(toMail(['Content-Type: multipart/mixed; boundary=m', '', parts, '--m--']));
  expect(reading.nested).toHaveLength(50);
});

test.each([
  ['300,000 elements', '<p>x'.repeat(300_000)],
  ['100,000 elements one inside the other', '<div>'.repeat(100_000)],
  ['50,000 nested tables', '<table><tr><td>'.repeat(50_000)],
  ['100,000 unclosed formatting elements', '<b><i><u><a>'.repeat(25_000)],
  ['an attribute of 3 MB', `<p title="${'x'.repeat(3_000_000)}">x`],
  ['20,000 attributes', `<p ${Array.from({ length: 20_000 }, (_, at) => `a${at}=x`).join(' ')}>x`],
  ['a style sheet of 4 MB', `<style>${'.a{color:red}'.repeat(300_000)}</style><p class=a>x`],
  ['20,000 nested style rules', `<style>${'a{'.repeat(20_000)}</style><p>x`],
  ['one selector of 400 kB', `<style>${'a,'.repeat(200_000)}a{color:red}</style><p>x`],
  ['a style attribute of 1 MB', `<p style="${'color:red;'.repeat(100_000)}">x`],
  ['50,000 links', '<a href=https://a.example/x>y</a> '.repeat(50_000)],
  ['50,000 remote pictures', '<img src=https://a.example/x alt=y>'.repeat(50_000)],
  ['4 MB of entities', '&amp;&lt;&gt;&quot;'.repeat(250_000)],
  ['an unclosed comment', `<!--${'x'.repeat(2_000_000)}`],
  ['a million opening brackets', '<'.repeat(1_000_000)],
  ['brackets and imports', `<style>${'@import '.repeat(200_000)}</style>`],
  ['addresses without end in a style', `<p style="background:${'url('.repeat(200_000)}">x`],
])('html: %s', async (_name, html) => {
  await survive(toHtmlMail(html));
});
