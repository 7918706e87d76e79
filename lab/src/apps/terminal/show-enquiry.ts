import { formatAmount } from '@candor/core/base';
import type { Enquiry } from '../../commands/notice/enquiries.ts';
import { type Screen, toVisible } from './screen.ts';

export function showEnquiry(screen: Screen, enquiry: Enquiry, state: string): void {
  screen.line(screen.bold(`Enquiry ${enquiry.id} · ${enquiry.domain} · ${enquiry.state}`));
  screen.line(`Asked by ${toVisible(enquiry.contact)}; proof of the domain: ${toVisible(enquiry.proof)}`);
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
      : `Answer: notice ${answer.notice} was issued to ${answer.domain}; it is given again, at exposure version ${answer.exposure.version}.`,
  );
  screen.line(`Digest ${enquiry.digest ?? ''}`);
  if (enquiry.entry !== null) {
    screen.line(
      `Signed by ${enquiry.approvals.map(({ operator }) => toVisible(operator)).join(' and ')}; entry ${enquiry.entry} of the log.`,
    );
    screen.line(
      screen.dim(`${screen.typed('candor enquiry list --json', state)} shows answer and signatures, to pass on.`),
    );
    return;
  }
  const by = enquiry.approvals.map(({ operator }) => toVisible(operator)).join(', ');
  screen.line(
    by === '' ? 'Nobody has signed yet; two people must sign.' : `Signed by ${by}; one more person must sign.`,
  );
  screen.line(`Next   ${screen.typed(`candor enquiry approve ${enquiry.id} --as NAME --key FILE`, state)}`);
}
