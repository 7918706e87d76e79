import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { evaluateLabels } from '../../../src/commands/impact/sample-findings.ts';
import { scanFindings } from '../../../src/commands/impact/scan-findings.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { canReadPictures } from '../../../src/impact/finding/picture-text.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { drawText } from './draw-text.ts';
import { makePdf } from './make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-findings-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Values, one for each way in which a message can carry one. */
const VALUES = {
  plain: 'Plain#4711x',
  html: 'Html#4712xy',
  attached: 'Attached#4713',
  pdf: 'Pdf#4714xyz',
  docx: 'Docx#4715xyz',
  xlsx: 'Xlsx#4716xyz',
  archive: 'Archive#4717',
  rtf: 'Rtf#4718xyz',
} as const;

const toPart = (type: string, name: string, content: Uint8Array): string =>
  `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(
    content,
  )
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')}\r\n`;

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const word = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Password: Docx#47</w:t></w:r><w:r><w:t>15xyz</w:t></w:r></w:p></w:body></w:document>`;
const LOGIN = 'bob';
const strings = `<sst><si><t>login</t></si><si><t>password</t></si><si><t>${LOGIN}</t></si><si><t>${VALUES.xlsx}</t></si></sst>`;
const sheet =
  '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row></sheetData></worksheet>';

const message = [
  'From: anna@harbor.test\r\nTo: bob@example.com\r\nSubject: access\r\nMessage-ID: <1@harbor.test>\r\nDate: Mon, 1 Oct 2001 10:00:00 +0000\r\n',
  'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
  '--b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n',
  `--a\r\nContent-Type: text/plain\r\n\r\nPassword: ${VALUES.plain}\r\n`,
  '--a\r\nContent-Type: text/html\r\n\r\n<p>Pass<b>word</b>: Html<i>#4712</i>xy</p><p>Bye</p>\r\n--a--\r\n',
  `--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: older\r\n\r\npassword: ${VALUES.attached}\r\n`,
  toPart('application/pdf', 'a.pdf', makePdf(`Password: ${VALUES.pdf}`)),
  toPart(`${OFFICE}.wordprocessingml.document`, 'a.docx', makeZip([{ name: 'word/document.xml', content: word }])),
  toPart(
    `${OFFICE}.spreadsheetml.sheet`,
    'a.xlsx',
    makeZip([
      { name: 'xl/worksheets/sheet1.xml', content: sheet },
      { name: 'xl/sharedStrings.xml', content: strings },
    ]),
  ),
  toPart('application/zip', 'a.zip', makeZip([{ name: 'notes.txt', content: `pw: ${VALUES.archive}\n` }])),
  toPart('application/rtf', 'a.rtf', Buffer.from(`{\\rtf1\\ansi Password: ${VALUES.rtf}\\par}`)),
  toPart('application/x-unknown', 'a.bin', Buffer.from([0, 1, 2, 3])),
  toPart('application/pdf', 'b.pdf', Buffer.from('%PDF-1.4 nothing')),
  '--b--\r\n',
].join('');

test('finds values in every part at their places, and writes them nowhere', async () => {
  const mail = join(folder, 'one.eml');
  const out = join(folder, 'findings.jsonl');
  writeFileSync(mail, message);
  const scan = await scanFindings(mail, { out, workers: 1, progress: silentProgress });
  expect(scan.messages).toBe(1);
  expect(scan.findings.map(({ part, kind, length }) => `${part} ${kind} ${length}`)).toEqual([
    `1.1 credential ${VALUES.plain.length}`,
    `1.2 credential ${VALUES.html.length}`,
    `2.1 credential ${VALUES.attached.length}`,
    `3/text credential ${VALUES.pdf.length}`,
    `4/text credential ${VALUES.docx.length}`,
    `5/text login-name ${LOGIN.length}`,
    `5/text credential ${VALUES.xlsx.length}`,
    `6/text credential ${VALUES.archive.length}`,
    `7/text credential ${VALUES.rtf.length}`,
  ]);
  expect(scan.findings.map(({ offset }) => offset).slice(0, 3)).toEqual([10, 10, 10]);
  expect(scan.unread).toEqual({ 'no-reader': 1, damaged: 1 });
  const written = readFileSync(out, 'utf8') + JSON.stringify(scan);
  for (const value of Object.values(VALUES)) {
    expect(written).not.toContain(value);
    expect(written).not.toContain(value.slice(1, -1));
  }
});

