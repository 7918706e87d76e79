import { parseHtmlTree } from '../../src/platform/html-tree.ts';

/** Trees as text: thousands of them go through one door. */
export const inBrowser = {
  parseAll: (texts: readonly string[]) => texts.map((text) => JSON.stringify(parseHtmlTree(text))),
};
