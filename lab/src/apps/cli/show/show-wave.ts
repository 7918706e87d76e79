import { formatAmount, formatCount, formatDay, formatTime, type Problem } from '@candor/core/base';
import { QUORUM } from '@candor/core/notice/operator';
import { type NoticeFigures, PERSONAL_KINDS, SENSITIVE_KINDS } from '@candor/core/notice/text';
import type { FigureDifference } from '@candor/core/notice/wave';
import type { WaveApproval } from '../../../commands/notice/approve-wave.ts';
import type { PreparedWave } from '../../../commands/notice/prepare-wave.ts';
import type { NoticeView, WaveLine, WaveView } from '../../../commands/notice/read-wave.ts';
import type { RefereeNote } from '../../../commands/notice/referee.ts';
import { cut, type Screen, showTable, showText, toColumns, toVisible } from './screen.ts';
import { showGate } from './show-gate.ts';
import { showSelection } from './show-selection.ts';

const reasonWords: Readonly<Record<keyof PreparedWave['leftOut'], string>> = {
  'not-named': 'not named with --only',
  excepted: 'left out with --except',
  delayed: 'under a disclosure delay',
  'do-not-contact': 'not to be contacted',
  'perhaps-intruder': 'possibly the intruder',
  'moved-addresses': "notified of mail whose addresses are now another party's",
  drafted: 'already drafted in a wave that is not approved yet',
  'other-wave': 'for another kind of wave',
};

/** Warnings about whom a wave notifies, not about its content. */
const OF_WHOM: ReadonlySet<string> = new Set([
  'hold-without-party',
  'hold-with-others',
  'contact-without-party',
  'moved-addresses',
  'perhaps-intruder',
]);

export function showPrepared(screen: Screen, prepared: PreparedWave, state: string): void {
  const { kinds, wave } = prepared;
  if (wave === null) {
    screen.line(`Nothing to send: exposure ${prepared.version} has nothing new for any party.`);
  } else {
    const parts = (['first', 'supplement', 'correction', 'update'] as const)
      .filter((kind) => kinds[kind] > 0)
      .map((kind) => `${formatCount(kinds[kind])} ${kind}`);
    screen.line(screen.bold(`Wave ${wave}: ${parts.join(', ')}, in ${formatAmount(prepared.deliveries, 'message')}.`));
    screen.line(`Figures of exposure ${prepared.version}. Nothing is sent until two people have approved it.`);
    if (prepared.refreshed !== null)
      screen.line(`It replaces the draft of wave ${prepared.refreshed} and keeps the texts that people wrote into it.`);
  }
  screen.line();
  showSelection(screen, prepared.selection, 'summary', state);
  for (const [why, count] of Object.entries(prepared.leftOut))
    screen.line(
      `${formatAmount(count, 'party', 'parties')} left out: ${reasonWords[why as keyof PreparedWave['leftOut']]}.`,
    );
  if (prepared.unchanged > 0)
    screen.line(
      `${formatAmount(prepared.unchanged, 'party was', 'parties were')} notified of exactly this, or will be by an approved wave.`,
    );
  if (prepared.unreachable.length > 0) {
    screen.line(
      screen.warn(
        `${formatAmount(prepared.unreachable.length, 'party', 'parties')} without an address: ${list(prepared.unreachable)}. Use a letter or the telephone.`,
      ),
    );
  }
  if (prepared.guessed > 0) {
    screen.line(
      screen.warn(
        `${formatCount(prepared.guessed)} of ${formatAmount(prepared.notices, 'party', 'parties')} ${prepared.guessed === 1 ? 'has' : 'have'} guessed contacts only. Their notices give counts and no addresses.`,
      ),
    );
    screen.line(`  ${screen.typed('candor contacts export --guessed --out to-fill-in.csv', state)}`);
  }
  // Without a notice nothing says too little; held parties are shown anyway.
  const warnings = wave === null ? prepared.warnings.filter(({ code }) => OF_WHOM.has(code)) : prepared.warnings;
  showWindowWarnings(screen, warnings);
  if (wave === null) return;
  showReferee(screen, prepared.referee);
  showPastPromise(screen, prepared.pastUpdate);
  screen.line();
  for (const line of toColumns([
    ['Digest', prepared.digest ?? ''],
    ['Next', screen.typed(`candor notice show --wave ${wave}`, state)],
    ['', screen.typed(`candor notice approve --wave ${wave} --as NAME --key FILE`, state)],
  ]))
    screen.line(line);
}

