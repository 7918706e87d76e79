import type { z } from 'zod';
import type { evidenceOperations } from './evidence-operations.ts';
import type { exposureOperations } from './exposure-operations.ts';
import type { findingOperations } from './finding-operations.ts';
import type { incidentOperations } from './incident-operations.ts';
import type { noticeOperations } from './notice-operations.ts';
import type { OperationContract } from './operation.ts';
import type { transparencyOperations } from './transparency-operations.ts';

type Member<Table> = Table[keyof Table];
type Contract =
  | Member<typeof incidentOperations>
  | Member<typeof evidenceOperations>
  | Member<typeof exposureOperations>
  | Member<typeof findingOperations>
  | Member<typeof noticeOperations>
  | Member<typeof transparencyOperations>;

/** What a page says to each operation that it can call, and what it gets: types alone, derived from the table. */
export type CalledOperations = {
  readonly [One in Contract as One extends OperationContract<z.ZodObject, infer Answer, infer Name>
    ? unknown extends z.output<Answer>
      ? never
      : Name
    : never]: One extends OperationContract<infer Input, infer Answer>
    ? { readonly input: z.input<Input>; readonly answer: z.output<Answer> }
    : never;
};
