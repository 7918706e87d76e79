import { formatAmount, formatCount, quoteForShell, toShownPlace } from '@candor/core/base';
import type { InterestVisit } from '@candor/core/exposure/interest';
import { toDateAloneWords, toSaidCounts } from '@candor/core/exposure/verdict';
import { toNotifyWords } from '@candor/core/impact';
import { claimSearched, isFindingKind, toFindingClass } from '@candor/core/impact/findings';
import { type NeedSaying, sayNothingNeeded } from '../../../commands/nothing-needed.ts';
import { type RunRecord, toClockWords } from '../../../commands/run-record.ts';
import { countLabelled, type RunSummary, toNotifySaying } from '../../../commands/run-summary.ts';
import { sayWall, toWallWords } from '../../../evidence/wall/index.ts';
import { formatBytes } from './number.ts';
import { defaultState, type Screen, showText, toColumns, toVisible, wrap } from './screen.ts';
import { toVisitLines } from './show-interest.ts';

/** Where what belongs to a name begins. */
const indent = 12;
/** The title and its version stand at the two ends of a line of this length, where the terminal has it. */
const titleWidth = 86;
/** Longer subjects of what needs a person stand on a line of their own. */
const subjectWidth = 18;
/** In a narrower terminal a subject has its own line, with details indented below. */
const narrowWidth = 60;
const narrowIndent = 4;
/** Longer lines are hard to read, however wide the terminal is. */
const longestLine = 100;

/** Where a run keeps its state, and where it wrote its files, when it did. */
export interface RunPlace {
  readonly state: string;
  readonly out: string | null;
  /** The incident file says how parties are notified. */
  readonly canTell: boolean;
  /** The evidence folder was looked at for what arrived and what is missing. */
  readonly isLookedAt: boolean;
  /** The newest run's custody, where it is asked for. */
  readonly run?: RunRecord | null;
  /** For the bundled incident: the intruder's actions in order. Before the shortened list of needs. */
  readonly story?: readonly InterestVisit[];
}

/** Digits of a digest that a screen shows. */
const DIGEST_SHOWN = 16;
/** The bundled incident shows so many; a real one shows all that needs a person. */
const STORY_NEEDS = 3;

/** One screen after a run: what was read, what it says, what needs a person, what to type next. */
export function showRun(
  screen: Screen,
  summary: RunSummary,
  { state, out, canTell, isLookedAt, run, story }: RunPlace,
): void {
  const title = toVisible(`${summary.organization} · ${summary.incident}`);
  const stand = `exposure ${summary.version} · rules ${summary.rules}`;
  const between = Math.min(titleWidth, screen.width) - title.length - stand.length;
  if (between >= 3) screen.line(`${screen.bold(title)}${' '.repeat(between)}${stand}`);
  else for (const line of [screen.bold(title), stand]) screen.line(line);
  for (const [name, lines] of toSections(summary)) {
    const broken = lines.flatMap((pieces) => flow(pieces, screen.width - indent));
    for (const [at, line] of broken.entries()) screen.line(`${(at === 0 ? name : '').padEnd(indent)}${line}`);
  }
  if (run != null) showCustody(screen, run);
  if (story !== undefined) showStory(screen, story);
  const undecided = countLabelled(summary, 'ambiguous');
  const saying = sayNothingNeeded({ needs: summary.needs, isLookedAt, undecided });
  if (saying.state === 'items') showNeeds(screen, saying.needs, state, story !== undefined);
  else showNoNeed(screen, saying);
  showNext(screen, summary, { state, out, canTell, isBundled: story !== undefined });
}

/** The incident and exposure version, without which figures are never shown. */
export function toTitle({ organization, incident, version }: RunSummary): string {
  return toVisible(`${organization} · ${incident} · exposure ${version}`);
}

/** Pieces in one row while they fit. */
function flow(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + piece.length <= width) lines[lines.length - 1] = `${last}   ${piece}`;
    else lines.push(...wrap(piece, width));
  }
  return lines;
}

