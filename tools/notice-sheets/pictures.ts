import type { Browser, Page } from 'playwright-core';

/** How a notice is looked at in a mail program. */
export interface MailView {
  readonly width: 320 | 640;
  readonly scheme: 'light' | 'dark';
}

export const MAIL_VIEWS: readonly MailView[] = [
  { width: 640, scheme: 'light' },
  { width: 640, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
];

/** A page without network, as mail programs show mail. */
export async function openMailPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ offline: true });
  return context.newPage();
}

/**
 * Shows the HTML of a notice in a pane of this width. A dark program gives it its own ground and letters, since the
 * notice names none.
 */
export async function showMail(page: Page, html: string, { width, scheme }: MailView): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  const style = `<style>:root{color-scheme:${scheme}}body{margin:16px}</style>`;
  await page.setContent(html.includes('</head>') ? html.replace('</head>', `${style}</head>`) : style + html);
}

/** Pixels by which the content of the page is wider than the pane. */
export async function measureOverflow(page: Page): Promise<number> {
  const { width } = page.viewportSize() ?? { width: 0 };
  const content = await page.evaluate<number>('document.documentElement.scrollWidth');
  return Math.max(0, content - width);
}

/** One picture of a contact sheet. */
export interface SheetPicture {
  readonly caption: string;
  /** `data:` address of a PNG or an SVG. */
  readonly source: string;
  /** On the sheet, in pixels. */
  readonly width: number;
}

export const toDataAddress = (bytes: Uint8Array | string, type: string): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

/** Lays pictures out beside each other, each row of them below the one before, and gives the sheet as a PNG. */
export async function makeSheet(browser: Browser, rows: readonly (readonly SheetPicture[])[]): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: 2000, height: 1000 } });
  try {
    const cells = rows.map((row) => `<div class="row">${row.map(toFigure).join('')}</div>`).join('');
    await page.setContent(
      `<style>body{margin:12px;background:#777;font:12px sans-serif;color:#fff;width:max-content}.row{display:flex;gap:12px;align-items:flex-start;margin-bottom:16px}figure{margin:0}img{display:block;background:#fff}</style>${cells}`,
    );
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

const toFigure = ({ caption, source, width }: SheetPicture): string =>
  `<figure><figcaption>${caption}</figcaption><img src="${source}" width="${width}"></figure>`;
