import { type Removal, removeFrom } from './removal.ts';

const indexing = 'core/test/review/seal/release-index.test.ts';
const text = removeFrom('index', 'core/src/review/seal/release-index.ts', indexing);
const line = removeFrom('index', 'core/src/review/seal/index-line.ts', indexing);
const tables = 'web/test/reviewer/table';
const asked = removeFrom('table', 'web/src/reviewer/bridge/query-text.ts', `${tables}/query.test.ts`);
const address = removeFrom('table', 'web/src/reviewer/pages/address/query-address.ts', `${tables}/query.test.ts`);
const terms = removeFrom('table', 'web/src/reviewer/worker/table/match-terms.ts', `${tables}/searched-table.test.ts`);
const filters = removeFrom(
  'table',
  'web/src/reviewer/worker/table/match-filters.ts',
  `${tables}/searched-table.test.ts`,
);
const threads = removeFrom('table', 'web/src/reviewer/worker/table/threads.ts', `${tables}/searched-table.test.ts`);
const words = removeFrom('table', 'web/src/reviewer/worker/table/word-index.ts', `${tables}/word-index.test.ts`);
const bodies = removeFrom('table', 'web/src/reviewer/worker/table/body-reader.ts', `${tables}/table-calls.test.ts`);

/** What an index may be (docs/formats/release.md), and what a search of it finds. */
export const indexRemovals: readonly Removal[] = [
  text('fixed-header', 'packed.set(GZIP_HEADER);', ''),
  text('header-is-read', 'if (GZIP_HEADER.some((byte, at) => packed[at] !== byte)) return false;', ''),
  text('most-bytes', 'length > LONGEST_BYTES || ', ''),
  text('utf-8', 'fatal: true, ', ''),
  text('order', 'compareIndexed(this.#last, line) >= 0', 'false'),
  text('every-line', ' && this.#taken === this.#opening?.messages', ''),
  text('no-line-more', ' || this.#taken === this.#opening.messages', ''),
  text('longest-line', 'return this.#rest.length <= this.#longestChars;', 'return true;'),
  line('no-other-key', 'for (const key in value) if (!KEYS.has(key)) return null;', ''),
  line('places-are-known', ' && (value as number) < known', ''),
  line('addresses-once', ' || new Set(addresses).size !== addresses.length', ''),
  asked(
    'unknown-field-is-said',
    "return searched === undefined ? 'field' :",
    "return searched === undefined ? 'empty' :",
  ),
  asked('open-quotation-is-said', "if (quoted !== undefined && closing === '') say('unclosed');", ''),
  address('day-has-a-form', "after: matching('after', DAY)", "after: text('after')"),
  terms(
    'what-is-excluded',
    'if (isFound === term.isExcluded && !isUnsure) rows[row] = 0;',
    'if (!isFound && !isUnsure) rows[row] = 0;',
  ),
  filters('undated-are-outside', 'return date !== NO_DATE && ', 'return '),
  threads('people-are-shared', ' && shares(one.people, people)', ''),
  threads('pause', 'date - one.last <= LONGEST_PAUSE_SECONDS && ', ''),
  words('budget', 'if (this.usedBytes >= this.#budgetBytes) return false;', ''),
  bodies('failure-is-no-word', 'if (!isOfMessage(read)) return;', ''),
  bodies('phrase', 'if (!phrases.every((phrase) => text.includes(phrase))) refuted.add(row);', ''),
];
