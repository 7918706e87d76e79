import { assertNever, formatAmount, formatCount } from '@candor/core/base';
import { type CitedRecord, type ExplainedCopy, UNPACKED } from '../../../commands/exposure/explain-copies.ts';
import type { ExplainedMailbox } from '../../../commands/exposure/explain-mailbox.ts';
import { LISTED_COPIES } from '../../../exposure/index.ts';
import { type Screen, showTable, showText, toColumns, toVisible } from './screen.ts';

/** Where the time of a copy's arrival is from. */
const ARRIVAL_WORDS: Readonly<Record<ExplainedCopy['arrivedFrom'], string>> = {
  pst: 'as Outlook noted it',
  received: 'by its Received lines',
  log: 'by a delivery log',
  sibling: 'by the Received line of the same message in another mailbox',
  earliest: 'the earliest time that its place and its Date give',
  maildir: 'by its file name',
  'from-line': 'by its From line',
  date: 'by its Date',
  unknown: 'unknown',
};

const FURTHER =
  'so the rules count it as arrived up to 24 hours later, and it alone neither clears the message nor shows that it was there. A PST export or a message trace (`arrivals` in the incident file) would settle it.';

/** Why a time was not believed; null where a delivery source gives it, and where there is none. */
function toDoubt({ arrived, arrivedFrom, arrivalSource }: ExplainedCopy): string | null {
  if (arrived === null) return 'No time says when it came, so every rule that asks for its arrival takes it.';
  switch (arrivalSource) {
    case 'delivery':
      return null;
    case 'dated':
      return 'The time of its file or From line repeats its Date in some time zone: it does not prove that the message came after the intruder was out. A PST export or a message trace (`arrivals` in the incident file) would.';
    case 'none':
      return arrivedFrom === 'date'
        ? `Its Date was not believed: only its sender’s clock says it, and no delivery time confirms it; ${FURTHER}`
        : `This time was not believed: it often tells when somebody saved the message, and no delivery time confirms it; ${FURTHER}`;
    default:
      return assertNever(arrivalSource);
  }
}

/** Reads like a page of an expert's report: the copy, the verdict, then each rule with its records and gaps. */
export function showCopies(screen: Screen, copies: readonly ExplainedCopy[]): void {
  for (const [at, copy] of copies.entries()) {
    if (at > 0) screen.line();
    showCopy(screen, copy);
  }
}

function showCopy(screen: Screen, copy: ExplainedCopy): void {
  screen.line(screen.bold(toVisible(copy.location)));
  const facts: [string, string][] = [
    ...(copy.shown === null
      ? []
      : ([
          ['subject', copy.shown.subject],
          ['from', copy.shown.from],
          ['to', copy.shown.to],
        ] as [string, string][])),
    ['custodian', copy.custodian],
    ['folder', copy.folder ?? 'none in the evidence'],
    ['Message-ID', copy.messageId === null ? 'none' : `<${copy.messageId}>`],
    ['Date', copy.date ?? 'none'],
    ['arrived', copy.arrived === null ? 'unknown' : `${copy.arrived} (${ARRIVAL_WORDS[copy.arrivedFrom]})`],
    ['original', toPlace(copy)],
    ['SHA-256', copy.evidence.sha256 ?? 'of the file, see candor evidence list'],
    ['fingerprint', copy.fingerprint],
  ];
  for (const line of toColumns(facts.map(([name, value]) => [name, toVisible(value.trim())]))) screen.line(`  ${line}`);
  const doubt = toDoubt(copy);
  if (doubt !== null) showText(screen, doubt, { indent: '  ', margin: 2 });
  screen.line();
  screen.line(`Verdict: ${screen.bold(copy.verdict)} — ${copy.words}.`);
  for (const reason of copy.reasons) {
    screen.line();
    showText(screen, `${reason.rule} ${reason.code}. ${reason.text}`, { indent: '  ', margin: 2 });
    for (const carrier of reason.carriers) screen.line(`    attached to ${screen.bold(toVisible(carrier))}`);
    if (reason.moreCarriers > 0) screen.line(`    and ${formatAmount(reason.moreCarriers, 'more message')}`);
    for (const record of reason.records) showRecord(screen, record);
    if (reason.more > 0) screen.line(`    and ${formatAmount(reason.more, 'more record')}`);
    for (const gap of reason.gaps) showText(screen, gap, { indent: '    ', margin: 4 });
    if (reason.moreGaps > 0) screen.line(`    and ${formatAmount(reason.moreGaps, 'more gap')}`);
  }
}

function showRecord(screen: Screen, record: CitedRecord): void {
  const label = `   ${record.label} (${record.labelRule})`;
  screen.line(
    `    ${screen.bold(toVisible(record.sources.join(', ')))}   ${record.time}   ${toVisible(record.operation)}${label}`,
  );
  showText(screen, record.labelText, { indent: '      ', margin: 6, paint: 'dim' });
  screen.line(screen.dim(`      record ${toVisible(record.id)}`));
}

const UNPACKED_WORDS = new Set(UNPACKED.values());

function toPlace({ evidence }: ExplainedCopy): string {
  const members = evidence.members.map((member) => (UNPACKED_WORDS.has(member) ? ' unpacked' : `!${member}`)).join('');
  return `${evidence.file}${members}, bytes ${formatCount(evidence.offset)} to ${formatCount(evidence.offset + evidence.length)}`;
}

/** One row may stand in several files; the first is enough to find it. */
function toFirstOf(sources: readonly string[]): string {
  const rest = sources.length - 1;
  return rest > 0 ? `${sources[0]} and ${formatCount(rest)} more` : (sources[0] ?? '');
}

export function showMailbox(screen: Screen, mailbox: ExplainedMailbox, all: boolean): void {
  screen.line(screen.bold(toVisible(mailbox.custodian)));
  const verdicts = Object.entries(mailbox.copies).map(([verdict, count]) => [formatCount(count), verdict]);
  for (const line of toColumns(verdicts, [0])) screen.line(`  ${line}`);
  screen.line();
  screen.line(screen.bold('Where the log is blind'));
  if (mailbox.gaps.length === 0) screen.line('  nowhere: the whole window is logged.');
  for (const gap of mailbox.gaps) showText(screen, gap, { indent: '  ', margin: 2 });
  screen.line();
  screen.line(screen.bold('Rules that fired'));
  for (const { rule, code, text, copies } of mailbox.rules) {
    screen.line(`  ${rule.padEnd(4)}${code}   ${formatAmount(copies, 'copy', 'copies')}`);
    showText(screen, text, { indent: '      ', margin: 6, paint: 'dim' });
  }
  screen.line();
  screen.line(
    screen.bold(`Records that count: the intruder's and ambiguous ones (${formatCount(mailbox.recordCount)})`),
  );
  const records = mailbox.records.map((record) => [
    record.time,
    `${record.label} ${record.labelRule}`,
    toVisible(record.operation),
    toVisible(toFirstOf(record.sources)),
  ]);
  showTable(screen, records, [], '  ');
  screen.line();
  const list = all
    ? mailbox.list
    : mailbox.list.filter(({ verdict }) => verdict !== 'no-evidence' && verdict !== 'absent').slice(0, LISTED_COPIES);
  screen.line(screen.bold('Copies'));
  const rows = list.map(({ location, verdict, codes }) => [verdict, toVisible(location), codes.join(', ')]);
  showTable(screen, rows, [], '  ');
  const left = Object.values(mailbox.copies).reduce((sum, count) => sum + count, 0) - list.length;
  if (left > 0)
    screen.line(screen.dim(`  ${formatCount(left)} more: --all lists every copy, --json gives them as data.`));
}