export function showWave(screen: Screen, wave: WaveView, isWhole: boolean, state: string): void {
  if (wave.selection !== null) showSelection(screen, wave.selection, 'screen', state);
  screen.line(screen.bold(toWaveTitle(wave)));
  screen.line(`Prepared ${formatTime(wave.madeAt)} by ${toVisible(wave.madeBy)}; figures of exposure ${wave.version}.`);
  screen.line(`Digest ${wave.digest}`);
  screen.line(toApprovalSentence(wave));
  showBarred(screen, wave);
  showGateOf(screen, wave, state);
  showWindowWarnings(screen, wave.warnings);
  showReferee(screen, wave.referee);
  showPastPromise(screen, wave.views.find(isPast)?.nextUpdate ?? null);
  screen.line();
  const rows = wave.views.map((view) => [
    String(view.notice),
    cut(view.party),
    view.kind,
    view.language,
    formatCount(view.figures.messages + view.figures.undetermined),
    view.difference === null ? '' : differenceWords[view.difference],
    toWays(view).join(', ') || 'no address',
  ]);
  const head = ['notice', 'party', 'kind', 'in', 'messages', 'since', 'to'];
  showTable(screen, [head, ...rows], [0, 4]);
  if (!isWhole) {
    screen.line();
    screen.line(
      screen.dim(`Each notice in full: ${screen.typed(`candor notice show --wave ${wave.wave} --text`, state)}`),
    );
    return;
  }
  for (const view of wave.views) showNotice(screen, view);
}

function toWays({ contacts, letter }: NoticeView): readonly string[] {
  const ways = contacts.map(({ contact, rung }) => `${toVisible(contact)} (${rung})`);
  return letter === null ? ways : [...ways, `letter of ${formatDay(letter.on ?? letter.at)}`];
}

const differenceWords: Readonly<Record<FigureDifference, string>> = {
  none: 'nothing',
  more: 'more than before',
  less: 'less than before',
};

function showNotice(screen: Screen, view: NoticeView): void {
  screen.line();
  screen.line(screen.bold(`Notice ${view.notice} · ${toVisible(view.party)} · ${view.kind}`));
  const facts = [
    ['code', view.code],
    ['bound to', toBound(view)],
    ...toListRows(view),
    ...(view.isGuessed ? [['contacts', 'guessed: the notice gives counts and no addresses']] : []),
    ['mailboxes', view.custodians.map(toVisible).join(', ')],
    ['figures', toFigureWords(view.figures)],
    ...(view.before === null ? [] : [['sent before', toFigureWords(view.before)]]),
    ...view.contacts.map((contact) => ['to', `${toVisible(contact.contact)} (${contact.rung}): ${contact.state}`]),
    ...(view.letter === null ? [] : [['letter', toLetterWords(view.letter)]]),
    ['subject', toVisible(view.subject)],
  ];
  showTable(screen, facts);
  screen.line();
  for (const line of view.text.split('\n')) screen.line(`  ${toVisible(line)}`.trimEnd());
}

/** What the page lists behind code and address; the whole lists by `candor party`. */
function toListRows({ siteAddresses, siteFound, figures: { searched } }: NoticeView): readonly (readonly string[])[] {
  const toRow = (listed: number, all: string) => ['on the page', `${formatCount(listed)} of ${all}`];
  const kinds = siteFound === null ? [] : SENSITIVE_KINDS.filter((kind) => (searched?.personal[kind] ?? 0) > 0);
  return [
    ...(siteAddresses === null
      ? []
      : [toRow(siteAddresses.listed, formatAmount(siteAddresses.total, 'affected address', 'affected addresses'))]),
    ...(siteFound === null || siteFound.total === 0
      ? []
      : [toRow(siteFound.listed, `${formatAmount(siteFound.total, 'message')} with passwords or keys`)]),
    ...(kinds.length === 0 ? [] : [['on the page', `that sensitive data are of kind ${kinds.join(' and ')}`]]),
  ];
}

/** A contact elsewhere types the code with its own domain; the notice speaks of the party's. */
function toBound({ domains, contactDomains }: NoticeView): string {
  const own = domains.map(toVisible).join(', ');
  return contactDomains.length === 0
    ? own
    : `${own}; for contacts elsewhere also ${contactDomains.map(toVisible).join(', ')}`;
}

function toLetterWords({ on, at, service, reference, by, why }: Exclude<NoticeView['letter'], null>): string {
  const how = [service, reference].filter((part) => part !== null).map(toVisible);
  return `posted ${formatDay(on ?? at)}${how.length === 0 ? '' : ` by ${how.join(', ')}`} (${toVisible(by)}: ${toVisible(why)})`;
}

