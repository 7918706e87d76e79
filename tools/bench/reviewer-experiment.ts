import { noBrowser } from '../services/browser.ts';
import type { Experiment, Metric, Row } from './experiment.ts';
import { toNode, toReportingSide } from './sides.ts';

/** As in web/test/reviewer/timed-vault.ts. */
const VAULT_MESSAGES = 200_000;
const SIDE = 'reviewer app';

/** What somebody waits for in the reviewer app, with a vault of 200,000 messages, in a real browser. */
export const reviewer: Experiment = {
  name: 'reviewer',
  prepare: async () => {
    const command = toNode('../../web/test/reviewer/timed-vault.ts', []);
    return {
      sides: noBrowser === null ? [toReportingSide(SIDE, command, { messages: VAULT_MESSAGES })] : [],
      rows: [
        told('first-page', 'reviewer app: 200,000 messages, from keys to list', 'firstPageSeconds', 2, 1.5),
        told('whole', '– until every row of it is there', 'wholeSeconds', null, null),
        told('scroll', '– longest blank or missing frame while scrolling', 'blankSeconds', 0.1, 0.05),
        told('search', '– slowest search, from Enter to list', 'searchSeconds', 0.2, 0.1),
        told('body-search', '– slowest search among 200,000 read bodies', 'bodySearchSeconds', 0.2, 0.1),
        told('open', '– open a message of 50 KB, 95 of 100', 'openSeconds', 0.3, 0.15),
        told('heap', '– heap of page and worker', 'heapMegabytes', 500, 250, 'told-memory'),
      ],
      skipped: noBrowser === null ? [] : [noBrowser],
    };
  },
};

function told(
  name: string,
  work: string,
  figure: string,
  must: number | null,
  aim: number | null,
  metric: Metric = 'told-seconds',
): Row {
  return { name: `reviewer-${name}`, work, metric, figure, ours: SIDE, peers: [], must, aim };
}
