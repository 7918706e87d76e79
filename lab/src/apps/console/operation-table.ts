import * as evidence from '../../operations/evidence.ts';
import * as exposure from '../../operations/exposure.ts';
import * as findings from '../../operations/findings.ts';
import * as impact from '../../operations/impact.ts';
import * as incident from '../../operations/incident.ts';
import * as notice from '../../operations/notice.ts';
import type { Operation } from '../../operations/operation.ts';
import * as transparency from '../../operations/transparency.ts';

/** Those of the table that a page can call, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [incident, evidence, exposure, impact, findings, notice, transparency].flatMap((stage) =>
    Object.values(stage)
      .filter((one): one is Operation & typeof one => typeof one === 'object' && 'opening' in one)
      .filter(({ answer }) => answer !== undefined)
      .map((one) => [one.name, one as Operation] as const),
  ),
);
