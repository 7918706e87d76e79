import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import type { DecisionView } from '../../commands/impact/decide-findings.ts';
import type { FindingOverview, FindingPage, ValueView } from '../../commands/impact/list-findings.ts';
import type { ExposedFinding } from '../../commands/impact/read-findings.ts';
import { MAX_CELL_WIDTH, type Screen, toColumns, toVisible, wrap } from './screen.ts';
import { UNREAD_WORDS } from './unread-words.ts';

/** Parties and custodians that are listed; `--json` has all. */
const LISTED = 10;

/** What exposed mail holds, what waits for a person, and what could not be searched. */
export function showOverview(screen: Screen, overview: FindingOverview, state: string): void {
  const { kinds, searched, parties, custodians } = overview;
  screen.line(screen.bold(toVisible(`${overview.organization}, incident ${overview.incident}`)));
  screen.line();
  if (kinds.length === 0) screen.line('No secrets and no personal data were found.');
  else {
    const rows = kinds.map(({ kind, counted, waiting, dismissed, values, messages }) => [
      ...[counted, waiting, dismissed, values, messages].map(formatCount),
      kind,
    ]);
    const head = ['counted', 'waiting', 'dismissed', 'values', 'messages', 'kind'];
    for (const line of toColumns([head, ...rows], [0, 1, 2, 3, 4])) screen.line(`  ${line}`);
  }
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
  screen.line(`${formatAmount(searched.searched, 'exposed message')} searched.`);
  if (searched.unsearched > 0)
    screen.line(
      screen.warn(
        `${formatAmount(searched.unsearched, 'message')} not searched: the evidence is not what it was, or is gone.`,
      ),
    );
  if (searched.unreached > 0)
    for (const line of wrap(
      `${formatAmount(searched.unreached, 'message')} not searched: the log is inconclusive, and nothing shows that the intruder reached the mailbox.`,
      screen.width,
      '',
    ))
      screen.line(line);
  if (searched.erased > 0) screen.line(`${formatAmount(searched.erased, 'message')} with erased findings.`);
  for (const [reason, number] of Object.entries(searched.unread))
    screen.line(`Not read in ${formatAmount(number, 'message')}: ${UNREAD_WORDS[reason] ?? reason}.`);
  const waiting = kinds.reduce((sum, kind) => sum + kind.waiting, 0);
  screen.line();
  if (waiting > 0)
    screen.line(
      `${formatCount(waiting)} wait for a person: ${screen.typed('candor findings list --is waiting', state)}`,
    );
  screen.line(`One by one: ${screen.typed('candor findings list', state)}`);
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
  for (const line of toColumns([['secrets in', 'findings in', what], ...cells], [0, 1])) screen.line(`  ${line}`);
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
    toVisible(toPlace(finding)).slice(-MAX_CELL_WIDTH),
  ]);
  for (const line of toColumns([['value', 'kind', 'mask', 'confidence', 'is', 'place'], ...rows], [0]))
    screen.line(line.slice(0, screen.width));
  screen.line();
  screen.line(
    screen.dim(`${formatCount(from + 1)} to ${formatCount(from + findings.length)} of ${formatCount(total)}`),
  );
  screen.line(`Every place of a value: ${screen.typed('candor findings show NUMBER', state)}`);
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
    screen.line(toVisible(`${date === null ? 'no date' : formatInstant(date)}   from ${sender || 'nobody named'}`));
    screen.line(toVisible(`  part ${part} at ${formatCount(offset)}, ${detector}, ${confidence}`));
    for (const location of locations)
      for (const line of wrap(toVisible(location), screen.width, '  ')) screen.line(line);
    screen.line(screen.dim(`  ${message}`));
  }
  for (const decision of decisions) showDecision(screen, decision, null);
}

export function showDecisions(screen: Screen, decisions: readonly DecisionView[]): void {
  if (decisions.length === 0) screen.line('Nothing was decided.');
  for (const decision of decisions) showDecision(screen, decision, null);
}

/** `findings`: how many it is about now; null where that is not said. */
export function showDecision(screen: Screen, decision: DecisionView, findings: number | null): void {
  const { sequence, act, by, at, why, about, of, erased, isInForce } = decision;
  const meant = Object.entries(about ?? {}).map(([what, which]) => `${what} ${which}`);
  const what = erased === null ? `${act} ${of ?? meant.join(', ')}` : `erase ${toErased(erased)}`;
  const many = findings === null ? '' : `: ${formatAmount(findings, 'finding')} now`;
  const gone = isInForce ? '' : ' (undone)';
  for (const line of wrap(
    toVisible(`${sequence}   ${what}${many}, by ${by}, ${formatInstant(at)}${gone}. ${why}`),
    screen.width,
    '    ',
  ))
    screen.line(line);
}

function toErased({ findings, messages, before }: NonNullable<DecisionView['erased']>): string {
  const since = before === null ? '' : ` recorded before ${formatInstant(before)}`;
  return `${formatAmount(findings, 'finding')} of ${formatAmount(messages, 'message')}${since}`;
}
