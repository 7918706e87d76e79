import { type Removal, removeFrom } from './removal.ts';

const area = 'log';
const entryTests = 'core/test/ledger/entry.test.ts';
const noteTests = 'core/test/ledger/note.test.ts';
const treeTests = 'core/test/ledger/tree.test.ts';
const published = 'lab/test/transparency/publish-log.test.ts';
const entry = removeFrom(area, 'core/src/ledger/entry.ts', entryTests, treeTests);
const kind = removeFrom(area, 'core/src/ledger/entry.ts', entryTests);
const base64 = removeFrom(area, 'core/src/ledger/base64.ts', 'core/test/ledger/base64.test.ts');
const checkpoint = removeFrom(area, 'core/src/ledger/checkpoint.ts', noteTests);
const note = removeFrom(area, 'core/src/ledger/note.ts', noteTests);
const key = removeFrom(area, 'core/src/ledger/verifier-key.ts', noteTests);
const hash = removeFrom(area, 'core/src/ledger/hash.ts', treeTests);
const proof = removeFrom(area, 'core/src/ledger/proof.ts', treeTests);
const proofFile = removeFrom(area, 'core/src/ledger/proof-file.ts', entryTests);
const tile = removeFrom(area, 'core/src/ledger/tile.ts', 'core/test/ledger/tile.test.ts');
const size = removeFrom(area, 'core/src/ledger/published-size.ts', entryTests);
const verify = removeFrom(area, 'core/src/ledger/verify-log.ts', 'lab/test/transparency/verify-log.test.ts');
const signing = removeFrom(area, 'lab/src/transparency/sign-log.ts', published);
const publishing = removeFrom(area, 'lab/src/transparency/publish-log.ts', published);
const head = removeFrom(area, 'lab/src/ledger/signed-head.ts', published);
const store = removeFrom(area, 'lab/src/ledger/store/entry-store.ts', 'lab/test/ledger/ledger-store.test.ts');
const start = removeFrom(area, 'lab/src/ledger/start-log.ts', 'lab/test/ledger/ledger-store.test.ts');
const sharedTests = 'lab/test/ledger/shared-log.test.ts';
const shared = removeFrom(area, 'lab/src/ledger/store/catch-up.ts', sharedTests);
const sharedHome = removeFrom(area, 'lab/src/adapters/log-home.ts', sharedTests);
const sharedCheck = removeFrom(area, 'lab/src/transparency/check-home.ts', sharedTests);
const places = removeFrom(area, 'lab/src/notice/wave/codes.ts', 'lab/test/notice/shared-places.test.ts');
const joining = removeFrom(area, 'lab/src/ledger/connect-log.ts', 'lab/test/incidents/join-log.test.ts');
const proven = removeFrom(area, 'lab/src/transparency/verify-files.ts', 'lab/test/transparency/verify-files.test.ts');
const statement = removeFrom(
  'figures',
  'core/src/transparency/figure-statement.ts',
  'core/test/transparency/figure-statement.test.ts',
);

