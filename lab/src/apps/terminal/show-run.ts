import type { RunSummary } from '../../commands/run-summary.ts';
import { formatBytes, formatCount } from './number.ts';
import { type Screen, toColumns, toVisible, wrap } from './screen.ts';

/** One screen after a run: what was read, what it says, what needs a person, what to type next. */
export function showRun(screen: Screen, summary: RunSummary, incidentPath: string): void {
  const title = `${summary.organization} · ${summary.incident}`;
  const stand = `exposure ${summary.version} · rules ${summary.rules}`;
  screen.line(`${screen.bold(toVisible(title))}${' '.repeat(Math.max(3, 86 - title.length - stand.length))}${stand}`);
  for (const [name, lines] of toSections(summary)) {
    for (const [at, line] of lines.entries()) screen.line(`${at === 0 ? name.padEnd(12) : ' '.repeat(12)}${line}`);
  }
  showNeeds(screen, summary);
  const next = [
    ['candor parties', 'who is concerned, most exposed first'],
    ['candor explain --mailbox CUSTODIAN', 'why, copy by copy, with the records'],
    [`candor run ${incidentPath} --out DIR`, 'the figures as files that anyone can recompute'],
  ];
  screen.line();
  for (const [at, line] of toColumns(next).entries())
    screen.line(`${at === 0 ? 'Next'.padEnd(12) : ' '.repeat(12)}${line}`);
}

function toSections(summary: RunSummary): [string, string[]][] {
  const { evidence, audit, copies, partiesExposed } = summary;
  const setAside = evidence.quarantinedBytes + evidence.unpacked.quarantinedBytes;
  const accounted =
    setAside === 0 ? 'every byte accounted for' : `every byte accounted for, ${formatBytes(setAside)} of it set aside`;
  const labels = (label: string) =>
    Object.entries(audit.attribution).reduce(
      (sum, [key, count]) => (key.startsWith(`${label}/`) ? sum + count : sum),
      0,
    );
  const count = (value: number, one: string, many = `${one}s`) => `${formatCount(value)} ${value === 1 ? one : many}`;
  return [
    [
      'evidence',
      [
        `${count(evidence.mailboxes, 'mailbox', 'mailboxes')}   ${count(evidence.copies, 'copy', 'copies')} of ${count(evidence.messages, 'message')}   ${formatBytes(evidence.bytes)}, ${accounted}`,
      ],
    ],
    [
      'audit',
      [
        `${count(audit.files, 'file')}   ${count(audit.records, 'record')}   ${formatCount(labels('intruder'))} the intruder's · ${formatCount(labels('ambiguous'))} ambiguous`,
      ],
    ],
    [
      'exposure',
      [
        `accessed ${formatCount(copies.accessed)}   presumed ${formatCount(copies.presumed)}   partial ${formatCount(copies.partial)}   possible ${formatCount(copies.possible)}`,
        `undetermined ${formatCount(copies.undetermined)}   no evidence ${formatCount(copies['no-evidence'])}   absent ${formatCount(copies.absent)}`,
      ],
    ],
    [
      'impact',
      [
        `${count(partiesExposed.organization, 'organization')} and ${count(partiesExposed.person, 'person', 'people')} to tell · ${count(partiesExposed.list, 'list')} recorded`,
      ],
    ],
  ];
}

function showNeeds(screen: Screen, summary: RunSummary): void {
  screen.line();
  const { needs } = summary;
  if (needs.length === 0) {
    screen.line('Nothing needs you.');
    return;
  }
  screen.line(screen.bold(`${formatCount(needs.length)} ${needs.length === 1 ? 'thing needs' : 'things need'} you`));
  const width = Math.min(30, Math.max(...needs.map((need) => need.subject.length)));
  for (const need of needs) {
    const subject = toVisible(need.subject).padEnd(width);
    const indent = ' '.repeat(width + 5);
    const lines = wrap(toVisible(need.text), Math.max(60, Math.min(100, screen.width)), indent);
    screen.line(
      `  ${need.kind === 'alert' ? screen.strong(subject) : screen.warn(subject)}   ${(lines[0] ?? '').trimStart()}`,
    );
    for (const line of lines.slice(1)) screen.line(line);
    screen.line(`${indent}${screen.dim(need.command)}`);
  }
}
