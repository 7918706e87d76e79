import { type Removal, removeFrom } from './removal.ts';

const area = 'verification';
const folder = 'core/test/verify';
const checking = `${folder}/check-notice.test.ts`;
const corpus = `${folder}/corpus.test.ts`;
const comparing = `${folder}/compare-message.test.ts`;
const prove = removeFrom(area, 'core/src/verify/prove-notice.ts', checking);
const keySet = removeFrom(area, 'core/src/notice/operator/key-set.ts', `${folder}/sealed-notice.test.ts`);
const former = removeFrom(area, 'core/src/notice/operator/former-keys.ts', `${folder}/check-notice.test.ts`);
const check = removeFrom(area, 'core/src/verify/check-notice.ts', checking, corpus);
const sealed = removeFrom(area, 'core/src/verify/sealed-notice.ts', `${folder}/sealed-notice.test.ts`);
const description = removeFrom(area, 'core/src/verify/site-description.ts', `${folder}/sealed-notice.test.ts`);
const tried = `${folder}/differential/differential.test.ts`;
const markup = `${folder}/allowed-markup.test.ts`;
const forged = `${folder}/forged-mail.test.ts`;
const compare = removeFrom(area, 'core/src/verify/compare/compare-message.ts', corpus, forged);
const received = removeFrom(area, 'core/src/verify/received/received-message.ts', corpus, forged);
const html = removeFrom(area, 'core/src/verify/compare/html-part.ts', corpus, forged);
const allowed = removeFrom(area, 'core/src/verify/html/allowed-markup.ts', markup, corpus, tried);
const sheet = removeFrom(area, 'core/src/verify/html/style-sheet.ts', markup, corpus);
const header = removeFrom(area, 'core/src/verify/compare/header-part.ts', corpus, forged, tried);
const words = removeFrom(area, 'core/src/verify/compare/words.ts', comparing, corpus);
const change = removeFrom(area, 'core/src/verify/compare/change.ts', `${folder}/sealed-notice.test.ts`);
const slot = removeFrom('site', 'core/src/verify/slot.ts', `${folder}/sealed-notice.test.ts`);
const sealing = removeFrom('site', 'core/src/verify/seal-notice.ts', `${folder}/sealed-notice.test.ts`);
const fill = removeFrom('site', 'lab/src/notice/site/write-site.ts', 'lab/test/notice/site/fill-buckets.slow.test.ts');
const built = 'lab/test/notice/site/build-site.slow.test.ts';
const collect = removeFrom('site', 'lab/src/notice/site/collect-sealed.ts', built);
const replaced = removeFrom('site', 'lab/src/notice/superseded.ts', 'lab/test/notice/superseded.test.ts');
const repeating = removeFrom('site', 'core/src/notice/wave/draft-wave.ts', 'lab/test/notice/superseded.test.ts');
const site = removeFrom('site', 'lab/src/notice/site/write-site.ts', built);
const dns = removeFrom('site', 'lab/src/notice/site/confirm-key.ts', 'lab/test/notice/site/confirm-key.test.ts');

