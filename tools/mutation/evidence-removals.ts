import { type Removal, removeFrom } from './removal.ts';

const mailboxTests = 'core/test/exposure/mailbox.test.ts';
const whose = removeFrom('record', 'core/src/exposure/attribution/mailbox-index.ts', mailboxTests);
const alert = removeFrom('record', 'core/src/exposure/alert/alert.ts', mailboxTests);
const listed = removeFrom(
  'record',
  'core/src/evidence/record/listed-items.ts',
  'core/test/evidence/audit/record/access-row.test.ts',
);
const arrival = removeFrom('copy', 'core/src/evidence/message/copy.ts', 'core/test/evidence/message/arrival.test.ts');
const decoder = removeFrom('charset', 'lab/src/adapters/runtime.ts', 'lab/test/adapters/decoder.test.ts');
const pageDecoder = removeFrom('charset', 'web/src/platform/browser-runtime.ts', 'web/test/decoding.more.test.ts');

const rowTests = 'core/test/evidence/audit/record/access-row.test.ts';
const text = removeFrom('record', 'core/src/evidence/record/loose-value.ts', rowTests);
const named = removeFrom('record', 'core/src/evidence/record/named-values.ts', rowTests);
const unwrapped = removeFrom('record', 'core/src/evidence/audit/access-row.ts', rowTests);
const cut = removeFrom(
  'record',
  'core/src/evidence/audit/container/truncation.ts',
  'core/test/evidence/audit/truncation.test.ts',
);
const tables = removeFrom(
  'record',
  'core/src/evidence/audit/container/json-tables.ts',
  'core/test/evidence/audit/json-tables.test.ts',
);
const throttling = removeFrom(
  'record',
  'core/src/evidence/record/audit-record-reading.ts',
  'core/test/evidence/audit/record/throttling.test.ts',
);
const lineEnds = removeFrom(
  'message',
  'core/src/evidence/message/mime/entity-reader.ts',
  'core/test/evidence/message/message-reader.test.ts',
);
const part = removeFrom(
  'message',
  'core/src/evidence/message/mime/leaf-sinks.ts',
  'core/test/evidence/message/whole-message.test.ts',
);
const held = removeFrom(
  'message',
  'core/src/review/projection/project-message.ts',
  'core/test/review/projection/line-ends.test.ts',
);
const rule = removeFrom('F1', 'core/src/exposure/records/forwarding.ts', 'core/test/exposure/verdict.test.ts');
const readingTests = 'lab/test/evidence/read-mailbox.test.ts';
const maildir = removeFrom('message', 'lab/src/evidence/reader/read-content.ts', readingTests);
const mac = removeFrom('message', 'lab/src/evidence/reader/read-mbox.ts', readingTests);
const packed = removeFrom('message', 'lab/src/evidence/reader/read-content.ts', 'lab/test/evidence/packed.test.ts');
const emlx = removeFrom('message', 'lab/src/evidence/reader/emlx-cut.ts', 'lab/test/evidence/emlx.test.ts');
const outlook = removeFrom(
  'message',
  'lab/src/evidence/reader/outlook/rtf-body.ts',
  'lab/test/evidence/rtf-body.test.ts',
);

const lostTests = 'lab/test/commands/evidence/lost-evidence.slow.test.ts';
const judged = removeFrom('lost', 'lab/src/evidence/store/judged-file-store.ts', lostTests);
const lost = removeFrom('lost', 'lab/src/commands/evidence/lost-evidence.ts', lostTests);
const kept = removeFrom('lost', 'lab/src/commands/conclude-run.ts', lostTests);

const key = removeFrom('record', 'core/src/base/id-key.ts', mailboxTests);
const kindOf = removeFrom('record', 'core/src/evidence/record/access-kind.ts', 'core/test/evidence/audit/record');
const verified = removeFrom(
  'verify',
  'lab/src/evidence/evidence-comparison.ts',
  'lab/test/commands/evidence/verify-evidence.slow.test.ts',
);

