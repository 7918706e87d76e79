import type { Removal } from './removal.ts';

const attribution = 'core/src/exposure/attribution/attribution.ts';
const coverage = 'core/src/exposure/coverage/coverage.ts';
const switches = 'core/src/exposure/coverage/switch-log.ts';
const folders = 'core/src/exposure/verdict/folder-map.ts';
const judge = 'core/src/exposure/verdict/mailbox-judge.ts';
const mentions = 'core/src/exposure/verdict/mention-rules.ts';
const places = 'core/src/exposure/verdict/place-rules.ts';
const records = 'core/src/exposure/records/record-store.ts';
const unresolved = 'core/src/exposure/unresolved.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

const attributionRules: readonly Removal[] = [
  remove('A1 session', attribution, 'if (!isShared(id)) return SESSION;', 'if (!isShared(id)) continue;'),
  remove('A2 token', attribution, 'if (holdsOneOf(this.#tokens, record.tokens)) return TOKEN;', ''),
  remove('A3 application', attribution, 'if (this.#isIntrudersApplication(record)) return APPLICATION;', ''),
  remove(
    'A4 shared-session',
    attribution,
    'if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;',
    'if (hasShared && !isOwners) return SESSION_SPLIT;',
  ),
  remove(
    'A4 session-split',
    attribution,
    'if (hasShared) return isOwners ? SHARED_SESSION : SESSION_SPLIT;',
    'if (hasShared && isOwners) return SHARED_SESSION;',
  ),
  remove('A5 address', attribution, 'if (facts.isIntruders) return ADDRESS;', ''),
  remove('A6 address-expanded', attribution, 'return ADDRESS_EXPANDED;', '{}'),
  remove(
    'A7 shared-address',
    attribution,
    'if (isOwners) return facts.isIntruders ? SHARED_ADDRESS : OWNER_ADDRESS;',
    'if (isOwners) return OWNER_ADDRESS;',
  ),
  remove(
    'A8 owner-address',
    attribution,
    'if (isOwners) return facts.isIntruders ? SHARED_ADDRESS : OWNER_ADDRESS;',
    'if (isOwners && facts.isIntruders) return SHARED_ADDRESS;',
  ),
  remove('A9 service', attribution, 'if (facts.isProviders && this.#isFirstParty(record)) return SERVICE;', ''),
  remove('A10 unattributed', attribution, 'return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;', 'return OUT_OF_WINDOW;'),
  remove('A11 out-of-window', attribution, 'return isInside ? UNATTRIBUTED : OUT_OF_WINDOW;', 'return UNATTRIBUTED;'),
  remove(
    'A5 not-outside-window',
    attribution,
    'if (isInside && !isOwners && !facts.isExcluded) {',
    'if (!isOwners && !facts.isExcluded) {',
  ),
  remove(
    'A5 not-excluded',
    attribution,
    'if (isInside && !isOwners && !facts.isExcluded) {',
    'if (isInside && !isOwners) {',
  ),
  remove('A6 no-session', attribution, 'if (record.sessions.length === 0 && this.#learned', 'if (this.#learned'),
];

const bindRules: readonly Removal[] = [
  remove(
    'B1 bind',
    mentions,
    "if (this.#isInFolder(place, mention)) reasons.add('bind', record);",
    'if (this.#isInFolder(place, mention)) return;',
  ),
  remove(
    'B1 bind-without-folder',
    mentions,
    "reasons.add(matches.isOneContent ? 'bind' : 'bind-ambiguous', record);",
    "if (!matches.isOneContent) reasons.add('bind-ambiguous', record);",
  ),
  remove('B2 bind-same-content', mentions, "reasons.add('bind-same-content', record);", 'return;'),
  remove(
    'B3 bind-ambiguous',
    mentions,
    "reasons.add(matches.isOneContent ? 'bind' : 'bind-ambiguous', record);",
    "if (matches.isOneContent) reasons.add('bind', record);",
  ),
  remove(
    'B4 bind-unattributed',
    mentions,
    "if (this.#isOurs(mention, ROLE.ambiguousBind)) reasons.add('bind-unattributed', [mention.record]);",
    '',
  ),
  remove(
    'B6 in-no-mailbox',
    unresolved,
    "if (strays > 0) yield { ...row, count: strays, reason: isHeld ? 'in-other-mailbox' : 'in-no-mailbox' };",
    "if (strays > 0 && isHeld) yield { ...row, count: strays, reason: 'in-other-mailbox' };",
  ),
  remove(
    'B6 in-other-mailbox',
    unresolved,
    "if (strays > 0) yield { ...row, count: strays, reason: isHeld ? 'in-other-mailbox' : 'in-no-mailbox' };",
    "if (strays > 0 && !isHeld) yield { ...row, count: strays, reason: 'in-no-mailbox' };",
  ),
  remove(
    'B6 deleted-before-collection',
    unresolved,
    "if (deletions > 0 && !isHeld) yield { ...row, count: deletions, reason: 'deleted-before-collection' };",
    '',
  ),
  remove('B7 lossy-record', places, 'this.#judgeLossy(place, arrived, reasons);', ''),
  remove(
    'Message-ID weaker-class',
    mentions,
    'for (const [id, held] of weaker.matches) if (this.#judgeId(copy, id, held, reasons)) isNamed = true;',
    '',
  ),
];