/** What makes a notice genuine (docs/formats/verify-site.md). */
export const verificationRemovals: readonly Removal[] = [
  prove(
    'wave-path',
    'if (manifest === null || !isInWave(primitives, sealed, files.wavePath, toObject(manifest)))',
    'if (manifest === null)',
  ),
  prove('approvals-by-two', 'valid.length >= Math.max(QUORUM, keySet.quorum)', 'valid.length >= 1'),
  prove('quorum-of-the-key-set', 'Math.max(QUORUM, keySet.quorum)', 'QUORUM'),
  prove('matter-of-the-approvals', "    'wave',\n    digest", "    'withdrawal',\n    digest"),
  prove('manifest-that-was-approved', 'digestDocument(primitives, manifest),', "'00'.repeat(32),"),
  prove(
    'log-inclusion',
    "isIncluded ? findContinued(primitives, sealed, files, checkpoint) : 'failed'",
    "isIncluded ? findContinued(primitives, sealed, files, checkpoint) : 'missing'",
  ),
  prove('log-goes-on-from-what-is-printed', 'findContinued(primitives, sealed, files, checkpoint) :', "'passed' :"),
  prove('printed-root-of-the-text', 'root === null || said !== printed.root', 'root === null'),
  prove('proof-that-the-log-goes-on', 'consistency.length === 0 && printed.size < checkpoint.size', 'false'),
  prove('checkpoint-of-this-build', 'size !== checkpoint.size || ', ''),
  prove(
    'signature-of-the-log',
    "if (verified === null) return { log: 'failed', checkpoint: null };",
    "if (verified === null) return { log: 'missing', checkpoint: null };",
  ),
  prove(
    'text-of-the-record',
    "isIssuedText(primitives, sealed) ? 'passed' : 'failed'",
    "isIssuedText(primitives, sealed) ? 'passed' : 'missing'",
  ),
  keySet('key-set-without-two', ' || quorum < QUORUM', ''),
  keySet('key-set-of-two-people', 'operators.length < QUORUM || ', ''),
  former('key-set-of-then', 'position < until', 'until < 0'),
  former('key-set-until-a-change', 'position < until', 'until > 0'),
  former('key-set-of-another-log', 'keySet.log === current.log && ', ''),
  check('other-domain', "if (domain === null) return { kind: 'other-domain' };", ''),
  check('domain-that-ends-alike', 'asked.endsWith(`.${domain}`)', 'asked.endsWith(domain)'),
  check('withdrawn', "if (status.state === 'withdrawn')\n", 'if (status.state === null)\n'),
  check('contradiction', "if (isContradicted(proof, check.fingerprints)) return { kind: 'unproved', notice };", ''),
  check('contradicted-by-the-log', "proof.log === 'failed' || ", ''),
  check('contradicted-by-the-approvals', "proof.approvals === 'failed' || ", ''),
  check('contradicted-by-the-text', " || proof.text === 'failed'", ''),
  check(
    'fingerprint-that-was-vouched-for',
    'return !fingerprints.includes(proof.fingerprint) && !isFormerKey(proof, fingerprints);',
    'return false;',
  ),
  check(
    'former-key-is-named',
    'inForce !== null && fingerprint !== inForce',
    'inForce === null && fingerprint !== inForce',
  ),
  check('domain-that-was-typed', "if (!isDomainGiven) missing.push('domain');", ''),
  check('text-of-what-was-proved', "proof.approvals !== 'passed' || proof.log !== 'passed' || ", ''),
  check('nobody-vouches', "if (fingerprints === null) missing.push('key');", ''),
  check('approvals-that-are-missing', "if (proof.approvals === 'missing') missing.push('approvals');", ''),
  check('log-that-is-missing', "if (proof.log === 'missing') missing.push('log');", ''),
  check('files-that-are-recent', "if (!isRecent) missing.push('recent');", ''),
  check('files-of-a-week-at-most', ' && now - built <= RECENT_SECONDS', ''),
  check('files-without-a-day', 'built !== null && now', 'built === null || now'),
  check('superseded', 'if (notice.supersededAt !== null) return', 'if (notice.supersededAt === 0) return'),
  check('genuine-as-issued-alone', "standing === 'issued' ? 'genuine' : standing", "'genuine'"),
  check('file-that-was-cut', 'if (bucket?.length !== toBucketBytes(check.description.shape))', 'if (bucket === null)'),
  sealed('record-has-its-members-alone', 'keys !== (v === 2 ? RECORD_KEYS : FORMER_KEYS)', 'false'),
  sealed('size-of-a-sealed-notice', 'if (bytes.length > SEALED_NOTICE_BYTES) return null;', ''),
  description('largest-site', 'slots <= mostSlots && ', ''),
  change('text-that-shows-nothing', "return toVisible(shown.replaceAll('\\t', ' '));", 'return shown;'),
  compare(
    'html-that-differs',
    '...listChanges(text), ...listChanges(html), ...received.extraParts',
    '...listChanges(text), ...received.extraParts',
  ),
  compare('parts', '...listChanges(html), ...received.extraParts', '...listChanges(html)'),
  compare('header', '...(header?.changes ?? []), ', ''),
  compare('further-text', '...further, ', ''),
  compare('message-around-it', 'received.outer !== null || toOuter', 'toOuter'),
  compare('another-letter', "if (isAnotherLetter(parts)) return 'not-the-notice';", ''),
  received('repeated-field', 'repeated: message.repeated,\n  };', 'repeated: [],\n  };'),
  received(
    'extra-parts',
    'extraParts: [...listExtraParts(message.parts, known), ...listOutside(message)],',
    'extraParts: [],',
  ),
  html(
    'mark-up-by-what-is-allowed',
    'stray ?? sheet ?? inBody ?? checkHead(document.head, issued.hasLists) ?? whole.finding',
    'null',
  ),
  html('what-is-added-is-inert', 'if (![...before, ...after].every(isInert)) return null;', ''),
  allowed('elements', 'if (!ELEMENTS.has(name) &&', 'if (false &&'),
  allowed(
    'attributes',
    "this.#find(name.startsWith('on') ? 'active-element' : 'hidden-words', `${name}=${value}`);\n  }",
    '}',
  ),
  allowed('styles', "if (!isAllowedStyle(value)) this.#find('hidden-words', value);", ''),
  allowed('link-that-leads-elsewhere', 'if (own === null) this.#find', 'if (own === undefined) this.#find'),
  allowed('conditional-comments', '&& !WORD_CONDITION.test(text)', '&& false'),
  allowed('space-that-adds-up', 'isLine ? isTooWide(space) : space.across > around.across', 'false'),
  allowed('levels-of-blocks', 'isLine && blocks >= BLOCK_DEPTH', 'isLine && blocks < 0'),
  sheet('rules-that-style-the-notice', '!own[key].has(name)', 'true'),
  sheet(
    'rules-by-what-is-allowed',
    'if (declarations.every(isAllowedDeclaration) && isNarrow(selector, declarations)) return true;',
    'return true;',
  ),
  header('sender', 'changes.push(...sender);', ''),
  header('reply-address', 'if (foreign.length > 0) changes.push', 'if (foreign.length < 0) changes.push'),
  header('no-sender', 'sender === undefined || others.length > 0', 'sender === undefined'),
  header('topic-of-a-thread', '!isTopic(value, issued.subject) && !isTopic(value, received.subject)', 'false'),
  header('date', 'changes.push(...compareDate(issued, received), ', 'changes.push('),
  header('subject', 'if (subject.change !== null) changes.push(subject.change);', ''),
  words('white-space-is-harmless', '\\u00a0\\u1680', ''),
  words('what-shows-nothing-is-no-space', '\\u3000]+/g', '\\u3000\\u200b\\ufeff]+/g'),
  slot('fixed-size', 'new Uint8Array(toRoom(shape))', 'new Uint8Array(countSlotBytes(content))'),
  slot('what-does-not-fit', 'if (countSlotBytes(content) > toRoom(shape)) return null;', ''),
  slot('nonce-of-the-caller', 'slot.set(nonce);', ''),
  sealing('room-for-later-builds', 'inclusion: KEPT_PROOF', 'inclusion: []'),
  fill(
    'fresh-filler',
    'const bytes = freshBytes(toBucketBytes(shape));',
    'const bytes = new Uint8Array(toBucketBytes(shape));',
  ),
  fill('random-place', '(places[at] ?? 0) * shape.slotBytes', 'at * shape.slotBytes'),
  fill('full-bucket', 'if (slots.length > shape.slots)', 'if (slots.length < 0)'),
  collect('fresh-nonce', 'means.freshBytes(NONCE_BYTES)', 'new Uint8Array(NONCE_BYTES)'),
  collect('withdrawn-says-so', "if (notice.state === 'withdrawn')\n", 'if (notice.state === null)\n'),
  collect('superseded-says-so', 'superseded.get(notice.id) ?? null, means', 'superseded.get(-1) ?? null, means'),
  repeating('reminder-replaces-nothing', "kind === 'reminder' || ", ''),
  repeating('update-replaces-nothing', " || kind === 'update'", ''),
  replaced('guess-replaces-no-given-contact', '(isGuessed || !later.isGuessed)', 'true'),
  replaced('misdirected-replaces-nothing', ' || toldNobody(later)', ''),
  site('page-on-the-own-domain', 'if (host !== domain && !host?.endsWith(`.${domain}`))', "if (host === '')"),
  site('log-on-the-same-host', 'if (host !== logHost)', "if (host === '')"),
  dns('every-record-vouches', '[...new Set(keys)].sort()', 'keys.slice(0, 1)'),
  dns(
    'fault-is-not-none',
    "if (found.is === 'fault') return { is: 'fault', text: found.text };",
    "if (found.is === 'fault') return { is: 'none' };",
  ),
];
