import { formatAmount, formatTime, type Json, toCanonicalJson } from '@candor/core/base';
import type { DecisionsView, DecisionView } from '../../../commands/decisions.ts';
import type { DecisionMade } from '../../../ledger/decision/index.ts';
import { type Screen, showTable, showText, toVisible } from './screen.ts';

/** Rows of one decision on the screen; `--json` has all. */
const LISTED_ROWS = 50;

/** Below what a command did: its document, and whether anybody proved who decided. */
export function showDecisionMade(screen: Screen, { number, by, isSigned }: DecisionMade): void {
  screen.line(
    screen.dim(
      isSigned
        ? `Decision ${number}, signed by ${toVisible(by)}.`
        : `Decision ${number}, not signed: who decided says they are ${toVisible(by)}. --as NAME --key FILE signs.`,
    ),
  );
}

/** The person who decided, as far as it is proved. */
function toWho({ who, by, entry }: DecisionView): string {
  switch (who) {
    case 'signed':
      return `signed by ${by}`;
    case 'approved':
      return `two operators, entry ${entry} of the log`;
    case 'says':
      return `says they are ${by}`;
    case 'unknown':
      return 'of a former version, unsigned';
    case 'wrong':
      return `a signature that is not ${by}'s`;
  }
}

export function showDecisionList(screen: Screen, { decisions }: DecisionsView): void {
  if (decisions.length === 0) {
    screen.line('Nothing was decided by hand.');
    return;
  }
  const rows = decisions.map((decision) => [
    String(decision.number),
    formatTime(decision.at),
    decision.act,
    toVisible(toWho(decision)),
    toVisible(`${toWhat(decision)}: ${decision.why}`),
  ]);
  showTable(screen, [['no.', 'when', 'what', 'who', 'about what, why'], ...rows], [0]);
}

function toWhat({ rows, writes }: DecisionView): string {
  const [first, ...more] = rows;
  if (first === undefined) return formatAmount(writes.length, 'row');
  return more.length === 0 ? first.what : `${first.what} and ${more.length} more`;
}

export function showOneDecision(screen: Screen, decision: DecisionView): void {
  const { number, act, at, why, rows, digest } = decision;
  screen.line(screen.bold(`Decision ${number}: ${act}`));
  showTable(screen, [
    ['when', formatTime(at)],
    ['who', toVisible(toWho(decision))],
    ['why', toVisible(why)],
    ['digest', digest],
  ]);
  if (rows.length === 0) {
    screen.line(`${formatAmount(decision.writes.length, 'row')} of the state; --json has them.`);
    return;
  }
  screen.line();
  const shown = rows
    .slice(0, LISTED_ROWS)
    .map(({ what, before, after }) => [toVisible(what), toVisible(toWord(before)), toVisible(toWord(after))]);
  showTable(screen, [['about', 'before', 'after'], ...shown]);
  if (rows.length > LISTED_ROWS) screen.line(screen.dim(`and ${rows.length - LISTED_ROWS} more; --json has them`));
}

/** What stood there, in words. */
function toWord(value: Json): string {
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const list = Object.entries(value).map(([name, one]) => {
    const text = typeof one === 'string' || typeof one === 'number' ? String(one) : toCanonicalJson(one as Json);
    return Array.isArray(value) ? text : `${name} ${text}`;
  });
  return list.join(', ');
}

/** What `candor decisions verify` found. */
export function showDecisionCheck(screen: Screen, { decisions, problems }: DecisionsView): void {
  const signed = decisions.filter(({ who }) => who === 'signed').length;
  screen.line(`${formatAmount(decisions.length, 'decision')}, ${signed} of them signed.`);
  if (problems.length === 0) {
    const words =
      'Each document, signature and row was computed again and agrees. Decisions removed after the last head in the log, with their rows, would not show.';
    showText(screen, words);
  }
}
