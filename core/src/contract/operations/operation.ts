import { z } from 'zod';
import { field } from './field.ts';

/** A digest shorter than this could be typed by accident. */
const MIN_DIGITS = 8;

/**
 * `signed-act`: an operator's key signs it; two of them bring it about. `job`: takes long, and can be stopped. `local`:
 * with files of this machine, and no incident.
 */
export type OperationKind = 'read' | 'act' | 'signed-act' | 'job' | 'local';

/**
 * Limits its callers. `viewer` reads figures and notices, `responder` decides evidence, exposure, leads and parties,
 * `counsel` findings, holds and reports, `notifier` waves, contacts and enrollment.
 */
export type OperationRole = 'viewer' | 'responder' | 'counsel' | 'notifier';

export interface OperationContract<
  Input extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  Name extends string = string,
  Kind extends OperationKind = OperationKind,
> {
  /** Words with a full stop between them, from the group to the act: `party.merge`. */
  readonly name: Name;
  readonly does: string;
  readonly kind: Kind;
  readonly roles: readonly OperationRole[];
  readonly input: Input;
  /** What a browser gets of the result: a field that it does not name stays here. None: no browser can call it yet. */
  readonly answer?: Answer;
  /** `may`: a decision with a reason, which a key makes provable; `must`: one of two signatures. */
  readonly signs?: 'may' | 'must';
  readonly terminalOnly?: string;
}

/** Why an operation is not in a browser. */
export const LOCAL_FILE = 'it works with a file of this machine';
export const LOCAL_FOLDER = 'it works with a folder of this machine';

export function describeOperation<
  Input extends z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  const Name extends string = string,
  const Kind extends OperationKind = OperationKind,
>(contract: OperationContract<Input, Answer, Name, Kind>): OperationContract<Input, Answer, Name, Kind> {
  return contract;
}

/** Why somebody decides: each decision takes one. */
export function reason(does = 'why; it is kept', value = 'reason'): z.ZodString {
  return field(
    z.string().refine((text) => text.trim() !== '', { error: 'say why' }),
    { does, value },
  );
}

/** Which document a person saw before signing. */
export function reviewedDigest(): z.ZodDefault<z.ZodNullable<z.ZodString>> {
  const error = `at least ${MIN_DIGITS} hexadecimal digits of the digest are needed`;
  const digits = z.string().regex(new RegExp(`^[0-9a-f]{${MIN_DIGITS},64}$`), { error });
  return field(digits.nullable().default(null), {
    does: 'the digest that you reviewed; refused if it has changed since',
    value: 'hex',
  });
}

/** What one of two people signs. */
export function describeSignedAct<Shape extends z.ZodRawShape>(
  contract: Pick<OperationContract, 'name' | 'does' | 'roles' | 'terminalOnly'>,
  shape: Shape,
): OperationContract<z.ZodObject<Shape & { digest: ReturnType<typeof reviewedDigest> }>> {
  const input = z.object({ ...shape, digest: reviewedDigest() });
  return describeOperation({ ...contract, kind: 'signed-act', signs: 'must', input });
}
