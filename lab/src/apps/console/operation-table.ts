import * as answers from '../../operations/answers.ts';
import * as contacts from '../../operations/contacts.ts';
import * as delivery from '../../operations/delivery.ts';
import * as evidence from '../../operations/evidence.ts';
import * as exposure from '../../operations/exposure.ts';
import * as findings from '../../operations/findings.ts';
import * as impact from '../../operations/impact.ts';
import * as incident from '../../operations/incident.ts';
import * as jobs from '../../operations/jobs.ts';
import * as journal from '../../operations/journal.ts';
import * as notice from '../../operations/notice.ts';
import type { Operation } from '../../operations/operation.ts';
import * as people from '../../operations/people.ts';
import * as signing from '../../operations/signing.ts';
import * as transparency from '../../operations/transparency.ts';
import * as waves from '../../operations/waves.ts';

/** Those of the table that a page can call, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [
    incident,
    evidence,
    exposure,
    impact,
    findings,
    contacts,
    notice,
    waves,
    delivery,
    jobs,
    answers,
    people,
    journal,
    transparency,
    signing,
  ]
    .flatMap((stage) => Object.values(stage).flatMap(listOperations))
    .filter(({ answer }) => answer !== undefined)
    .map((one) => [one.name, one]),
);

/** Some stages have tables in them. */
function listOperations(one: unknown): readonly Operation[] {
  if (typeof one !== 'object' || one === null) return [];
  return 'opening' in one ? [one as Operation] : Object.values(one).flatMap(listOperations);
}
