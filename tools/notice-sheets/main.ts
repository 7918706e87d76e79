// `npm run sheets`: contact sheets of notices. Needs Chromium (`npm run services`).
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { escapeHtml } from '@candor/core/base';
import { openTypesetter } from '../../lab/src/adapters/files/typst.ts';
import { typesetLetter } from '../../lab/src/notice/letters/letter.ts';
import { LETTER_FORMS } from '../../lab/src/notice/letters/letter-form.ts';
import { readCommandLine } from '../command-line.mjs';
import { noBrowser, openBrowser } from '../services/browser.ts';
import { toSheetLetter } from './letters.ts';
import { listSheetNotices, type SheetNotice } from './notices.ts';
import {
  MAIL_VIEWS,
  makeSheet,
  measureOverflow,
  openMailPage,
  type SheetPicture,
  showMail,
  toDataAddress,
} from './pictures.ts';

const HELP = `Usage: npm run sheets [-- options]

All notices as plain text, as mail and as letters, laid out on contact sheets for people to look at.

  --out DIR     where they are written (default: a new temporary folder)
  --only NAME   only notices with this in their name, such as de-person
`;
const { values } = readCommandLine(HELP, { options: { out: { type: 'string' }, only: { type: 'string' } } });
if (noBrowser !== null) throw new Error(noBrowser);
const out = values.out === undefined ? mkdtempSync(join(tmpdir(), 'candor-sheets-')) : resolve(values.out);
for (const folder of ['mail', 'letter', 'text']) mkdirSync(join(out, folder), { recursive: true });
const browser = await openBrowser();
const press = openTypesetter();
const page = await openMailPage(browser);

async function takeMail({ name, composed }: SheetNotice): Promise<readonly SheetPicture[]> {
  const pictures: SheetPicture[] = [];
  for (const view of MAIL_VIEWS) {
    await showMail(page, composed.html, view);
    const over = await measureOverflow(page);
    const png = await page.screenshot({ fullPage: true });
    const picture = `${name}-${view.width}-${view.scheme}`;
    writeFileSync(join(out, 'mail', `${picture}.png`), png);
    const caption = over > 0 ? `${picture}: ${over} px too wide` : picture;
    pictures.push({ caption, source: toDataAddress(png, 'image/png'), width: view.width * 0.75 });
  }
  return pictures;
}

function takeLetters(notice: SheetNotice): readonly SheetPicture[] {
  return LETTER_FORMS.map((form) => {
    const letter = typesetLetter(press, toSheetLetter(notice, form));
    const name = `${notice.name}-${form}`;
    writeFileSync(join(out, 'letter', `${name}.pdf`), letter.toPdf(1_003_600_000));
    const svg = letter.toSvg();
    writeFileSync(join(out, 'letter', `${name}.svg`), svg);
    return { caption: `${name}: ${letter.pages} p.`, source: toDataAddress(svg, 'image/svg+xml'), width: 560 };
  });
}

async function takeText({ name, composed }: SheetNotice): Promise<SheetPicture> {
  writeFileSync(join(out, 'text', `${name}.txt`), `Subject: ${composed.subject}\n\n${composed.text}`);
  const text = escapeHtml(`Subject: ${composed.subject}\n\n${composed.text}`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 640, height: 900 });
  await page.setContent(`<pre style="font-size:13px;margin:12px;white-space:pre-wrap">${text}</pre>`);
  return { caption: name, source: toDataAddress(await page.screenshot({ fullPage: true }), 'image/png'), width: 480 };
}

try {
  const wanted = listSheetNotices().filter(({ name }) => values.only === undefined || name.startsWith(values.only));
  for (const [group, notices] of Map.groupBy(wanted, ({ name }) => name.slice(0, name.lastIndexOf('-')))) {
    const mail: (readonly SheetPicture[])[] = [];
    for (const notice of notices) mail.push(await takeMail(notice));
    writeFileSync(join(out, `${group}-mail.png`), await makeSheet(browser, mail));
    writeFileSync(join(out, `${group}-letters.png`), await makeSheet(browser, [notices.flatMap(takeLetters)]));
    const texts: SheetPicture[] = [];
    for (const notice of notices) texts.push(await takeText(notice));
    writeFileSync(join(out, `${group}-text.png`), await makeSheet(browser, [texts]));
    process.stdout.write(`${group}: mail, letters, text\n`);
  }
  process.stdout.write(`${out}\n`);
} finally {
  press.close();
  await browser.close();
}
