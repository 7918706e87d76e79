/** What a reader sees of a page at its present width and colours, in the order in which it stands there. */
export interface VisibleWords {
  readonly words: readonly string[];
  /** Where links lead whose words say something else. */
  readonly targets: readonly string[];
  /** What is seen beside words: marks of items, written content, tooltips, pictures, fields, other letters. */
  readonly signs: readonly string[];
}

/** Runs inside of the page, so that it stands for itself. */
export function readVisibleWords(): VisibleWords {
  const LEAST_SIZE = 6;
  const LEAST_CONTRAST = 1.6;
  const LARGEST_GAP = 700;
  type Colour = readonly [number, number, number, number];
  const toColour = (value: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
    return value.startsWith('color(') ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
  };
  const toLight = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) =>
      channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.createElement('i');
  probe.style.cssText = 'all:initial!important;background-color:Canvas!important;display:none!important';
  document.documentElement.append(probe);
  const canvas = toColour(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const parents = (element: Element): readonly Element[] => {
    const all: Element[] = [];
    for (let at: Element | null = element; at !== null; at = at.parentElement) all.push(at);
    return all;
  };
  const toGround = (chain: readonly Element[]): Colour => {
    for (const one of chain) {
      const ground = toColour(getComputedStyle(one).backgroundColor);
      if (ground[3] > 0.5) return ground;
    }
    return canvas;
  };
  const isDrawn = (element: Element): boolean => {
    const style = getComputedStyle(element);
    const chain = parents(element);
    const opacity = chain.reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1);
    const fill = toColour(
      element instanceof SVGElement ? style.fill : style.getPropertyValue('-webkit-text-fill-color') || style.color,
    );
    if (style.visibility !== 'visible' || opacity < 0.3 || fill[3] < 0.3) return false;
    if (Number.parseFloat(style.fontSize) < LEAST_SIZE) return false;
    if (!element.checkVisibility({ contentVisibilityAuto: true })) return false;
    const lights = [toLight(fill), toLight(toGround(chain))];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05) >= LEAST_CONTRAST;
  };
  const isReached = (element: Element, box: DOMRect): boolean => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (box.width < 2 || box.height < 4 || x < 0 || y < 0 || box.right > innerWidth + 1) return false;
    const top = document.elementFromPoint(x, y);
    // Below what can be asked for the page is as it is above.
    if (top === null) return y >= innerHeight;
    return top === element || top.contains(element) || element.contains(top);
  };

  interface Placed {
    readonly text: string;
    readonly box: DOMRect;
  }
  const placed: Placed[] = [];
  const targets: string[] = [];
  const signs: string[] = [];
  const range = document.createRange();
  const drawn = new Map<Element, boolean>();
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('head,script,style,template') !== null) continue;
    const text = node.textContent ?? '';
    for (const found of text.matchAll(/[^\t-\r \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g)) {
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const box = range.getClientRects()[0] ?? new DOMRect();
      const known = drawn.get(parent) ?? isDrawn(parent);
      drawn.set(parent, known);
      if (!known || !isReached(parent, box)) continue;
      placed.push({ text: found[0], box });
      if (box.height > 200 || range.getClientRects().length > 6) signs.push(`broken: ${found[0]}`);
      if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(found[0])) signs.push('direction');
    }
  }
  for (const element of document.querySelectorAll('body, body *')) {
    const style = getComputedStyle(element);
    if (style.display === 'none') continue;
    for (const pseudo of ['::before', '::after']) {
      const { content } = getComputedStyle(element, pseudo);
      if (!/^(?:none|normal|""|-moz-alt-content)$/.test(content)) signs.push(`content: ${content}`);
    }
    if (style.display === 'list-item' && style.listStyleType !== 'none' && element.localName !== 'summary')
      signs.push(`mark: ${style.listStyleType} ${element.getAttribute('value') ?? ''}`);
    for (const name of ['title', 'alt', 'placeholder', 'value'])
      if ((element.getAttribute(name) ?? '') !== '') signs.push(`${name}: ${element.getAttribute(name)}`);
    if (/wingdings|webdings|symbol|dingbats/i.test(style.fontFamily)) signs.push(`font: ${style.fontFamily}`);
    if (style.textTransform !== 'none' || style.getPropertyValue('-webkit-text-security') !== 'none')
      signs.push('transformed');
    if (style.textDecorationLine.includes('line-through')) signs.push('struck');
    if (style.direction === 'rtl' || style.unicodeBidi.includes('override')) signs.push('direction');
    if (style.writingMode !== 'horizontal-tb') signs.push('vertical');
    if (/^(?:super|sub)$/.test(style.verticalAlign)) signs.push('raised');
    if (
      /^(?:img|image|svg|canvas|video|audio|iframe|object|embed|input|select|textarea|button|form|math|meter|progress)$/.test(
        element.localName,
      )
    )
      signs.push(`<${element.localName}>`);
    const href = element.getAttribute('href');
    if (href !== null) {
      const said = (element.textContent ?? '').trim();
      const isOwn = [said, `http://${said}`, `https://${said}`].includes(href.replace(/\/$/, ''));
      const isGateway =
        /^https:\/\/(?:eur01\.safelinks\.protection\.outlook\.com|urldefense\.proofpoint\.com|urldefense\.com)\//.test(
          href,
        );
      const isKept = href.replaceAll('%2F', '/').replaceAll('_', '/').includes(`//${said}`);
      if (!isOwn && !(isGateway && isKept)) targets.push(`${said} → ${href}`);
    }
  }
  // Words of one line are those whose boxes overlap by more than half; what stands far below is not seen with the rest.
  const rows: Placed[][] = [];
  for (const one of [...placed].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && one.box.top < first.box.top + first.box.height / 2) row.push(one);
    else rows.push([one]);
  }
  const words: string[] = [];
  let bottom = 0;
  for (const row of rows) {
    const top = row[0]?.box.top ?? 0;
    if (top - bottom > LARGEST_GAP) break;
    bottom = Math.max(...row.map(({ box }) => box.bottom));
    words.push(...row.sort((a, b) => a.box.left - b.box.left).map(({ text }) => text));
  }
  return { words, targets, signs };
}
