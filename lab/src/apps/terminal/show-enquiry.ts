import { formatAmount } from '@candor/core/base';
import type { Enquiry } from '../../commands/notice/enquiries.ts';
import { type Screen, toVisible } from './screen.ts';

export function showEnquiry(screen: Screen, enquiry: Enquiry, state: string): void {
  screen.line(screen.bold(`Enquiry ${enquiry.id} · ${enquiry.domain} · ${enquiry.state}`));
  screen.line(`Asked by ${toVisible(enquiry.contact)}; the domain was proved so: ${toVisible(enquiry.proof)}`);
  const { answer } = enquiry;
  if (enquiry.state === 'asked' || enquiry.state === 'refused') {
    if (enquiry.state === 'asked') screen.line(`Next   ${screen.typed('candor enquiry check', state)}`);
    return;
  }
  if (answer === null) {
    screen.line(`Next   ${screen.typed(`candor enquiry answer ${enquiry.id}`, state)}`);
    return;
  }
  const gaps =
    answer.gaps.length === 0
      ? 'without a gap'
      : `with ${formatAmount(answer.gaps.length, 'kind')} of gaps (${answer.gaps.join(', ')})`;
  screen.line(
    answer.answer === 'nothing'
      ? `Answer: nothing of ${answer.domain} at exposure version ${answer.exposure.version}, ${gaps}.`
      : `Answer: notice ${answer.notice} was issued to ${answer.domain}; it is handed over again, at exposure version ${answer.exposure.version}.`,
  );
  screen.line(`Digest ${enquiry.digest ?? ''}`);
  if (enquiry.entry !== null) {
    screen.line(
      `Signed by ${enquiry.approvals.map(({ operator }) => toVisible(operator)).join(' and ')}; entry ${enquiry.entry} of the log.`,
    );
    screen.line(
      screen.dim(`${screen.typed('candor enquiry list --json', state)} has answer and signatures, to be handed over.`),
    );
    return;
  }
  const by = enquiry.approvals.map(({ operator }) => toVisible(operator)).join(', ');
  screen.line(by === '' ? 'Signed by nobody yet; it takes two.' : `Signed by ${by}; it takes one more person.`);
  screen.line(`Next   ${screen.typed(`candor enquiry approve ${enquiry.id} --as NAME --key FILE`, state)}`);
}
