import { formatAmount, formatCount } from '@candor/core/base';
import { formatLead, type Lead } from '@candor/core/exposure/lead';
import { VERDICTS } from '@candor/core/exposure/verdict';
import type { ChangedParty, PartyFigures } from '../../../commands/exposure/effect-parties.ts';
import type { EffectAnswer, JudgedAnswer, LeadEffect } from '../../../commands/exposure/lead-effect.ts';
import { type Screen, showText, toColumns, toVisible } from './screen.ts';

/** Parties that a screen names; all are in `--json`. */
const NAMED = 10;

const TITLES: Readonly<Record<EffectAnswer['as'], string>> = {
  intruder: "If it is the intruder's",
  owner: "If it is the owner's",
  unknown: 'If nobody can know',
};

/** What each answer would change, and what to write where. */
export function showLeadEffect(screen: Screen, effect: LeadEffect): void {
  screen.line(screen.bold(`Against exposure ${effect.version}; nothing was changed`));
  if (effect.leads.length === 0) screen.line(screen.warn('  No record of this incident has such a lead.'));
  for (const lead of effect.leads) showWarnings(screen, lead);
  for (const answer of effect.answers) {
    screen.line();
    screen.line(screen.bold(TITLES[answer.as]));
    showAnswer(screen, answer);
  }
}

function showWarnings(screen: Screen, lead: Lead): void {
  const name = toVisible(formatLead(lead));
  const warn = (text: string): void => {
    showText(screen, text, { indent: '  ', margin: 2, paint: 'warn' });
  };
  if (lead.owner > 0)
    warn(`${name} has ${formatAmount(lead.owner, 'record', 'records')} that Candor already holds to be an owner's.`);
  if (lead.ownersOwn > 0)
    warn(
      `${formatAmount(lead.ownersOwn, 'undecided record')} of ${name} ${lead.ownersOwn === 1 ? 'has' : 'have'} a client or session that the same user also has at an own address.`,
    );
  if (lead.users.length > 1)
    warn(`${name} has records of ${formatCount(lead.users.length)} users: ${lead.users.map(toVisible).join(', ')}.`);
}

function showAnswer(screen: Screen, answer: EffectAnswer): void {
  switch (answer.state) {
    case 'impossible':
      showText(screen, answer.why, { indent: '  ', margin: 2 });
      return;
    case 'undecided': {
      const text = `${formatAmount(answer.records, 'record stays', 'records stay')} undecided, and the verdicts stay as they are. What rests on them alone is notified as undecided.`;
      showText(screen, text, { indent: '  ', margin: 2 });
      return;
    }
    case 'judged':
      showJudged(screen, answer);
  }
}

function showJudged(screen: Screen, { copies, moves, parties, drafts, additions }: JudgedAnswer): void {
  const rows = VERDICTS.map((verdict) => {
    const { before, after } = copies[verdict];
    return [verdict, formatCount(before), formatCount(after), toDifference(before, after)];
  });
  for (const line of toColumns([['copies', 'now', 'then', ''], ...rows], [1, 2, 3])) screen.line(`  ${line}`);
  if (moves.length === 0) screen.line('  No verdict would change.');
  for (const { custodian, from, to, copies: moved } of moves)
    screen.line(`  ${toVisible(custodian)}: ${formatAmount(moved, 'copy', 'copies')} from ${from} to ${to}`);
  screen.line(
    `  Organizations and people to notify: ${formatCount(parties.before)} now, ${formatCount(parties.after)} then.`,
  );
  for (const party of parties.changed.slice(0, NAMED)) screen.line(`    ${toPartyLine(party)}`);
  const rest = parties.changed.length - NAMED;
  if (rest > 0) screen.line(`    and ${formatCount(rest)} more whose figures change; --json names them`);
  for (const { wave, state, parties: about } of drafts) {
    const text = `Wave ${wave} (${state}) has ${formatAmount(about.length, 'notice')} with figures that would change: ${about.slice(0, NAMED).map(toVisible).join(', ')}.`;
    showText(screen, text, { indent: '  ', margin: 2, paint: 'warn' });
  }
  screen.line('  To apply it, add to the incident file');
  for (const { key, value } of additions) screen.line(`    ${toVisible(key)}: ${JSON.stringify(toVisible(value))}`);
}

function toDifference(before: number, after: number): string {
  const difference = after - before;
  return difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${formatCount(Math.abs(difference))}`;
}

function toPartyLine({ party, name, before, after }: ChangedParty): string {
  const title = name === '' ? toVisible(party) : `${toVisible(name)} (${toVisible(party)})`;
  return `${title}: ${toFigures(before)} now, ${toFigures(after)} then`;
}

const SHOWN = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;

function toFigures(figures: PartyFigures | null): string {
  const parts = SHOWN.flatMap((verdict) =>
    figures === null || figures[verdict] === 0 ? [] : [`${formatCount(figures[verdict])} ${verdict}`],
  );
  return parts.length === 0 ? '0 messages' : parts.join(', ');
}
