import type { z } from 'zod';
import type { incidentOperations } from './incident-operations.ts';
import type { OperationContract } from './operation.ts';

type Contract = (typeof incidentOperations)[keyof typeof incidentOperations];

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
