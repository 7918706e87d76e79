import type { Removal } from './removal.ts';

const coverage = 'core/src/exposure/coverage/coverage.ts';
const clipping = 'core/src/exposure/coverage/gap.ts';
const switches = 'core/src/exposure/coverage/switch-log.ts';
const lists = 'core/src/exposure/coverage/switch-log.ts';
const uses = 'core/src/exposure/coverage/use-log.ts';
const gaps = 'core/src/exposure/judge/gap-rules.ts';
const series = 'core/src/exposure/judge/gap-series.ts';
const reach = 'core/src/exposure/records/reach-log.ts';

const remove = (rule: string, file: string, find: string, replace: string): Removal => ({ rule, file, find, replace });

const declaredKind = (kind: string): Removal =>
  remove(
    `G1 gap-${kind}`,
    coverage,
    'if (declared.mailbox === custodian)',
    `if (declared.mailbox === custodian && declared.kind !== '${kind}')`,
  );

/** Where the log is blind, and what follows from it. */
export const coverageRemovals: readonly Removal[] = [
  remove('T1 throttled', gaps, "kind === 'throttled' ? 'throttled' :", "kind === 'throttled' ? 'app-reach' :"),
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
    "this.#note('bypassed', this.#accountOf(record), null, record, isFlag(record, 'AuditBypassEnabled', true));",
    '',
  ),
  remove(
    'G1 gap-ingestion-off',
    switches,
    "this.#note('ingestion-off', '', null, record, isFlag(record, 'UnifiedAuditLogIngestionEnabled', false));",
    '',
  ),
  remove(
    'G1 audit-off of-the-organization',
    switches,
    "this.#note('audit-off', '', null, record, isFlag(record, 'AuditDisabled', true));",
    '',
  ),
  remove(
    'G1 audit-off of-a-mailbox',
    switches,
    "this.#note('audit-off', `${custodian}\\nall`, custodian, record, isFlag(record, 'AuditEnabled', false));",
    '',
  ),
  remove(
    'G1 audit-off of-one-action',
    lists,
    'if (ACCESS.test(text)) return REMOVE.test(text);',
    'if (ACCESS.test(text)) return null;',
  ),
  remove(
    'G1 audit-off of-a-list-without-it',
    lists,
    'return REMOVE.test(text) || ADD.test(text) ? null : true;',
    'return null;',
  ),
  remove(
    'G1 unlicensed by-the-intruder',
    switches,
    "if (isOfIntruder) this.#note('unlicensed', custodian, custodian, record, true);",
    '',
  ),
  remove(
    'G1 gap-not-recorded',
    coverage,
    "for (const interval of records.notRecorded) gaps.add('not-recorded', interval);",
    '',
  ),
  remove('G1 not-recorded by-use', uses, 'return uses >= USES || isIntruderSeen', 'return isIntruderSeen'),
  remove('G1 not-recorded by-the-intruder', uses, 'return uses >= USES || isIntruderSeen', 'return uses >= USES'),
  remove(
    'G1 not-recorded thirty-days-before',
    uses,
    'const BEFORE_SECONDS = 30 * 24 * 60 * 60;',
    'const BEFORE_SECONDS = 0;',
  ),
  remove('G1 unsupported of-a-group', coverage, "kind === 'group'", "kind === 'user' && false"),
  declaredKind('unlicensed'),
  declaredKind('audit-off'),
  declaredKind('before-retention'),
  declaredKind('unsupported'),
  remove('G1 gap-unasserted', coverage, 'gaps.addUnasserted(logged);', ''),
  remove('G1 reach-by-credentials', gaps, "isActive ? [EVERYWHEN] : by('credentials')", 'isActive ? [EVERYWHEN] : []'),
  remove('G1 intruder-active', gaps, "isActive ? [EVERYWHEN] : by('credentials')", "by('credentials')"),
  remove('G2 app-reach-used', gaps, "isApplicationSeen ? 'app-reach-used' : 'app-reach'", "'app-reach'"),
  remove('G2 app-reach', gaps, "isApplicationSeen ? 'app-reach-used' : 'app-reach'", "'app-reach-used'"),
  remove('G3 delegate-reach', gaps, "this.#toReason('delegate-reach', all, by('delegation'), arrived)", 'null'),
  remove('Reach clipped', gaps, 'each === EVERYWHEN ? null : each', 'null'),
  remove('Reach cited', gaps, 'if (found.length > 0 && each.record !== null) used.add(each.record);', ''),
  remove(
    'Reach instants',
    series,
    'Math.max(from, since)), countUpTo(this.#froms, to));',
    'Math.max(from, since)), this.#froms.length);',
  ),
  remove('Reach by-permission', reach, "if (PERMISSIONS.has(operation)) return 'delegation';", ''),
  remove('Reach by-impersonation', reach, 'toLastPart(role) === IMPERSONATION', 'toLastPart(role) === operation'),
  remove(
    'Reach by-consent',
    reach,
    "values.some((value) => SCOPES.some((scope) => value.includes(scope))) ? 'application' : null",
    "values.length < 0 ? 'application' : null",
  ),
  remove('Reach by-a-used-user', reach, "label === 'intruder' || (isOfAll && isUsed)", "label === 'intruder'"),
  remove(
    'Coverage lossy-folders',
    gaps,
    'return folders.some((folder) => !this.#folders.isKnown(folder) || this.#folders.isIn(place, folder));',
    'return true;',
  ),
  remove(
    'Coverage clip-to-more-than-an-instant',
    clipping,
    'clipped.from < clipped.to || (from === to && clipped.from === clipped.to)',
    'clipped.from <= clipped.to',
  ),
];