/** What a record or a message says, where losing it would clear somebody. */
export const evidenceRemovals: readonly Removal[] = [
  whose('of-an-owner-beside-an-unknown-guid', 'if (byOwner !== null) return', "if (byOwner === '') return"),
  alert('guid-that-is-not-listed', "mailbox.state === 'supplied' && mailbox.unlistedGuid !== null", 'mailbox === null'),
  listed('any-text-hides-items', " || typeof nested === 'string';\n}", ';\n}'),
  arrival('zero-is-none', 'time !== null && time !== 0', 'time !== null'),
  arrival('earliest-of-three', 'Math.min(found.at, at)', 'found.at'),
  arrival('one-alone-is-no-source', "|| source === 'earliest'", "|| source !== 'unknown'"),
  decoder('replacement-is-no-label', "return name === 'replacement' ? null : name;", 'return name;'),
  decoder('decoder-of-the-standard', 'new StandardTextDecoder(encoding)', 'new TextDecoder(encoding)'),
  pageDecoder('one-decoder-a-text', 'if (options?.stream !== true) decoder = new TextDecoder(encoding);', ''),
  judged(
    'shards-that-were-judged',
    ".set({ judged: version }).where('current', '=', 1)",
    ".set({ judged: null }).where('current', '=', 1)",
  ),
  judged('only-what-a-version-was-judged-from', "    .where('judged', 'is not', null)\n", ''),
  judged('of-its-own-mailbox', ' and ${OWNER} = judged.custodian', ''),
  judged(
    'elsewhere-in-its-own-mailbox',
    '(judged.purpose, judged.custodian, judged.sha256) in (${HELD})',
    'judged.sha256 in (select sha256 from evidence_file)',
  ),
  judged('what-is-there-now', ' and current = 1))`;', '))`;'),
  judged('not-what-could-not-be-opened', 'now.sha256 <> ${UNREAD_DIGEST}', 'now.sha256 is not null'),
  lost('accepted-by-its-digest', 'toDigestPlace(toCommonPath(first, last), digest)', 'toCommonPath(first, last)'),
  key('without-braces', "name.startsWith('{') && name.endsWith('}') ? name.slice(1, -1).trim() : name", 'name'),
  kindOf(
    'operations-without-case',
    "operation.toLowerCase() === 'mailitemsaccessed'",
    "operation === 'MailItemsAccessed'",
  ),
  verified('what-was-added', 'for (; next.done !== true; next = files.next()) await this.#pushAdded(next.value);', ''),
  verified('what-became-a-link', "this.#push(first, 'link', found);", 'return;'),
  text('every-object-of-a-list', 'return found.length === 1 ? (found[0] ?? null) : found;', 'return found[0] ?? null;'),
  named('list-that-became-one-object', 'if (isObject(whole) && !hasName(whole))', 'if (whole === values)'),
  unwrapped('module-of-graph', 'return isObject(within) ? within : record;', 'return record;'),
  cut('caps-of-other-ways', ' || furtherCaps.includes(rows)', ''),
  tables('error-beside-the-rows', "depth === 1 && topName === 'error' && byte !== 0x6e", 'depth < 0'),
  tables('what-a-table-lacks', 'collector.addMissing(findMissingColumns(columns))', ''),
  throttling('cut-off-whole', ' || isThrottlingLost(source)', ''),
  lineEnds(
    'line-ends-of-old-macs',
    "return this.#lineEnds === 'returns' ? toLineFeeds(whole, last) : whole;",
    'return whole;',
  ),
  mac('mbox-of-an-old-mac', "? 'returns' : 'feeds'", "? 'feeds' : 'feeds'"),
  held('held-where-fields-cannot-be-cut', "if (endsLinesWithReturns(message)) return 'unreadable';", ''),
  part('own-bytes', 'this.#pieces.length === 0 ? new Uint8Array(bytes)', 'this.#pieces.length === 0 ? bytes.slice()'),
  maildir(
    'compressed-in-a-maildir',
    "as === 'message' && known.inMaildir !== 'as-it-is' ? message : known",
    "as === 'message' ? message : known",
  ),
  emlx('all-where-the-number-is-wrong', 'this.#hasList ? own : Buffer.concat([own, this.#held])', 'own'),
  emlx('what-it-lacks', 'edge.includes(LEFT_OUT) || bytes.includes(LEFT_OUT)', 'false'),
  packed(
    'no-text-in-a-maildir',
    "as === 'message' && known.inMaildir === undefined && !isText(content.head)",
    'known === null',
  ),
  outlook('text-in-rtf-alone', 'if (!body.isHtml) return { text: body.text, html };', 'return { text, html };'),
  rule('of-a-mail-program', 'if (custodian !== null) this.#gatherProgramRule(record, custodian, who);', ''),
  kept('where-the-version-stays', '      await markJudged(store, last.version);\n', ''),
];
