import { formatAmount } from '@candor/core/base';
import type { DownloadedRelease } from '../../../commands/review/download-release.ts';
import type { AskedEnquiryView, EnquiryAnswerView } from '../../../commands/review/enquire.ts';
import type { AskedEnrollment, Enrolled } from '../../../commands/review/enroll.ts';
import { type Screen, toVisible } from './screen.ts';

const states: Readonly<Record<string, string>> = {
  received: 'the portal has it; the organization has not fetched it yet',
  waiting: 'the organization has it: it checks the proof and notifies your contacts, then two people decide',
  approved: 'approved: `candor download` fetches the release once there is one',
  refused: 'refused: ask the organization why, at the telephone number on its own web site',
  stopped:
    'stopped: somebody of your organization objected, or somebody else claims the same; two people will contact you',
};

export function printEnrolled(screen: Screen, enrolled: Enrolled, keyFile: string): void {
  if (enrolled.isNewKey)
    screen.line(
      `Your keys are in ${toVisible(keyFile)}. Only the passphrase opens them. Keep a copy on another machine or medium.`,
    );
  screen.line(`Requested for incident ${toVisible(enrolled.incident)}. Your fingerprint: ${enrolled.fingerprint}`);
  printRecord(screen, enrolled.enrollment);
  screen.line('The organization reads the fingerprint to you on the telephone. It must be this one.');
}

export function printEnrollStatus(
  screen: Screen,
  { fingerprint, enrollments }: { readonly fingerprint: string; readonly enrollments: readonly AskedEnrollment[] },
): void {
  screen.line(`Your fingerprint: ${fingerprint}`);
  if (enrollments.length === 0) screen.line('There is no request with this key.');
  for (const enrollment of enrollments) {
    const { request, state } = enrollment;
    screen.line(`${request.slice(0, 16)}   ${states[state] ?? state}`);
    if (state === 'received' || state === 'waiting') printRecord(screen, enrollment);
  }
}

export function printDownloaded(
  screen: Screen,
  { party, release, file, sha256, objects }: DownloadedRelease,
  key: string,
): void {
  screen.line(
    `Release ${release} for ${toVisible(party)}: ${formatAmount(objects, 'message')} in ${toVisible(file)}, sealed.`,
  );
  screen.line(`SHA-256   ${sha256}`);
  screen.line(`Next   candor open ${toVisible(file)} --key ${toVisible(key)} --fingerprint GROUPS --out mail/`);
}

export function printEnquired(screen: Screen, asked: AskedEnquiryView): void {
  screen.line(`Asked. Your fingerprint: ${asked.fingerprint}`);
  printRecord(screen, asked);
  screen.line('Two people sign the answer; `candor enquire --answer` fetches it.');
}

export function printEnquiryAnswer(screen: Screen, view: EnquiryAnswerView | null): void {
  if (view === null) {
    screen.line('There is no answer yet.');
    return;
  }
  const { answer, approvers, fingerprint, notice } = view;
  screen.line(`Signed by ${approvers.value.map(toVisible).join(' and ')}, ${toVisible(answer.at)}.`);
  screen.line(`Their keys: ${fingerprint}: compare it with DNS (_candor of the organization) and its page.`);
  const gaps =
    answer.gaps.length === 0 ? 'no gap in its logs' : `gaps in its logs: ${answer.gaps.map(toVisible).join(', ')}`;
  screen.line();
  screen.line(
    answer.answer === 'nothing'
      ? `Nothing of ${toVisible(answer.domain)} at exposure version ${answer.exposure.version}, with ${gaps}.`
      : `Mail of ${toVisible(answer.domain)} is affected: notice ${answer.notice}, as it was issued:`,
  );
  if (notice === null) return;
  screen.line();
  screen.line(toVisible(notice.subject));
  screen.line();
  for (const line of notice.text.split('\n')) screen.line(toVisible(line));
}

function printRecord(screen: Screen, { record }: Pick<AskedEnrollment, 'record'>): void {
  if (record === null) return;
  screen.line();
  screen.line('Publish this in DNS, as one TXT record, and leave it there until you can read:');
  screen.line(`${record.name}. IN TXT "${record.text}"`);
  screen.line();
}
