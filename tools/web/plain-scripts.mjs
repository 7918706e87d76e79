import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A script that stays what it is: `<script vite-ignore … src="./x.js">`. */
const PLAIN = /<script vite-ignore([^>]*?) src="\.\/([\w-]+)\.js"/g;
/** The page is read on slow lines: its indentation is a kilobyte. */
const INDENTATION = /\n\s+/g;
const COMMENT_LINE = /^\s*\/\/.*\n/gm;

/**
 * Serves a script for browsers that read no module as it was written, without its comments, under a name with its
 * digest as all others have.
 */
export const plainScripts = {
  name: 'plain-scripts',
  enforce: 'pre',
  transformIndexHtml: {
    order: 'pre',
    handler(page, { filename }) {
      return page.replace(INDENTATION, '\n').replace(PLAIN, (_, attributes, name) => {
        const source = readFileSync(join(dirname(filename), `${name}.js`), 'utf8').replace(COMMENT_LINE, '');
        const digest = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `assets/${basename(name).replace(/[^a-z]/g, '')}-${digest}.js`;
        this.emitFile({ type: 'asset', fileName, source });
        return `<script vite-ignore${attributes} src="./${fileName}"`;
      });
    },
  },
};
