import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import { claimNothingFound, claimSearched } from '@candor/core/impact/findings';
import type { DecisionView } from '../../../commands/impact/decide-findings.ts';
import type { FindingOverview, FindingPage, ValueView } from '../../../commands/impact/list-findings.ts';
import type { ExposedFinding } from '../../../commands/impact/read-findings.ts';
import { type Screen, showTable, showText, toVisible, wrap } from './screen.ts';
import { toSizeWords, toUnreadWords } from './unread-words.ts';

/** Parties and custodians that are listed; `--json` has all. */
const LISTED = 10;

/** What exposed mail holds, what waits for a person, and what could not be searched. */
export function showOverview(screen: Screen, overview: FindingOverview, state: string): void {
  const { kinds, searched, parties, custodians } = overview;
  screen.line(screen.bold(toVisible(`${overview.organization}, incident ${overview.incident}`)));
  screen.line();
  for (const line of toFoundSentences(overview)) showText(screen, line);
  if (kinds.length > 0) showKinds(screen, kinds);
  showNames(
    screen,
    'party',
    parties.map(({ party, ...sums }) => [party, sums.secrets, sums.messages]),
  );
  showNames(
    screen,
    'mailbox',
    custodians.map(({ custodian, ...sums }) => [custodian, sums.secrets, sums.messages]),
  );
  screen.line();
  showText(screen, toSearchedSentence(searched));
  if (searched.unsearched > 0)
    showText(
      screen,
      `${formatAmount(searched.unsearched, 'message')} not searched: the evidence is not what it was, or is gone.`,
      { paint: 'warn' },
    );
  const { unreached = 0 } = searched;
  if (unreached > 0)
    showText(
      screen,
      `${formatAmount(unreached, 'message')} not searched: the log is inconclusive, and nothing shows that the intruder reached the mailbox.`,
    );
  for (const [reason, number] of Object.entries(searched.unread))
    showText(
      screen,
      `Not read in ${formatAmount(number, 'message')}: ${toUnreadWords(reason, searched.unreadSizes?.[reason])}.`,
    );
  const waiting = kinds.reduce((sum, kind) => sum + kind.waiting, 0);
  screen.line();
  if (waiting > 0)
    showNext(
      screen,
      `${formatCount(waiting)} ${waiting === 1 ? 'waits' : 'wait'} for a person:`,
      screen.typed('candor findings list --is waiting', state),
    );
  showNext(screen, 'One by one:', screen.typed('candor findings list', state));
}

/** What may be said where nothing is listed, and what was erased. */
function toFoundSentences({ kinds, searched, erasures }: FindingOverview): readonly string[] {
  const erased = erasures.map(
    ({ at, findings, messages }) =>
      `Erased on ${formatInstant(at)}: ${formatAmount(findings, 'finding')} that had been counted in ${formatAmount(messages, 'searched message')}.`,
  );
  if (kinds.length > 0) return erased;
  const claim = claimNothingFound(searched, kinds.length);
  if (claim !== null)
    return [
      `The search found no secrets and no personal data in ${formatAmount(claim.value.messages, 'exposed message')}. A search misses some.`,
    ];
  if (erased.length > 0) return erased;
  return ['The search lists no finding, but it did not cover everything; see below.'];
}

/** "Searched" with its limit in the same sentence. */
function toSearchedSentence(searched: FindingOverview['searched']): string {
  const claim = claimSearched(searched);
  if (claim.is === 'whole') return `${formatAmount(claim.messages.value, 'exposed message')} searched.`;
  const { unsearched, unread, unreadSize, erased, missed } = claim.limits;
  const but = [
    ...(unsearched > 0 ? [`${formatAmount(unsearched, 'message')} not searched`] : []),
    ...(Object.keys(unread).length > 0 ? [`what could not be read${toSizeWords(unreadSize)}`] : []),
    ...(erased > 0 ? [`${formatAmount(erased, 'message')} with erased findings`] : []),
    ...(missed === null ? ['no control message was tried with this search'] : []),
    ...(missed !== null && missed.length > 0 ? [`control messages that it did not find (${missed.join(', ')})`] : []),
  ];
  return `${formatAmount(claim.searched, 'exposed message')} searched, but for: ${but.join('; ')}.`;
}

/** What to type next; below its reason where the screen is too narrow for both. */
export function showNext(screen: Screen, why: string, command: string): void {
  const isWide = why.length + 1 + command.length <= screen.width;
  for (const line of isWide ? [`${why} ${command}`] : [why, `  ${command}`]) screen.line(line);
}