const syncRules: readonly Removal[] = [
  remove(
    'S1 sync-folder',
    places,
    "reasons.add(isBy(arrived, sync.time) ? 'sync-folder' : 'sync-hour', [sync.id]);",
    "if (!isBy(arrived, sync.time)) reasons.add('sync-hour', [sync.id]);",
  ),
  remove(
    'S2 sync-hour',
    places,
    "reasons.add(isBy(arrived, sync.time) ? 'sync-folder' : 'sync-hour', [sync.id]);",
    "if (isBy(arrived, sync.time)) reasons.add('sync-folder', [sync.id]);",
  ),
  remove('S3 sync-folder-unknown', places, "reasons.add('sync-folder-unknown', [sync.id]);", ''),
  remove(
    'S5 sync-mailbox',
    places,
    "reasons.add(this.#facts.policy.sync === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder', [sync.id]);",
    "if (this.#facts.policy.sync !== 'mailbox') reasons.add('sync-other-folder', [sync.id]);",
  ),
  remove(
    'S6 sync-other-folder',
    places,
    "reasons.add(this.#facts.policy.sync === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder', [sync.id]);",
    "if (this.#facts.policy.sync === 'mailbox') reasons.add('sync-mailbox', [sync.id]);",
  ),
  remove('S7 sync-unattributed', places, "if (relation !== 'other') reasons.add('sync-unattributed', [sync.id]);", ''),
  remove('S2 sixty-minutes', places, 'const SYNC_SECONDS = 60 * 60;', 'const SYNC_SECONDS = 0;'),
];

const declaredKind = (kind: string): Removal =>
  remove(
    `G1 gap-${kind}`,
    coverage,
    'if (declared.mailbox === custodian)',
    `if (declared.mailbox === custodian && declared.kind !== '${kind}')`,
  );