function toFigureWords(figures: NoticeFigures): string {
  const parts: readonly (readonly [number, string])[] = [
    [figures.accessed, 'opened'],
    [figures.presumed, 'presumed copied'],
    [figures.partial, 'partly seen'],
    [figures.possible, 'not ruled out'],
    [figures.undetermined, 'log cannot tell'],
    [figures.secrets ?? 0, 'with secrets'],
    ...PERSONAL_KINDS.map((kind) => [figures.searched?.personal[kind] ?? 0, `with ${kind}`] as const),
    [figures.searched?.unread ?? 0, 'not searched whole'],
    [figures.intruderSent, 'sent by the intruder'],
  ];
  const words = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return words.length === 0 ? 'nothing' : words.join(', ');
}

function toWaveTitle(wave: WaveLine): string {
  return `Wave ${wave.wave} · ${wave.kind} · ${formatAmount(wave.notices, 'notice')} · ${wave.state}`;
}

function toApprovalSentence({ approvedBy, approved, state, entry }: WaveLine): string {
  if (entry !== null)
    return approved !== null
      ? `Approved by ${approved.value.join(' and ')}; entry ${entry} of the log.`
      : `Entry ${entry} of the log has its approvals. The incident file no longer names everybody who gave them, or the wave is another one now: candor log fsck says which.`;
  if (state === 'discarded') return 'Discarded before anything was sent.';
  if (approvedBy.length === 0) return 'Nobody has approved yet; two different people must approve.';
  return `Approved by ${approvedBy.join(', ')}; one more person must approve.`;
}

/** Said before anybody tries: with too few others nobody can be notified. */
function showBarred(screen: Screen, { approvers, entry }: WaveView): void {
  const barred = approvers.filter(({ own }) => own !== null);
  if (entry !== null || barred.length === 0) return;
  for (const { name, own } of barred)
    screen.line(`${toVisible(name)} cannot approve it: it is about ${toVisible(own ?? '')}, their own mailbox.`);
  if (approvers.length - barred.length < QUORUM)
    warn(screen, 'Too few operators are left. Add one, or split off the notices about that mailbox with --except.');
}

/** What an approver must know of the way to the party: all that the gate found, not that it found something. */
function showGateOf(screen: Screen, { gate, gateObstacle }: WaveView, state: string): void {
  if (gate === null) {
    screen.line(`Gate: not run yet; ${screen.typed('candor notice gate', state)} sends a probe.`);
    return;
  }
  screen.line(`Gate: ${gate.isPassed ? 'passed' : 'refused'} ${formatTime(gate.at)}.`);
  if (gate.isPassed && gateObstacle !== null) warn(screen, `It is no longer valid: ${gateObstacle}.`);
  if (gate.isPassed && gate.findings.length === 0) return;
  screen.line();
  showGate(screen, gate);
}

/** What two people should know before they agree to sentences that state the window as fact. */
export function showWindowWarnings(screen: Screen, warnings: readonly Problem[]): void {
  for (const { text } of warnings) warn(screen, toVisible(text));
}

/** What somebody must look at in the drafts themselves, one question a line. */
export function showReferee(screen: Screen, referee: readonly RefereeNote[]): void {
  for (const { text } of referee) warn(screen, toVisible(text));
}

/** Notices of a past incident may promise any day; one that has gone by when they are issued is a slip. */
function isPast({ nextUpdate, issuedAt }: Pick<NoticeView, 'nextUpdate' | 'issuedAt'>): boolean {
  return nextUpdate !== null && nextUpdate + 86_400 <= issuedAt;
}

function showPastPromise(screen: Screen, day: number | null): void {
  if (day === null) return;
  warn(
    screen,
    `The notices promise the next update for ${formatDay(day)}, and that day is past. Give another with --next-update DAY, or fix notice.nextUpdate in the incident file, and prepare again.`,
  );
}

function warn(screen: Screen, text: string): void {
  showText(screen, text, { paint: 'warn' });
}

export function showApproval(screen: Screen, approval: WaveApproval, state: string): void {
  if (approval.entry === null) {
    screen.line(
      `Wave ${approval.wave}: approved by ${approval.approvedBy.join(', ')}. One more person must approve; nothing is sent yet.`,
    );
    return;
  }
  const notices = formatAmount(approval.notices, 'notice');
  screen.line(screen.bold(`Wave ${approval.wave}: ${notices} approved by ${approval.approvedBy.join(' and ')}.`));
  screen.line(`Entry ${approval.entry} of the log was written with it.`);
  screen.line(`Next   ${screen.typed('candor site build --out DIR', state)}   the page on which it can be checked`);
  screen.line(`       ${screen.typed(`candor notice send --wave ${approval.wave}`, state)}`);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map(toVisible).join(', ');
  return names.length > 5 ? `${shown} and ${formatCount(names.length - 5)} more` : shown;
}