/** Columns that say nothing but zero are left out. Specially protected data has no values. */
function showKinds(screen: Screen, kinds: FindingOverview['kinds']): void {
  const columns: readonly (readonly [name: string, of: (kind: FindingOverview['kinds'][number]) => string])[] = [
    ['counted', ({ counted }) => formatCount(counted)],
    ...(['waiting', 'dismissed'] as const)
      .filter((name) => kinds.some((kind) => kind[name] > 0))
      .map((name) => [name, (kind: FindingOverview['kinds'][number]) => formatCount(kind[name])] as const),
    ['values', ({ values }) => (values === null ? '' : formatCount(values))],
    ['messages', ({ messages }) => formatCount(messages)],
    ['kind', ({ kind }) => kind],
  ];
  const rows = [columns.map(([name]) => name), ...kinds.map((kind) => columns.map(([, of]) => of(kind)))];
  const right = columns.slice(0, -1).map((_, at) => at);
  showTable(screen, rows, right, '  ');
}

function showNames(
  screen: Screen,
  what: string,
  rows: readonly (readonly [name: string, secrets: number, messages: number])[],
): void {
  if (rows.length === 0) return;
  screen.line();
  const cells = rows
    .slice(0, LISTED)
    .map(([name, secrets, messages]) => [formatCount(secrets), formatCount(messages), toVisible(name)]);
  showTable(screen, [['secrets in', 'findings in', what], ...cells], [0, 1], '  ');
  if (rows.length > LISTED) screen.line(screen.dim(`  and ${formatCount(rows.length - LISTED)} more (--json)`));
}

export function showFindingPage(screen: Screen, { findings, from, total }: FindingPage, state: string): void {
  if (total === 0) {
    screen.line('No such finding.');
    return;
  }
  const rows = findings.map((finding) => [
    formatCount(finding.value),
    finding.kind,
    toVisible(finding.mask),
    finding.confidence,
    finding.state,
    toVisible(toPlace(finding)),
  ]);
  showTable(screen, [['value', 'kind', 'mask', 'confidence', 'is', 'place'], ...rows], [0]);
  screen.line();
  screen.line(
    screen.dim(`${formatCount(from + 1)} to ${formatCount(from + findings.length)} of ${formatCount(total)}`),
  );
  showNext(screen, 'Every place of a value:', screen.typed('candor findings show NUMBER', state));
}

function toPlace({ locations, part, offset }: ExposedFinding): string {
  return `${locations[0] ?? ''} ${part}:${offset}`;
}

export function showValueView(screen: Screen, { value, places, decisions }: ValueView): void {
  const [first] = places;
  if (first === undefined) return;
  screen.line(screen.bold(toVisible(`Value ${value}: ${first.kind} ${first.mask}, ${first.state}`)));
  for (const { message, part, offset, detector, confidence, date, sender, locations } of places) {
    screen.line();
    const when = date === null ? 'no date' : formatInstant(date);
    showText(screen, toVisible(`${when} from ${sender || 'nobody named'}`));
    showText(screen, toVisible(`part ${part} at ${formatCount(offset)}, ${detector}, ${confidence}`), { indent: '  ' });
    for (const location of locations) showText(screen, toVisible(location), { indent: '  ' });
    screen.line(screen.dim(`  ${message}`));
  }
  for (const decision of decisions) showDecision(screen, decision, null);
}

export function showDecisions(screen: Screen, decisions: readonly DecisionView[]): void {
  if (decisions.length === 0) screen.line('Nothing was decided.');
  for (const decision of decisions) showDecision(screen, decision, null);
}

const DECISION_INDENT = '    ';

/** `findings`: how many it is about now; null where that is not said. */
export function showDecision(screen: Screen, decision: DecisionView, findings: number | null): void {
  const { sequence, act, by, at, why, about, mentions, of, erased, isInForce } = decision;
  const meant = Object.entries(about ?? {}).map(([what, which]) => `${what} ${which}`);
  const whom =
    mentions === null ? meant.join(', ') : formatAmount(mentions, 'mention of a person', 'mentions of persons');
  const what = erased === null ? `${act} ${of ?? whom}` : `erase ${toErased(erased)}`;
  const many = findings === null ? '' : `: ${formatAmount(findings, 'finding')} now`;
  const gone = isInForce ? '' : ' (undone)';
  const text = toVisible(`${sequence}   ${what}${many}, by ${by}, ${formatInstant(at)}${gone}. ${why}`);
  const [head = '', ...more] = wrap(text, screen.width - DECISION_INDENT.length);
  for (const line of [head, ...more.map((rest) => `${DECISION_INDENT}${rest}`)]) screen.line(line);
}

function toErased({ findings, messages, before }: NonNullable<DecisionView['erased']>): string {
  const since = before === null ? '' : ` recorded before ${formatInstant(before)}`;
  return `${formatAmount(findings, 'finding')} of ${formatAmount(messages, 'message')}${since}`;
}
