import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Reading } from '../../../src/reviewer/frame/protocol.ts';

/** Within this time the slowest machine has told of a frame. */
const LATE = { timeout: 30_000 };

/** What the page under test offers (page/main.ts). */
interface ReadingGlobals {
  readonly reading: {
    tryOpen(base64: string, shows: boolean, masks?: readonly string[]): Promise<Reading | string>;
    closeAll(): void;
    sanitize(html: string): string;
  };
}

/** Opens a message as the app does; the word of the flaw when the frame was thrown away. */
export function openMail(
  page: Page,
  mail: Buffer,
  { shows = true, masks = [] as readonly string[] } = {},
): Promise<Reading | string> {
  return page.evaluate(
    ([base64, isShown, words]) => (globalThis as unknown as ReadingGlobals).reading.tryOpen(base64, isShown, words),
    [mail.toString('base64'), shows, masks] as const,
  );
}

export function closeMails(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as ReadingGlobals).reading.closeAll());
}

/** What the sanitizer leaves of each, as a page. */
export function sanitizeAll(page: Page, htmls: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(
    (each) => each.map((html) => (globalThis as unknown as ReadingGlobals).reading.sanitize(html)),
    htmls,
  );
}

/** Frames that run nothing and show the formatted form. */
function listViewers(page: Page): readonly Frame[] {
  return page.frames().filter((frame) => frame.url() === 'about:srcdoc');
}

/** The viewers once there are so many of them: a busy browser tells of its frames late. */
export async function findViewers(page: Page, wanted: number): Promise<readonly Frame[]> {
  await expect.poll(() => listViewers(page).length, LATE).toBe(wanted);
  return listViewers(page);
}

/** The frame that takes a message apart, as soon as the browser has told of it. */
export async function findParser(page: Page): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((frame) => frame.url().endsWith('/parser.html'));
  await expect.poll(find, LATE).toBeDefined();
  const parser = find();
  if (parser === undefined) throw new Error('the parser frame has gone');
  return parser;
}

/** Elements of the viewers that could do anything but show text and pictures, and attributes that could. */
export async function listDanger(page: Page): Promise<readonly string[]> {
  const found = await Promise.all(
    listViewers(page).map((viewer) =>
      viewer.evaluate(() => {
        const odd: string[] = [];
        const harmless =
          /^(?:html|head|body|meta|title|style|a?bbr|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|dfn|dir|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|rp|rt|ruby|s|samp|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|wbr)$/;
        for (const element of document.querySelectorAll('*')) {
          if (!harmless.test(element.localName) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
            odd.push(element.localName);
          if (element.localName === 'meta' && element.parentElement !== document.head) odd.push('meta in body');
          if (element.localName === 'style' && element.parentElement !== document.head) odd.push('style in body');
          // The page's own settings.
          if (element.localName === 'meta' && element.parentElement === document.head) continue;
          for (const { name, value } of element.attributes) {
            const isOwnPicture =
              name === 'src' && element.localName === 'img' && /^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value);
            if (
              /^on|^(?:href|src|srcset|srcdoc|action|formaction|background|poster|ping|id|name|is|xlink:href|data|form|tabindex|contenteditable|autofocus|target)$/.test(
                name,
              ) &&
              !isOwnPicture
            )
              odd.push(`${element.localName} ${name}`);
            if (
              name === 'style' &&
              /url|image|src\(|[^-]position|^position|@import|expression|behavior|binding|--/i.test(value)
            )
              odd.push(`style ${value}`);
          }
        }
        return odd;
      }),
    ),
  );
  return found.flat();
}
