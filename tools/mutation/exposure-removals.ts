import { attributionRemovals } from './attribution-removals.ts';
import { coverageRemovals } from './coverage-removals.ts';
import type { Removal } from './removal.ts';

const folders = 'core/src/exposure/judge/folder-map.ts';
const judge = 'core/src/exposure/judge/mailbox-judge.ts';
const mentions = 'core/src/exposure/judge/mention-rules.ts';
const places = 'core/src/exposure/judge/place-rules.ts';
const tally = 'core/src/exposure/records/record-tally.ts';
const forwardings = 'core/src/exposure/records/forwarding.ts';
const targets = 'core/src/exposure/records/forward-target.ts';
const movedTo = 'core/src/exposure/records/record-store.ts';
const scope = 'core/src/exposure/records/record-scope.ts';
const syncs = 'core/src/exposure/judge/sync-rules.ts';
const cited = 'core/src/exposure/verdict/cited.ts';
const messageId = 'core/src/exposure/key/message-id.ts';
const unresolved = 'core/src/exposure/unresolved.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

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
  remove(
    'B3 bind-ambiguous',
    mentions,
    "reasons.add(matches.isOneContent ? 'bind' : 'bind-ambiguous', record);",
    "if (matches.isOneContent) reasons.add('bind', record);",
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
];

const otherRules: readonly Removal[] = [
  remove('F1 forwarding', judge, '...forwardings.map(', '...[].map('),
  remove('Q1 search-hit', judge, '...searches.flatMap(', '...[].flatMap('),
  remove(
    'Arrival one-alone-is-no-delivery',
    judge,
    'return arrived !== null && arrived > contained && !isDeliverySource(arrivedFrom) ? null : arrived;',
    'return arrived;',
  ),
  remove('Folders inbox', folders, 'if (type.trim().toLowerCase() === INBOX) paths.push(INBOX);', ''),
  remove(
    'Folders container-roots',
    'core/src/exposure/key/folder-key.ts',
    "while (from < levels.length && CONTAINER_ROOTS.has(levels[from] ?? '')) from += 1;",
    '',
  ),
];

