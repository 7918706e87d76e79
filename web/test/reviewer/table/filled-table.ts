import { gzipSync } from 'node:zlib';
import { type Gunzip, type IndexedMessage, packIndex, readIndexLines, toIndexText } from '@candor/core/review/seal';
import fc from 'fast-check';
import { MessageTable } from '../../../src/reviewer/worker/table/message-table.ts';
import { SearchedTable } from '../../../src/reviewer/worker/table/searched-table.ts';

const PEOPLE = ['ana.novak@northwind.example', 'jo.weil@northwind.example', 'Zoë@northwind.example'];
const THEIRS = ['marta.olsen@harbor.example', 'tom.keller@harbor.example', 'ops@quay.example'];
const SUBJECTS = ['Settlement run', 'Re: Settlement run', 'Résumé für Straße 7', 'Curtailment, week 42', ''];
const BIND = { code: 'bind', sentence: 'It was opened.', times: ['2001-10-13T03:12:44Z'] };
const GAP = { code: 'gap-unlicensed', sentence: 'Nothing was logged.', times: [] };

const anyFound: fc.Arbitrary<IndexedMessage> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{64}$/),
  object: fc.stringMatching(/^[0-9a-f]{64}$/),
  verdict: fc.constantFrom('accessed', 'presumed', 'partial', 'possible', 'undetermined'),
  why: fc.subarray([BIND, GAP]),
  date: fc.constantFrom(null, '2001-10-12T14:05:31Z', '2001-09-03T00:00:00Z', '1999-12-31T23:59:59Z'),
  subject: fc.constantFrom(...SUBJECTS),
  from: fc.subarray(PEOPLE),
  to: fc.subarray(THEIRS),
  cc: fc.subarray([...PEOPLE, ...THEIRS]),
  direction: fc.constantFrom('sent', 'received', 'both', 'copied'),
  custodians: fc.subarray(THEIRS.slice(0, 2)),
  attachments: fc.subarray([
    { digest: 'e'.repeat(64), name: 'Annex C.pdf', size: 2001, type: 'application/pdf' },
    { digest: 'f'.repeat(64), name: 'meters.xlsx', size: 3, type: 'application/zip' },
  ]),
  marks: fc.subarray(['bulk', 'fraud', 'personal', 'secret']),
  findings: fc.subarray(
    ['credential', 'passport', 'kind-of-tomorrow'].map((kind, at) => ({
      value: String(at).repeat(32),
      kind,
      confidence: 'likely' as const,
      mask: 'M…1',
      part: '1',
      offset: at * 20,
      length: 9,
    })),
  ),
});

/** Any message of a fictional party; what holds nothing has no list of findings. */
const anyMessage = anyFound.map(({ findings = [], ...message }) =>
  findings.length === 0 ? message : { ...message, findings },
);

export const anyMessages = fc.uniqueArray(anyMessage, { selector: ({ id }) => id, maxLength: 40 });

/** One message of which only what matters is said. */
export function makeMessage(change: Partial<IndexedMessage> & { readonly at: number }): IndexedMessage {
  const { at, ...rest } = change;
  return {
    id: at.toString(16).padStart(64, '0'),
    object: at.toString(16).padStart(64, 'f'),
    verdict: 'accessed',
    why: [BIND],
    date: '2001-10-12T14:05:31Z',
    subject: 'Settlement run',
    from: ['ana.novak@northwind.example'],
    to: ['marta.olsen@harbor.example'],
    cc: [],
    direction: 'sent',
    custodians: ['marta.olsen@harbor.example'],
    attachments: [],
    marks: [],
    ...rest,
  };
}

/** As the key worker fills it: through the packed index. */
export async function fillTable(messages: readonly IndexedMessage[]): Promise<MessageTable> {
  const table = new MessageTable();
  const whole: Gunzip = async function* () {
    yield new TextEncoder().encode(toIndexText(messages));
  };
  if (
    !(await readIndexLines(
      packIndex('', (bytes) => gzipSync(bytes)),
      whole,
      table,
    ))
  )
    throw new Error('no index');
  return table;
}

export async function searchTable(messages: readonly IndexedMessage[]): Promise<SearchedTable> {
  return new SearchedTable(await fillTable(messages), ['northwind.example']);
}
