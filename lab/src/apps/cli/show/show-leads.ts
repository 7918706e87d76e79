import { formatAmount, formatCount, formatTime } from '@candor/core/base';
import {
  type ChosenLead,
  formatLead,
  type Lead,
  type LeadSignal,
  type SignalCode,
  weighSignals,
} from '@candor/core/exposure/lead';
import type { Leads } from '../../../commands/exposure/read-leads.ts';
import { type Screen, showText, toColumns, toVisible } from './screen.ts';

const ORDER =
  'The most suspicious come first; among equals, those that affect more copies. A lead is a question, not an answer.';

/** What to decide first, with known facts and the share of undecided records it settles. */
export function showLeads(screen: Screen, leads: Leads, state: string, all: boolean): void {
  screen.line(screen.bold(toVisible(`${leads.organization} · ${leads.incident} · exposure ${leads.version}`)));
  screen.line();
  if (leads.undecided === 0) {
    screen.line(
      "Nothing is undecided: every record is the intruder's, an owner's, a service's, accepted, refused or outside the window.",
    );
    return;
  }
  const settled = leads.first.reduce((sum, { settles }) => sum + settles, 0);
  const what =
    leads.first.length === 0
      ? 'Owners also use every one of these leads, so none decides the records by itself.'
      : `Deciding these ${formatCount(leads.first.length)} settles ${toShare(settled, leads.undecided)} of them.`;
  const text = `${formatAmount(leads.undecided, 'record is', 'records are')} undecided: the incident file does not say whose they are. ${what}`;
  showText(screen, text);
  if (leads.first.length > 1) showText(screen, ORDER, { paint: 'dim' });
  for (const { file, log, entries, unread } of leads.logs) {
    const rest = unread === 0 ? '' : `, ${formatAmount(unread, 'row')} not read`;
    screen.line(screen.dim(toVisible(`${file}: ${log}, ${formatAmount(entries, 'entry', 'entries')}${rest}`)));
  }
  for (const [at, chosen] of leads.first.entries()) showChosen(screen, at + 1, chosen, leads.undecided);
  screen.line();
  showNext(screen, leads, state);
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

/** Never a lead without a strong signal: an innocent's hotel must not be what Candor proposes. */
function showNext(screen: Screen, { first: [first] }: Leads, state: string): void {
  if (first === undefined) return;
  screen.line(screen.bold('Next'));
  if (weighSignals(first.lead.signals).strong === 0) {
    const text =
      'None of these leads has a strong signal. Ask the owners about them; `--effect LEAD` shows what each answer would change.';
    showText(screen, text, { indent: '  ', margin: 2 });
    return;
  }
  const typed = `candor leads --effect ${formatLead(first.lead)}`;
  screen.line(`  ${toVisible(screen.typed(typed, state))}`);
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
  for (const fact of toFacts(lead)) showText(screen, fact, { indent: '    ', margin: 4 });
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
    ...lead.signals.map(toSignalSentence),
  ];
}

const SIGNAL_WORDS: Readonly<Record<SignalCode, string>> = {
  'target-outside': 'it sends or exports mail out of the mailboxes',
  grant: 'it gives rights to mailboxes, or a record that gives them names it',
  'not-the-owner': 'its user does not own the mailbox and is not known as a delegate',
  'refused-then-in': 'its user got in within a day of five refused sign-ins or more',
  'too-fast': 'its user was at an own address, or in another country, within the same hour',
  'new-client': 'its user never had this client or application before',
  'session-moved': 'its session was also seen at another address',
  'looks-for-secrets': 'it searches for passwords, payments or the response',
  'known-client': 'its user has the same client or session at an own address on other days',
  before: 'its user was here more than a week before the window',
  'own-session': 'its session began at an own address',
};

function toSignalSentence({ code, weight, count, records }: LeadSignal): string {
  const side = weight === 'against' ? 'against' : weight === 'strong' ? 'for, strong' : 'for';
  const [first = ''] = records;
  const rest = count > 1 ? ` and ${formatCount(count - 1)} more` : '';
  return `${side}: ${SIGNAL_WORDS[code]} (${toVisible(first)}${rest})`;
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