const gapRules: readonly Removal[] = [
  remove('T1 throttled', places, "if (isActive) reasons.add('throttled', gap.records, gap);", ''),
  remove(
    'T1 throttled-kind',
    coverage,
    "for (const { id, time } of records.throttled) gaps.add('throttled', { from: time, to: time + THROTTLE_SECONDS }, id);",
    '',
  ),
  remove(
    'G1 gap-lossy',
    coverage,
    "for (const { id, time, folders } of records.lossy) gaps.add('lossy', { from: time, to: time }, id, folders);",
    '',
  ),
  remove('G1 gap-lossy-by-row', coverage, "if (finding?.hasUnreadableAccess === true) gaps.add('lossy', covers);", ''),
  remove('G1 gap-truncated', coverage, "if (finding?.isTruncated === true) gaps.add('truncated', covers);", ''),
  remove(
    'G1 gap-bypassed',
    switches,
    "this.#note('bypassed', this.#accountOf(record), record, readFlag(record, 'AuditBypassEnabled'));",
    '',
  ),
  remove(
    'G1 gap-ingestion-off',
    switches,
    "this.#note('ingestion-off', '', record, negate(readFlag(record, 'UnifiedAuditLogIngestionEnabled')));",
    '',
  ),
  declaredKind('unlicensed'),
  declaredKind('audit-off'),
  declaredKind('before-retention'),
  declaredKind('unsupported'),
  remove('G1 gap-unasserted', coverage, 'gaps.addUnasserted(logged);', ''),
  remove(
    'G1 reach-by-credentials',
    places,
    "const isCertain = isActive || reach.has('credentials');",
    'const isCertain = isActive;',
  ),
  remove(
    'G1 intruder-active',
    places,
    "const isCertain = isActive || reach.has('credentials');",
    "const isCertain = reach.has('credentials');",
  ),
  remove(
    'G2 app-reach-used',
    places,
    "reasons.add(isApplicationSeen ? 'app-reach-used' : 'app-reach', gap.records, gap);",
    "if (!isApplicationSeen) reasons.add('app-reach', gap.records, gap);",
  ),
  remove(
    'G2 app-reach',
    places,
    "reasons.add(isApplicationSeen ? 'app-reach-used' : 'app-reach', gap.records, gap);",
    "if (isApplicationSeen) reasons.add('app-reach-used', gap.records, gap);",
  ),
  remove(
    'G3 delegate-reach',
    places,
    "if (reach.has('delegation')) reasons.add('delegate-reach', gap.records, gap);",
    '',
  ),
  remove(
    'Coverage lossy-folders',
    places,
    'return folders.some((folder) => !this.#folders.isKnown(folder) || this.#folders.isIn(place, folder));',
    'return true;',
  ),
];

const otherRules: readonly Removal[] = [
  remove('F1 forwarding', judge, '...forwardings.map(', '...[].map('),
  remove('Q1 search-hit', judge, '...searches.flatMap(', '...[].flatMap('),
  remove(
    'W1 handled',
    mentions,
    "if (this.#isOurs(mention, ROLE.handle)) reasons.add('handled', [mention.record]);",
    '',
  ),
  remove(
    'W2 quoted-out',
    mentions,
    "if (this.#isOurs(mention, ROLE.parent)) reasons.add('quoted-out', [mention.record]);",
    '',
  ),
  remove(
    'W3 intruder-sent',
    mentions,
    "if ((mention.roles & ROLE.send) !== 0) reasons.add('intruder-sent', [mention.record]);",
    '',
  ),
  remove('D1 after-containment', judge, "reasons.add('after-containment');", ''),
  remove('D1 but-not-named', judge, ' && !NAMED.some((code) => reasons.has(code))', ''),
  remove(
    'N1 complete-coverage',
    judge,
    "isComplete && mayBeCleared ? 'complete-coverage' : 'coverage-incomplete'",
    "'coverage-incomplete'",
  ),
  remove(
    'N2 coverage-incomplete',
    judge,
    "isComplete && mayBeCleared ? 'complete-coverage' : 'coverage-incomplete'",
    "'complete-coverage'",
  ),
  remove('N1 no-ambiguous-record', mentions, 'isNamedByAmbiguous = true;', 'isNamedByAmbiguous = false;'),
  remove(
    'N1 no-unresolved-id',
    mentions,
    'if (mailbox === UNNAMED_MAILBOX && (roles & ROLE.bind) !== 0) return true;',
    'void [mailbox, roles];',
  ),
  remove(
    'N1 has-message-id',
    judge,
    'const mayBeCleared = named !== null && !isNamedByAmbiguous;',
    'const mayBeCleared = !isNamedByAmbiguous;',
  ),
  remove(
    'Arrival one-alone-is-no-delivery',
    judge,
    'return arrived !== null && arrived > contained && !isDeliverySource(arrivedFrom) ? null : arrived;',
    'return arrived;',
  ),
  remove('Folders inbox', folders, 'if (type.trim().toLowerCase() === INBOX) paths.push(INBOX);', ''),
  remove(
    'Folders container-roots',
    folders,
    "while (from < levels.length && CONTAINER_ROOTS.has(levels[from] ?? '')) from += 1;",
    '',
  ),
  remove('Verdicts intruder-active', records, 'if (isIntruders) records.isActive = true;', ''),
];

/** Every rule by its code, and the sentences of docs/formats/rules.md that are easiest to lose. */
export const exposureRemovals: readonly Removal[] = [
  ...attributionRules,
  ...bindRules,
  ...syncRules,
  ...gapRules,
  ...otherRules,
];
