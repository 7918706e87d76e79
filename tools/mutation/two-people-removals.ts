import { type Removal, removeFrom } from './removal.ts';

const area = 'two-people';
const approval = removeFrom(
  area,
  'core/src/notice/operator/approval.ts',
  'core/test/notice/operator/approval.test.ts',
  'lab/test/notice/approval-store.test.ts',
);
const store = removeFrom(area, 'lab/src/notice/approval/approve.ts', 'lab/test/notice/approval-store.test.ts');
const approver = removeFrom(area, 'lab/src/notice/approval/approver.ts', 'lab/test/notice/own-mailbox.slow.test.ts');
const key = removeFrom(area, 'lab/src/notice/approval/approver.ts', 'lab/test/notice/waves.slow.test.ts');
const coolOff = removeFrom(area, 'lab/src/notice/approval/cool-off.ts', 'lab/test/notice/cool-off.test.ts');
const wave = removeFrom(area, 'lab/src/commands/notice/approve-wave.ts', 'lab/test/notice/waves.slow.test.ts');
const alteredTests = 'lab/test/notice/altered-state.slow.test.ts';
const altered = removeFrom(area, 'lab/src/commands/notice/approve-wave.ts', alteredTests);
const proposed = removeFrom(area, 'lab/src/commands/notice/withdraw-notices.ts', alteredTests);
const keys = removeFrom(area, 'lab/src/ledger/sound-keys.ts', 'lab/test/ledger/sound-keys.test.ts');
const proposals = removeFrom(area, 'lab/src/notice/store/proposal-store.ts', alteredTests);
const change = removeFrom(area, 'lab/src/commands/notice/operators.ts', alteredTests);
const curated = removeFrom(area, 'lab/src/notice/wave/check-composed.ts', 'lab/test/notice/fresh-figures.slow.test.ts');
const fresh = removeFrom(area, 'lab/src/notice/wave/check-composed.ts', 'lab/test/notice/check-composed.test.ts');
const answer = removeFrom(area, 'lab/src/commands/notice/enquiries.ts', 'lab/test/notice/fresh-figures.slow.test.ts');
const composed = removeFrom(area, 'lab/src/notice/wave/check-composed.ts', 'lab/test/notice/waves.slow.test.ts');
const standing = removeFrom(area, 'lab/src/notice/approval/standing.ts', 'lab/test/notice/own-mailbox.slow.test.ts');
const withdrawal = removeFrom(
  area,
  'lab/src/commands/notice/withdraw-notices.ts',
  'lab/test/notice/own-mailbox.slow.test.ts',
);
const settlement = removeFrom(
  area,
  'lab/src/commands/notice/settle-deliveries.ts',
  'lab/test/notice/own-mailbox.slow.test.ts',
);
const enquiry = removeFrom(area, 'lab/src/commands/notice/enquiries.ts', 'lab/test/notice/own-mailbox.slow.test.ts');
const operators = removeFrom(area, 'lab/src/commands/notice/operators.ts', 'lab/test/notice/new-key.slow.test.ts');
const sender = removeFrom(area, 'lab/src/notice/sender/check-wave.ts', 'lab/test/notice/sender/send-refusals.test.ts');

const counted = removeFrom(
  area,
  'lab/src/commands/notice/approve-wave.ts',
  'lab/test/notice/false-figures.slow.test.ts',
);
const missed = removeFrom(area, 'lab/src/notice/sender/check-wave.ts', 'lab/test/notice/taken-out.slow.test.ts');
const kept = removeFrom(area, 'lab/src/commands/notice/wave-grounds.ts', 'lab/test/notice/taken-out.slow.test.ts');

const coolOffCall = 'await assertCooledOff(store, operator, at);';

