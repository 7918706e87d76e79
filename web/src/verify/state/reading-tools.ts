import type { CheckTools } from '@candor/core/verify';
import { browserRuntime } from '../../platform/browser-runtime.ts';
import { parseHtmlTree } from '../../platform/html-tree.ts';
import { readOutlookFile } from '../../platform/outlook-file.ts';

/** What reading a message needs of the browser. */
export const READING_TOOLS: Pick<CheckTools, 'runtime' | 'parseHtml' | 'readOutlook'> = {
  runtime: browserRuntime,
  parseHtml: parseHtmlTree,
  readOutlook: readOutlookFile,
};