function toSections(summary: RunSummary): [string, string[][]][] {
  const { evidence, audit } = summary;
  const { copies, cleared, arrivedAfter } = toSaidCounts({ copies: summary.copies, codes: summary.reasons });
  const dateAlone = summary.reasons['date-alone'] ?? 0;
  // Out of a small archive more may come, and be set aside, than all files have bytes.
  const setAside = [
    [evidence.quarantinedBytes, 'of it'],
    [evidence.unpacked.quarantinedBytes, 'of what was packed in it'],
  ] as const;
  const some = setAside.filter(([bytes]) => bytes > 0).map(([bytes, which]) => `${formatBytes(bytes)} ${which}`);
  const accounted = some.length === 0 ? '' : `, ${some.join(' and ')} set aside`;
  const beside = toOtherItems(evidence);
  const verdict = (word: string, count: number) => `${word} ${formatCount(count)}`;
  return [
    [
      'evidence',
      [
        [
          formatAmount(evidence.mailboxes, 'mailbox', 'mailboxes'),
          `${formatAmount(evidence.copies, 'copy', 'copies')} of ${formatAmount(evidence.messages, 'message')}`,
          `${formatBytes(evidence.bytes)}, ${toLost(evidence)}${accounted}`,
        ],
        ...(beside === null ? [] : [[beside]]),
      ],
    ],
    [
      'audit',
      [
        [
          formatAmount(audit.files, 'file'),
          formatAmount(audit.records, 'record') +
            (audit.rows > audit.records ? ` in ${formatAmount(audit.rows, 'row')}` : ''),
          `${formatCount(countLabelled(summary, 'intruder'))} the intruder's · ${formatCount(countLabelled(summary, 'ambiguous'))} ambiguous`,
        ],
      ],
    ],
    [
      'exposure',
      [
        [
          verdict('accessed', copies.accessed),
          verdict('presumed', copies.presumed),
          verdict('partial', copies.partial),
          verdict('possible', copies.possible),
        ],
        [
          verdict('undetermined', copies.undetermined),
          verdict('no evidence', cleared.value),
          verdict('absent', arrivedAfter.value),
        ],
        ...(dateAlone === 0 ? [] : [[toDateAloneWords(dateAlone)]]),
      ],
    ],
    ['impact', [[toNotifyWords(toNotifySaying(summary))]]],
    ...toInterest(summary),
    ...toFindings(summary),
  ];
}

/** Nothing is said to be accounted for where messages may lie inside others, or items could not be read. */
function toLost({ mbox, quarantinedItems, missing }: RunSummary['evidence']): string {
  const inside = mbox === undefined ? 0 : mbox.fromLines - mbox.messages;
  const lost = [
    ...(missing === undefined ? [] : [`messages are missing in ${formatAmount(missing, 'place')}`]),
    ...(inside === 0 ? [] : [`${formatAmount(inside, 'From line')} inside messages`]),
    ...(quarantinedItems > 0 ? [`${formatAmount(quarantinedItems, 'Outlook item')} not read`] : []),
  ];
  return lost.length === 0 ? 'every byte accounted for' : `${lost.join(', ')}: review them`;
}

const OTHER_WORDS = {
  calendar: ['calendar item', 'calendar items'],
  contact: ['contact', 'contacts'],
  task: ['task', 'tasks'],
  note: ['note', 'notes'],
  journal: ['journal entry', 'journal entries'],
  other: ['other item', 'other items'],
} as const;

function toOtherItems({ otherItems }: RunSummary['evidence']): string | null {
  if (otherItems === undefined) return null;
  const kinds = (Object.keys(OTHER_WORDS) as (keyof typeof OTHER_WORDS)[]).filter((kind) => otherItems[kind] > 0);
  if (kinds.length === 0) return null;
  const counts = kinds.map((kind) => {
    const [one, many] = OTHER_WORDS[kind];
    return formatAmount(otherItems[kind], one, many);
  });
  return `no mail, but in the same mailboxes: ${counts.join(', ')}`;
}

/**
 * Whether it looked for itself is what responders ask first; the words that it searched for stand in `candor interest`
 * only.
 */
function toInterest({ interest }: RunSummary): [string, string[][]][] {
  if (interest === undefined) return [];
  const { searches, searchesOfResponse, mailboxesSearched, openingsAtResponse } = interest;
  if (searches === 0 && openingsAtResponse === 0) return [];
  const searched = `${formatAmount(searches, 'search', 'searches')} in ${formatAmount(mailboxesSearched, 'mailbox', 'mailboxes')}`;
  const about = searchesOfResponse + openingsAtResponse;
  const itself = about === 0 ? [] : [`it looked for traces of itself ${formatAmount(about, 'time')}`];
  return [['interest', [[searched, ...itself]]]];
}

/** What exposed mail holds: distinct values by kind; of specially protected data messages. */
function toFindings({ findings }: RunSummary): [string, string[][]][] {
  if (findings === undefined) return [];
  const { messages, searched } = findings;
  const found = `${formatAmount(messages, 'message')} of ${formatCount(searched)} with secrets or personal data`;
  const kinds = Object.entries(findings.kinds).map(([kind, { values, messages: holding }]) => {
    const isCountedByMessage = isFindingKind(kind) && toFindingClass(kind) === 'sensitive';
    return `${kind} ${formatCount(isCountedByMessage ? holding : values)}`;
  });
  const limit = claimSearched(findings).is === 'whole' ? [] : ['not searched whole: candor findings'];
  return [['findings', [[found, ...kinds, ...limit]]]];
}

