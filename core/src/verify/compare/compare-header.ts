import type { ReceivedHeader } from '../received/received.ts';
import { compareDate } from './date.ts';
import { type Findings, joinFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';
import { compareFields } from './other-fields.ts';
import { compareRecipients } from './recipients.ts';
import { compareSender } from './sender.ts';
import { compareSubject } from './subject.ts';

/** Compares every field: the notice's own with what was issued; others are reported. */
export function compareHeader(issued: IssuedHeader, received: ReceivedHeader): Findings {
  return joinFindings([
    compareSubject(issued.subject, received.subject),
    compareDate(issued, received),
    compareRecipients(issued, received),
    compareSender(issued, received),
    compareFields(issued, received),
  ]);
}