/** Nothing is told, taken back, settled or changed on the word of one person (docs/formats/wave.md). */
export const twoPeopleRemovals: readonly Removal[] = [
  approval('quorum', 'export const QUORUM = 2;', 'export const QUORUM = 1;'),
  approval(
    'same-person-twice',
    'valid.some(({ operator: name, key }) => name === approval.operator || key === approval.key)',
    'false',
  ),
  approval(
    'same-key-under-two-names',
    '({ operator: name, key }) => name === approval.operator || key === approval.key',
    '({ operator: name }) => name === approval.operator',
  ),
  approval(
    'own-key',
    'name === approval.operator && key === approval.key',
    'name === approval.operator && key !== null',
  ),
  approval('matter-in-the-signed-text', '${matter}\\n${digest}', '${digest}'),
  approval('digest-in-the-signed-text', '${matter}\\n${digest}', '${matter}'),
  approval(
    'signature',
    'if (await cryptography.verifyEd25519(key, signature, message)) valid.push(approval);',
    'valid.push(approval);',
  ),
  approval('own-mailbox', '.filter((custodian) => custodian === operator.custodian)', '.slice(0, 0)'),
  store('quorum-of-an-act', 'if (valid.length < QUORUM)', 'if (valid.length < 1)'),
  store(
    'twice-is-refused',
    'if (before.some(({ operator }) => operator === approval.operator))',
    'if (before.length > 9)',
  ),
  store(
    'act-and-entry-at-once',
    'return store.durableTransaction(async () => {',
    'return ((work: () => Promise<ApprovalResult>) => work())(async () => {',
  ),
  store('entry-before-effect', 'await act.effect(entry);', 'await act.effect(entry - 1);'),
  approver('mailbox-of-before', 'operator.ownMailboxes.flatMap(', "[operator.custodian ?? ''].flatMap("),
  key('key-of-the-name', 'if (toBase64Url(signer.publicKey) !== operator.key)', 'if (operator.key === "")'),
  standing(
    'mailboxes-are-remembered',
    '.filter(({ name, key }) => name === operator.name || key === operator.key)',
    '.slice(0, 0)',
  ),
  coolOff('cool-off', 'if (since === null || at >= since + coolOffSeconds) return;', 'if (at > 0) return;'),
  coolOff('cool-off-ends', 'at >= since + coolOffSeconds', 'at < 0'),
  coolOff('cool-off-of-a-key-that-came-back', 'known = isIn;', 'known ||= isIn;'),
  coolOff('no-cool-off-from-the-beginning', 'position === 0 ? null : changedAt', 'changedAt'),
  { ...wave('cool-off-before-a-wave', coolOffCall, ''), tests: ['lab/test/notice/new-key.slow.test.ts'] },
  { ...withdrawal('cool-off-before-a-withdrawal', coolOffCall, ''), tests: ['lab/test/notice/new-key.slow.test.ts'] },
  { ...enquiry('cool-off-before-an-answer', coolOffCall, ''), tests: ['lab/test/notice/new-key.slow.test.ts'] },
  { ...settlement('cool-off-before-a-settlement', coolOffCall, ''), tests: ['lab/test/notice/new-key.slow.test.ts'] },
  operators('cool-off-before-a-change', 'await assertCooledOff(state.store, operator, at);', ''),
  wave('digest-that-was-shown', '!wave.digest.startsWith(shownDigest)', 'wave.digest === ""'),
  wave(
    'own-mailbox-in-a-wave',
    '...custodians, ...(custodiansNow.get(party) ?? [])',
    '...custodians.slice(0, 0), ...(custodiansNow.get("") ?? [])',
  ),
  altered('own-mailbox-as-the-evidence-has-it', 'custodiansNow.get(party) ?? []', 'custodiansNow.get("") ?? []'),
  keys('operators-of-the-tree', 'if (fault !== null) throw refuseAltered(fault);', ''),
  keys('operators-by-two-of-before', 'if (valid.length < QUORUM)', 'if (valid.length < 0)'),
  keys('change-that-cannot-be-read', 'if (changes.length !== known.length - 1)', 'if (changes.length < 0)'),
  proposals('document-of-the-digest', 'if (runtime.sha256Hex(row.document) !== row.digest)', "if (row.digest === '')"),
  proposed('notice-of-the-proposal', 'if (toCommitment(runtime, notice) !== record)', "if (record === '')"),
  change('a-change-follows-another', 'follows: known.position,', ''),
  wave('figures-are-the-newest', 'assertFresh(wave, notices, version, parties);', ''),
  wave('nobody-is-held', 'assertNotHeld(wave, notices, spreadHolds(await readHolds(store), findHeirs), at);', ''),
  wave('only-what-is-composed', "if (wave.state !== 'composed')", "if (wave.state === 'none')"),
  composed('words-are-those-of-the-record', 'record?.text !== runtime.sha256Hex(text)', "text === ''"),
  composed('html-is-that-of-the-record', 'record.html !== runtime.sha256Hex(html)', "html === ''"),
  composed('subject-is-that-of-the-record', 'record.subject !== subject', "subject === ''"),
  composed('messages-are-those-of-the-record', 'if (!known) differs', 'if (known === null) differs'),
  composed('no-message-is-missing', 'if (found !== ', 'if (found > '),
  composed(
    'manifest-is-that-of-the-digest',
    'if (runtime.sha256Hex(wave.manifest) !== wave.digest)',
    "if (wave.digest === '')",
  ),
  fresh(
    'exposure-digest',
    'exposure.version !== newest.version || exposure.digest !== newest.digest',
    'exposure.version < 0',
  ),
  curated(
    'curation-since-then',
    "compareFigures(facts.figures, now) !== 'none'",
    'compareFigures(facts.figures, now) === null',
  ),
  withdrawal('own-mailbox-in-a-withdrawal', 'assertNotOwn(operator, notice.custodians);', ''),
  settlement(
    'own-mailbox-in-a-settlement',
    'assertNotOwn(operator, (await requireNotice(store, notice)).custodians);',
    'await requireNotice(store, notice);',
  ),
  enquiry('own-mailbox-in-an-answer', 'assertNotOwn(operator, notice.custodians);', ''),
  answer(
    'answer-that-follows-now',
    'if (answer !== toCanonicalJson(enquiry.answer as unknown as Json))',
    "if (answer === '')",
  ),
  {
    ...answer('answer-of-the-verdicts', 'await assertAsJudged(store, newest, null, progress);', ''),
    tests: ['lab/test/notice/false-figures.slow.test.ts'],
  },
  sender('proved-approvals', 'if (valid.length < QUORUM)', 'if (valid.length < 1)'),
  sender('proved-manifest', 'if (runtime.sha256Hex(wave.manifest) !== wave.digest)', "if (wave.digest === '')"),
  sender('proved-log-entry', 'if (toCanonicalJson(entry.document) !== wave.manifest)', "if (wave.manifest === '')"),
  sender('proved-tree', "if (Buffer.from(root).toString('hex') !== wave.root)", "if (wave.root === '')"),
  sender('proved-messages', 'approved.get(notice)?.has(sha256) !== true', "sha256 === ''"),
  counted('figures-of-the-verdicts', 'await assertAsJudged(store, version, null, progress);', ''),
  missed('message-that-was-taken-out', '([, messages]) => messages.size > 0', '([, messages]) => messages.size < 0'),
  kept('wave-that-was-taken-out', 'await assertWavesKept(state.store);', ''),
  sender('manifest-of-this-wave', 'manifest.root !== wave.root || manifest.wave !== id', 'manifest.root !== wave.root'),
];