function showCustody(screen: Screen, record: RunRecord): void {
  const { at, zone, program, wall } = record;
  const pieces = [
    toWallWords(sayWall(wall)),
    `${at}, time zone ${toVisible(zone)}, ${toVisible(toClockWords(record))}`,
    `program ${program.slice(0, DIGEST_SHOWN)}…`,
  ];
  for (const [index, line] of flow(pieces, screen.width - indent).entries())
    screen.line(`${(index === 0 ? 'custody' : '').padEnd(indent)}${line}`);
}

function showStory(screen: Screen, story: readonly InterestVisit[]): void {
  screen.line();
  screen.line(screen.bold('This incident is invented. What its intruder did, in order'));
  for (const line of toVisitLines(story)) {
    const [first = '', ...more] = wrap(line, screen.width - narrowIndent, '  ');
    for (const piece of [first, ...more.map((rest) => `    ${rest}`)]) screen.line(piece);
  }
}

function showNoNeed(screen: Screen, saying: Exclude<NeedSaying, { readonly state: 'items' }>): void {
  screen.line();
  if (saying.state === 'nothing') screen.line(saying.said.value);
  else showText(screen, `No item waits, but ${saying.because}.`);
}

function showNeeds(screen: Screen, all: RunSummary['needs'], state: string, isCut: boolean): void {
  const needs = isCut ? all.filter(({ kind }) => kind !== 'problem').slice(0, STORY_NEEDS) : all;
  screen.line();
  const which = isCut ? ` (first ${formatCount(needs.length)})` : '';
  screen.line(screen.bold(`${formatAmount(all.length, 'item needs', 'items need')} your attention${which}`));
  const isNarrow = screen.width < narrowWidth;
  const left = ' '.repeat(isNarrow ? narrowIndent : subjectWidth + 4);
  for (const need of needs) {
    const subject = toVisible(toShownPlace(need.subject));
    const shown = need.kind === 'alert' ? screen.strong(subject) : screen.warn(subject);
    const lines = wrap(toVisible(need.text), Math.min(longestLine, screen.width), left);
    if (isNarrow || subject.length > subjectWidth) {
      screen.line(`  ${shown}`);
    } else {
      const first = lines.shift() ?? '';
      screen.line(`  ${shown}${first.slice(2 + subject.length)}`);
    }
    for (const line of lines) screen.line(line);
    screen.line(`${left}${screen.dim(toVisible(screen.typed(need.command, state)))}`);
  }
  if (needs.length < all.length)
    screen.line(`  all ${left.slice(6)}${screen.dim(toVisible(screen.typed('candor status', state)))}`);
}

function showNext(
  screen: Screen,
  summary: RunSummary,
  { state, out, canTell, isBundled }: Pick<RunPlace, 'state' | 'out' | 'canTell'> & { readonly isBundled: boolean },
): void {
  const next = [
    ...((summary.undecided?.records ?? 0) > 0
      ? [[screen.typed('candor leads', state), 'whose records are they?']]
      : []),
    [screen.typed('candor parties', state), 'who is affected'],
    [screen.typed('candor explain --mailbox CUSTODIAN', state), 'why, copy by copy'],
    ...(toInterest(summary).length > 0
      ? [[screen.typed('candor interest', state), 'what the intruder looked for']]
      : []),
    ...((summary.findings?.messages ?? 0) > 0
      ? [[screen.typed('candor findings', state), 'passwords and personal data in it']]
      : []),
    ...(out === null ? [[screen.typed('candor export --out DIR', state), 'the figures as files']] : []),
    canTell
      ? [screen.typed('candor notice prepare --wave metadata', state), 'draft the notices']
      : ['docs/runbooks/first-72-hours.md', 'how to notify them'],
    // It takes the folder of incidents, or a state.
    ...(isBundled
      ? [
          [
            screen.typed(`candor console${state === defaultState ? '' : ` ${quoteForShell(state)}`}`),
            'all of it in a browser',
          ],
        ]
      : []),
  ];
  const both = toColumns(next);
  const fits = both.every((line) => indent + line.length <= screen.width);
  screen.line();
  const lines = fits ? both : next.map(([command]) => command ?? '');
  if (screen.width < narrowWidth)
    for (const line of ['Next', ...lines.map((line) => `${' '.repeat(narrowIndent)}${line}`)]) screen.line(line);
  else for (const [at, line] of lines.entries()) screen.line(`${(at === 0 ? 'Next' : '').padEnd(indent)}${line}`);
  if (out === null) return;
  screen.line();
  const more = summary.findings === undefined ? 'five' : 'six';
  const written = `${toVisible(out)}: exposure.jsonl, parties.csv and ${more} more; docs/formats explains them`;
  for (const [at, line] of wrap(written, screen.width - indent).entries())
    screen.line(`${(at === 0 ? 'Written' : '').padEnd(indent)}${line}`);
}