const judgedRules: readonly Removal[] = [
  remove(
    'B2 bind-same-content',
    mentions,
    "inFolder.has(fingerprint) ? 'bind-same-content' : 'bind-same-id'",
    "'bind-same-id'",
  ),
  remove(
    'B3 bind-same-id',
    mentions,
    "inFolder.has(fingerprint) ? 'bind-same-content' : 'bind-same-id'",
    "'bind-same-content'",
  ),
  remove('B4 bind-unattributed', mentions, "reasons.add('bind-unattributed', mention.record);", 'void reasons;'),
  remove('B7 lossy-record', places, '...this.#judgeLossy(place, arrived),', ''),
  remove(
    'Message-ID weaker-class',
    mentions,
    'for (const [id, held] of weaker.matches) this.#judgeId(copy, id, held, heard);',
    '',
  ),
  remove('Message-ID comments', messageId, 'if (close >= 0) return', 'if (close >= text.length) return'),
  remove('L1 folder-listed', places, "'folder-listed',", "'sync-folder',"),
  remove('L1 folder-listed-unattributed', places, "'folder-listed-unattributed',", "'sync-unattributed',"),
  remove(
    'E1 export',
    places,
    "code: 'export', records: new TimedRecords(by(true))",
    "code: 'export', records: new TimedRecords([])",
  ),
  remove(
    'E1 export-unattributed',
    places,
    "code: 'export-unattributed', records: new TimedRecords(by(false))",
    "code: 'export-unattributed', records: new TimedRecords([])",
  ),
  remove(
    'E1 of-all-mailboxes',
    scope,
    "return !isOfOne || mailbox.state === 'unnamed';",
    "return mailbox.state === 'unnamed';",
  ),
  remove('S1 sync-folder', syncs, "add('sync-folder', records.cite(there, before));", ''),
  remove('S2 sync-hour', syncs, "add('sync-hour', records.cite(within, Math.min(there, before)));", ''),
  remove('S3 sync-folder-unknown', syncs, "add('sync-folder-unknown', records.cite(within, before));", ''),
  remove(
    'S5 sync-mailbox',
    syncs,
    "this.#policy === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder'",
    "'sync-other-folder'",
  ),
  remove(
    'S6 sync-other-folder',
    syncs,
    "this.#policy === 'mailbox' ? 'sync-mailbox' : 'sync-other-folder'",
    "'sync-mailbox'",
  ),
  remove(
    'S7 sync-unattributed',
    syncs,
    "if (relation !== 'other') add('sync-unattributed', records.cite(within, before));",
    '',
  ),
  remove('S2 sixty-minutes', syncs, 'const SYNC_SECONDS = 60 * 60;', 'const SYNC_SECONDS = 0;'),
  remove(
    'S1 moved-out-of-the-folder',
    syncs,
    "if (leftAt !== null) this.#judgeGroup(group, 'in', arrived, Number.NEGATIVE_INFINITY, leftAt, add);",
    '',
  ),
  remove(
    'F1 forwarding-unattributed',
    forwardings,
    "code: isIntruders ? 'forwarding' : 'forwarding-unattributed',",
    "code: 'forwarding',",
  ),
  remove(
    'F1 forwarding-unreadable',
    forwardings,
    "else if (isIntruders && !actions.isReadable) begin('forwarding-unreadable');",
    '',
  ),
  remove('F1 enabled', forwardings, 'if (start !== null) starts.push(start);', ''),
  remove(
    'F1 wholly-internal',
    targets,
    'return domains.some((own) => domain === own || domain.endsWith(`.${own}`));',
    'return domains.length < 0;',
  ),
  remove('W1 handled', mentions, "reasons.add('handled', mention.record);", 'void reasons;'),
  remove('W1 copied-out', mentions, "reasons.add('copied-out', mention.record);", 'void reasons;'),
  remove(
    'W1 copied-out by-guid',
    movedTo,
    '&& !guids.includes(destMailboxGuid)) return true;',
    '&& !guids.includes(destMailboxGuid)) return false;',
  ),
  remove('W2 quoted-out', mentions, "reasons.add('quoted-out', mention.record);", 'void reasons;'),
  remove('W3 intruder-sent', mentions, "reasons.add('intruder-sent', mention.record);", 'void reasons;'),
  remove('D1 after-containment', judge, "own.push(toReason('after-containment'));", ''),
  remove('D1 but-not-present', judge, ' && !own.some(({ code }) => PRESENT.has(code))', ''),
  remove('D1 but-not-named', judge, 'if (!isNamed && this.#isTooLate(arrived)', 'if (this.#isTooLate(arrived)'),
  remove(
    'D1 after-the-last-access',
    judge,
    'Math.max(window.contained, facts.records.lastReached)',
    'window.contained',
  ),
  remove(
    'D1 an-hour-after-a-sync',
    tally,
    "const end = kind === 'sync' ? time + SYNC_SECONDS :",
    "const end = kind === 'sync' ? time :",
  ),
  remove(
    'D1 at-a-listed-address',
    tally,
    "if (isIntruders || reason === 'address-out-of-window') this",
    "if (isIntruders && reason !== 'address-out-of-window') this",
  ),
  remove('N1 complete-coverage', judge, 'isComplete && mayBeCleared ? CLEARED : INCOMPLETE', 'INCOMPLETE'),
  remove('N2 coverage-incomplete', judge, 'isComplete && mayBeCleared ? CLEARED : INCOMPLETE', 'CLEARED'),
  remove('N1 nothing-beyond-the-rules', judge, ' && !records.isBeyondRules', ''),
  remove('N1 no-strangers', judge, ' && !hasStrangers', ''),
  remove(
    'N1 no-ambiguous-record',
    mentions,
    '(mention.roles & ROLE.ambiguous) !== 0) heard.isNamed = true;',
    '(mention.roles & ROLE.ambiguous) !== 0) heard.isNamed = false;',
  ),
  remove(
    'N1 no-unresolved-id',
    mentions,
    '(roles & (ROLE.bind | ROLE.handle | ROLE.copiedOut)) !== 0) return true;',
    '(roles & (ROLE.bind | ROLE.handle | ROLE.copiedOut)) !== 0) return false;',
  ),
  remove(
    'N1 has-message-id',
    judge,
    'const mayBeCleared = named !== null && !isNamed;',
    'const mayBeCleared = !isNamed;',
  ),
  remove('Reasons capped', cited, 'export const CITED = 20;', 'export const CITED = 21;'),
  remove('Verdicts intruder-active', tally, 'if (isIntruders && !isRefusedSignIn(record)) this.#isActive = true;', ''),
  remove(
    'Verdicts not-by-a-refused-sign-in',
    tally,
    'if (isIntruders && !isRefusedSignIn(record)) this.#isActive = true;',
    'if (isIntruders) this.#isActive = true;',
  ),
];

/** Every rule by its code, and the sentences of docs/formats/rules.md that are easiest to lose. */
export const exposureRemovals: readonly Removal[] = [
  ...attributionRemovals,
  ...bindRules,
  ...coverageRemovals,
  ...otherRules,
  ...judgedRules,
];