test('equal values have one number, different values different ones', async () => {
  const mail = join(folder, 'three.mbox');
  const texts = ['Password: Tide#2001', 'the pw is Tide#2001', 'Password: Ebb#2002'];
  writeFileSync(
    mail,
    texts.map((text) => `From a@harbor.test Mon Oct  1 10:00:00 2001\nSubject: x\n\n${text}\n\n`).join(''),
  );
  const { findings } = await scanFindings(mail, { out: null, workers: 1, progress: silentProgress });
  expect(findings.map(({ value }) => value)).toEqual(['v1', 'v1', 'v2']);
});

test('evaluate counts what labels and findings share', async () => {
  const mail = join(folder, 'labelled');
  const labels = join(folder, 'labels.jsonl');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(mail);
  writeFileSync(join(mail, 'a.eml'), 'Subject: a\n\nPassword: Tide#2001\n');
  writeFileSync(join(mail, 'b.eml'), 'Subject: b\n\nthe secret word is whale\n');
  const label = { kind: 'credential', settled: true };
  writeFileSync(
    labels,
    [
      { message: 'a.eml', offsets: [10], length: 9, ...label },
      { message: 'b.eml', offsets: [19], length: 5, ...label },
    ]
      .map((each) => `${JSON.stringify(each)}\n`)
      .join(''),
  );
  const evaluation = await evaluateLabels(labels, mail, { workers: 1, progress: silentProgress });
  const all = evaluation.kinds.find(({ kind }) => kind === 'all');
  expect(all?.recall).toMatchObject({ of: 2, count: 1 });
  expect(all?.precision).toMatchObject({ of: 1, count: 1 });
  expect(evaluation.missed.map(({ message }) => message)).toEqual(['b.eml']);
  const parted = await evaluateLabels(labels, mail, { workers: 1, progress: silentProgress, folds: 2 });
  expect(parted.folds.map(({ kind, recall }) => [kind, recall.of, recall.count])).toEqual([
    ['fold 1', 1, 1],
    ['fold 2', 1, 0],
  ]);
  writeFileSync(labels, 'nothing\n');
  await expect(evaluateLabels(labels, mail, { workers: 1, progress: silentProgress })).rejects.toThrow(
    'labels.jsonl:1',
  );
});

test('reports specially protected data once per message, without place and value, only on request', async () => {
  const mail = join(folder, 'sensitive.eml');
  writeFileSync(
    mail,
    'From: a@harbor.test\nTo: b@harbor.test\nSubject: x\n\nHe was diagnosed with asthma.\nShe is pregnant.\nPRIVILEGED AND CONFIDENTIAL\n',
  );
  const scan = { out: null, workers: 1, progress: silentProgress };
  expect((await scanFindings(mail, scan)).findings).toEqual([]);
  const { findings } = await scanFindings(mail, { ...scan, settings: { sensitive: true, ocr: false } });
  expect(findings).toEqual([
    {
      custodian: '',
      location: expect.stringMatching(/sensitive\.eml$/),
      part: 'message',
      offset: 0,
      length: 0,
      kind: 'health',
      detector: 'health',
      confidence: 'likely',
      value: 'v1',
      mask: '…',
    },
  ]);
});

test('reads pictures in the sandbox, or names the missing packages', async () => {
  const mail = join(folder, 'picture.eml');
  writeFileSync(
    mail,
    `From: a@harbor.test\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n${toPart('image/x-portable-graymap', 'a.pgm', drawText('PASSWORD: HARBOR474')).slice(5)}\n--b--\n`,
  );
  const scan = scanFindings(mail, {
    out: null,
    workers: 1,
    progress: silentProgress,
    settings: { sensitive: false, ocr: true },
  });
  if (!canReadPictures()) await expect(scan).rejects.toMatchObject({ code: 'ocr-not-installed' });
  else expect((await scan).findings).toMatchObject([{ part: '1/text', kind: 'credential' }]);
});

test('refuses a path with nothing there', async () => {
  const scan = scanFindings(join(folder, 'none'), { out: null, workers: 1, progress: silentProgress });
  await expect(scan).rejects.toMatchObject({ code: 'no-mail' });
});