/** What the log commits to, and what its readers do not believe (docs/formats/log.md, figures.md). */
export const logRemovals: readonly Removal[] = [
  entry('commitment-is-salted', 'input.set(salt);', ''),
  entry('length-of-a-salt', 'if (salt.length !== SALT_BYTES)', 'if (salt.length < 0)'),
  entry('entry-in-its-one-form', 'if (toCanonicalJson(value) !== text) return null;', ''),
  entry('entry-of-a-known-kind', '!isEntryKind(kind) || ', ''),
  entry('body-of-its-kind', 'return findBodyFault(kind, body) === null ? ', 'return kind !== null ? '),
  kind('wave-takes-approvals', "wave: ['approvals', 'document']", "wave: ['document']"),
  base64('base64-in-its-one-form', 'bytes !== null && toBase64(bytes) === text', 'bytes !== null'),
  base64('base64url-in-its-one-form', 'bytes !== null && toBase64Url(bytes) === text', 'bytes !== null'),
  checkpoint('no-extension-lines', "end !== '' || rest.length > 0", "end !== ''"),
  checkpoint('size-in-one-form', ' || !/^(?:0|[1-9]\\d*)$/.test(decimal)', ''),
  checkpoint('origin-is-the-name-of-the-key', ' || checkpoint.origin !== log.name', ''),
  checkpoint('witness-is-not-the-log', 'signatures?.some(({ key }) => key === log) === true', 'signatures !== null'),
  note('wrong-signature-spoils', 'if (checked === null) return null;', 'if (checked === null) continue;'),
  note('name-and-id-of-a-key', 'name === signature.name && id === signature.keyId', 'name === signature.name'),
  note(
    'signature-holds',
    '(await cryptography.verifyEd25519(key.publicKey, signature, message)) ? ',
    'message.length > 0 ? ',
  ),
  key('id-belongs-to-the-key', 'return key.id === id ? key : null;', 'return key;'),
  hash('node-is-no-leaf', 'nodeInput[0] = 0x01;', ''),
  proof('place-in-the-tree', 'index >= size || ', ''),
  proof(
    'path-leads-to-the-top',
    'return last === 0 && isSameHash(running, root);',
    'return isSameHash(running, root);',
  ),
  proof('path-leads-to-the-root', 'return last === 0 && isSameHash(running, root);', 'return last === 0;'),
  proof('consistent-with-the-older', 'isSameHash(older, old.root) && ', ''),
  proof('consistent-with-the-newer', ' && isSameHash(running, now.root);', ';'),
  proof('never-smaller', ' || old.size > now.size', ''),
  proof(
    'same-size-same-root',
    'return path.length === 0 && isSameHash(old.root, now.root);',
    'return path.length === 0;',
  ),
  proof(
    'empty-tree-has-one-root',
    'return path.length === 0 && isSameHash(old.root, hashEmptyTree(hashing));',
    'return path.length === 0;',
  ),
  proofFile('opening-in-its-one-form', 'if (toCanonicalJson(value) !== text) return null;', ''),
  proofFile('hashes-of-a-path', 'if (hash?.length !== HASH_BYTES) return null;', 'if (hash === null) return null;'),
  tile('entries-of-32-bytes', 'if (bytes[from] !== 0 || bytes[from + 1] !== HASH_BYTES) return null;', ''),
  size('constant-rate', 'entries * (periods + 1)', 'entries * (periods + 1) + (at % 2)'),
  verify('root-of-the-entries', 'if (rebuilt && !isSameHash(tree.root(), checkpoint.root))', 'if (rebuilt === null)'),
  verify('smaller-than-known', '} else if (size > checkpoint.size) {', '} else if (size < 0) {'),
  verify(
    'changed-before-a-known-checkpoint',
    'if (isSameHash(tree.root(), old.root)) return;',
    'if (old.size >= 0) return;',
  ),
  verify('tiles-of-the-entries', 'else if (!isSameHash(bytes, hashes))', 'else if (bytes.length === 0)'),
  verify(
    'missing-tile',
    "if (bytes === null) find('log-file-missing', path, 'this file is missing');\n    else if",
    'if (bytes !== null)\n     if',
  ),
  signing(
    'size-is-a-function-of-time',
    'toPublishedSize(rate, Math.max(at, rate.startedAt))',
    'await countEntries(store)',
  ),
  signing('padding', 'await pad(store, size, means);', ''),
  signing('clock-that-went-back', ', least, last?.size ?? 0)', ')'),
  signing('clock-that-is-wrong', 'if (missing > MOST_PADDING)', 'if (missing < 0)'),
  signing(
    'own-head',
    "if (head !== null) await assertContinues(store, hashing, head, 'the checkpoint that was signed last');",
    '',
  ),
  signing(
    'published-checkpoint',
    "if (published !== null) await assertContinues(store, hashing, published, 'the published checkpoint');",
    '',
  ),
  signing(
    'kept-checkpoint',
    "if (kept !== null) await assertContinues(store, hashing, { ...kept, origin: key.name }, 'the newest kept checkpoint');",
    '',
  ),
  signing('head-is-kept', 'writeHead(state, signed.note);', ''),
  head('never-backwards', 'if (size < signed.size) {', 'if (size < 0) {'),
  head('never-another-beginning', 'if (isSameHash(root, signed.root)) return;', 'if (root.length > 0) return;'),
  head('one-at-a-time', 'if (lock === null)', "if (state.path === '')"),
  head(
    'checkpoint-by-our-key',
    'if (verified !== null) return verified.checkpoint;',
    'if (verified !== null || path !== "") return verified?.checkpoint ?? null;',
  ),
  publishing(
    'checkpoint-last',
    'await writeTiles(store, folder, signed.checkpoint.size, ',
    'await writeTiles(store, folder, 0 * signed.checkpoint.size, ',
  ),
  publishing(
    'cosignatures-stay',
    'if (published?.size !== signed.checkpoint.size) writeDurableFile',
    'writeDurableFile',
  ),
  store('one-genesis', 'if ((first === 0) !== startsLog || ', 'if ('),
  store(
    'erased-stays-in-the-tree',
    '.set({ salt: null, entry: null })',
    '.set({ salt: null, entry: null, commitment: new Uint8Array(32) })',
  ),
  store('salt-is-erased', '.set({ salt: null, entry: null })', '.set({ entry: null })'),
  start('two-operators-at-least', 'if (operators.length < 2)', 'if (operators.length < 1)'),
  start(
    'operators-of-the-log',
    'toCanonicalJson(toListedOperators(known.operators)) === toCanonicalJson(toListedOperators(declared))',
    'keys.operators.length > 0',
  ),
  start('key-of-the-log', 'known.keys.log === verifier ? null', 'verifier !== "" ? null'),
  start(
    'rate-of-the-log',
    'genesis.rate.periodSeconds === log.everySeconds && genesis.rate.entries === log.entries',
    'log.entries > 0',
  ),
  start('origin-of-the-log', 'genesis.origin === log.origin ? null', 'log.origin !== "" ? null'),
  shared(
    'state-put-back',
    "if (isOwn && standing === 'kept' && store.home !== null)",
    "if (standing === 'void' && store.home !== null)",
  ),
  shared(
    'home-of-the-same-log',
    'if (there === undefined || !isSameHash(there.commitment, commitment))',
    'if (there === undefined)',
  ),
  shared('void-is-said-in-the-home', 'if (isOwn) store.home?.abandon(position);', ''),
  sharedHome('own-by-its-secret', "createHash('sha256').update(this.#secret)", "createHash('sha256')"),
  sharedHome(
    'refused-act-leaves-nothing',
    "if (this.#connection?.inTransaction === true) this.#connection.exec('ROLLBACK');",
    "if (this.#connection?.inTransaction === true) this.#connection.exec('COMMIT');",
  ),
  sharedCheck('hidden-among-those-of-others', 'entry.isOwn !== (kind !== ELSEWHERE)', 'entry.isOwn && position < 0'),
  sharedCheck(
    'void-that-was-kept',
    "kind === VOID && entry.standing === 'kept'",
    "kind === VOID && entry.standing === 'open'",
  ),
  places('places-of-other-incidents', 'store.home?.readOthersPlaces() ?? []', '[]'),
  places('place-claimed-twice', 'count + (others.get(bucket) ?? 0) > slots', 'count > slots'),
  joining('second-log-of-a-domain', 'refuseSecond(state, log.origin, folder);', 'void folder;'),
  joining('two-logs-stay-two', 'if (own > 0)', 'if (own < 0)'),
  joining('key-lies-in-the-home-alone', 'Buffer.from(mine).equals(Buffer.from(shared))', 'mine.length < 0'),
  joining('left-unsaid', 'if (known !== null)\n      throw', 'if (known === "")\n      throw'),
  proven('opening-is-of-this-entry', 'opening.index !== proof.index || ', ''),
  proven('path-of-a-proof', 'if (!verifyInclusion(hashing, claim, checkpoint.checkpoint))', "if (text === '')"),
  statement('statement-in-its-one-form', 'if (`${toCanonicalJson(value)}\\n` !== text) return null;', ''),
  statement('value-is-computed-anew', 'value: figure.value,\n    formula', 'formula'),
  statement('basis-is-stated-anew', '    exposure: basis,\n', ''),
  statement(
    'statement-has-its-members-alone',
    'names.join() ? members : null',
    'names.join() || members["v"] === 1 ? members : null',
  ),
];
