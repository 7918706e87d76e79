import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import { type ChosenLead, formatLead, type Lead } from '@candor/core/exposure/lead';
import { VERDICTS } from '@candor/core/exposure/verdict';
import type { LeadEffect } from '../../commands/exposure/lead-effect.ts';
import type { Leads } from '../../commands/exposure/read-leads.ts';
import { type Screen, toColumns, toVisible, wrap } from './screen.ts';

const ORDER =
  'Exports, rules, permissions and Syncs weigh most, because they affect more copies. Leads used before the window weigh less.';

/** What to decide first, with known facts and the share of undecided records it settles. */
export function showLeads(screen: Screen, leads: Leads, state: string, all: boolean): void {
  screen.line(screen.bold(toVisible(`${leads.organization} · ${leads.incident} · exposure ${leads.version}`)));
  screen.line();
  if (leads.undecided === 0) {
    screen.line("Nothing is undecided: every record is the intruder's, an owner's or outside the window.");
    return;
  }
  const settled = leads.first.reduce((sum, { settles }) => sum + settles, 0);
  const what =
    leads.first.length === 0
      ? 'Owners also use every one of these leads, so none decides the records by itself.'
      : `Deciding these ${formatCount(leads.first.length)} settles ${toShare(settled, leads.undecided)} of them.`;
  const text = `${formatAmount(leads.undecided, 'record is', 'records are')} undecided: the incident file does not say whose they are. ${what}`;
  for (const line of wrap(text, screen.width)) screen.line(line);
  if (leads.first.length > 1) for (const line of wrap(ORDER, screen.width)) screen.line(screen.dim(line));
  for (const { file, log, entries, unread } of leads.logs) {
    const rest = unread === 0 ? '' : `, ${formatAmount(unread, 'row')} not read`;
    screen.line(screen.dim(toVisible(`${file}: ${log}, ${formatAmount(entries, 'entry', 'entries')}${rest}`)));
  }
  for (const [at, chosen] of leads.first.entries()) showChosen(screen, at + 1, chosen, leads.undecided);
  screen.line();
  const [first] = leads.first;
  if (first !== undefined) {
    screen.line(screen.bold('Next'));
    const typed = `candor leads --effect ${formatLead(first.lead)} --as intruder`;
    screen.line(`  ${toVisible(screen.typed(typed, state))}`);
  }
  if (!all) {
    screen.line(
      screen.dim(`  ${formatAmount(leads.all.length, 'lead')} in all: --all lists them, --json gives them as data.`),
    );
    return;
  }
  screen.line();
  screen.line(screen.bold('Every lead, most undecided records first'));
  const rows = leads.all.map((lead) => [
    formatCount(lead.undecided),
    formatCount(lead.intruder),
    formatCount(lead.owner),
    formatCount(lead.records),
    toVisible(formatLead(lead)),
  ]);
  const head = ['undecided', "intruder's", "owners'", 'records', 'lead'];
  for (const line of toColumns([head, ...rows], [0, 1, 2, 3])) screen.line(`  ${line}`);
}

function toShare(part: number, whole: number): string {
  const share = Math.floor((100 * part) / whole);
  return `${formatCount(part)} (${share === 0 ? 'under 1' : share} %)`;
}

function showChosen(screen: Screen, number: number, { lead, settles }: ChosenLead, undecided: number): void {
  screen.line();
  screen.line(
    `${String(number).padStart(2)}  ${screen.bold(toVisible(formatLead(lead)))}   settles ${toShare(settles, undecided)}`,
  );
  for (const fact of toFacts(lead)) for (const line of wrap(fact, screen.width - 4, '    ')) screen.line(line);
}

/** What tells an intruder from an owner who travels. */
function toFacts(lead: Lead): string[] {
  const kinds = Object.entries(lead.kinds).map(([kind, count]) => `${formatCount(count)} ${kind}`);
  const seen =
    lead.beforeWindow === 0
      ? 'never before the window'
      : `${formatAmount(lead.beforeWindow, 'record')} before the window`;
  const signIns = [
    ...(lead.signIns === 0 ? [] : [formatAmount(lead.signIns, 'sign-in')]),
    ...(lead.refusedSignIns === 0 ? [] : [`${formatCount(lead.refusedSignIns)} refused`]),
    ...(lead.riskySignIns === 0 ? [] : [`${formatCount(lead.riskySignIns)} rated risky`]),
    ...(lead.countries.length === 0 ? [] : [`from ${toList(lead.countries)}`]),
  ];
  return [
    `${formatAmount(lead.records, 'record')} (${kinds.join(', ')}), ${toSpan(lead)}; ${seen}`,
    ...(signIns.length === 0 ? [] : [`sign-ins: ${signIns.join(', ')}`]),
    `${formatAmount(lead.custodians.length, 'mailbox', 'mailboxes')}: ${toList(lead.custodians)}`,
    ...(lead.kind === 'address' ? [] : [`addresses: ${toList(lead.addresses)}`]),
    `accounts: ${toList(lead.users)}`,
    ...(lead.clients.length === 0 ? [] : [`clients: ${toList(lead.clients)}`]),
  ];
}

function toSpan({ first, last }: Lead): string {
  return first === last ? formatTime(first) : `${formatTime(first)} to ${formatTime(last)}`;
}

/** Names that a line holds. */
const NAMED = 4;

function toList(names: readonly string[]): string {
  if (names.length === 0) return 'none named';
  const rest = names.length - NAMED;
  const shown = names.slice(0, NAMED).map(toVisible).join(', ');
  return rest > 0 ? `${shown} and ${formatCount(rest)} more` : shown;
}

/** What the verdicts would become, and what to write where. */
export function showLeadEffect(screen: Screen, effect: LeadEffect): void {
  screen.line(screen.bold(`Against exposure ${effect.version}; nothing was changed`));
  const rows = VERDICTS.map((verdict) => {
    const { before, after } = effect.copies[verdict];
    const difference = after - before;
    return [
      verdict,
      formatCount(before),
      formatCount(after),
      difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${formatCount(Math.abs(difference))}`,
    ];
  });
  for (const line of toColumns([['copies', 'now', 'then', ''], ...rows], [1, 2, 3])) screen.line(`  ${line}`);
  screen.line();
  if (effect.moves.length === 0) screen.line('No verdict would change.');
  for (const { custodian, from, to, copies } of effect.moves)
    screen.line(`  ${toVisible(custodian)}: ${formatAmount(copies, 'copy', 'copies')} from ${from} to ${to}`);
  const { before, after } = effect.parties;
  screen.line();
  screen.line(`Organizations and people to notify: ${formatCount(before)} now, ${formatCount(after)} then.`);
  screen.line();
  screen.line(screen.bold('To apply it, add to the incident file'));
  for (const { key, value } of effect.additions)
    screen.line(`  ${toVisible(key)}: ${JSON.stringify(toVisible(value))}`);
}
