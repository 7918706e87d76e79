import type { Page } from 'playwright-core';

/** Letters of twice the size and nothing else, as a browser shows them that enlarges text alone (WCAG 2.2, 1.4.4). */
export function enlargeText(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const elements = [...document.querySelectorAll<HTMLElement>('body, body *')].filter(
      (element) => element.namespaceURI === 'http://www.w3.org/1999/xhtml',
    );
    const sizes = elements.map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const;
    });
    for (const [at, element] of elements.entries()) {
      const [size = 0, line = Number.NaN] = sizes[at] ?? [];
      element.style.fontSize = `${size * 2}px`;
      if (!Number.isNaN(line)) element.style.lineHeight = `${line * 2}px`;
    }
    // A page hears of other widths of its parts before it draws a frame: after the next one they stand.
    await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
  });
}

/**
 * Words that lie over other words, and what is wider than the window. Whatever is clipped or can be scrolled lies over
 * nothing.
 */
export function findOverlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page is wider than the window'] : [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const boxes: { readonly text: string; readonly rect: DOMRect }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || parent.closest('.unseen') !== null || !parent.checkVisibility()) continue;
      range.selectNodeContents(node);
      let clip = { left: 0, right: innerWidth };
      for (let box: Element | null = parent; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowX === 'visible') continue;
        const { left, right } = box.getBoundingClientRect();
        clip = { left: Math.max(clip.left, left), right: Math.min(clip.right, right) };
      }
      for (const rect of range.getClientRects()) {
        const left = Math.max(rect.left, clip.left);
        const right = Math.min(rect.right, clip.right);
        if (right > left) boxes.push({ text, rect: new DOMRect(left, rect.top, right - left, rect.height) });
      }
    }
    for (const [at, { text, rect }] of boxes.entries())
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
        if (across > 2 && down > 6 && other.text !== text) found.push(`${text} | ${other.text}`);
      }
    return found;
  });
}
