import type { OperationContract, OperationKind } from '@candor/core/contract/operations';
import type { z } from 'zod';
import { type Caller, type Context, type Opening, openContext } from './context.ts';

/** An operation and how it is done. */
export interface Operation<Input extends z.ZodObject = z.ZodObject, Output = unknown> extends OperationContract<Input> {
  readonly opening: Opening;
  run(context: Context, input: z.infer<Input>): Promise<Output>;
}

const OPENINGS: Readonly<Record<OperationKind, Opening>> = {
  read: 'reading',
  act: 'acting',
  'signed-act': 'acting',
  job: 'writing',
};

/** @param opening where an operation needs another one than its kind has */
export function defineOperation<Input extends z.ZodObject, Output>(
  contract: OperationContract<Input>,
  run: (context: Context, input: z.infer<Input>) => Promise<Output>,
  opening: Opening = OPENINGS[contract.kind],
): Operation<Input, Output> {
  return { ...contract, opening, run };
}

/**
 * Calls an operation on a state of its own, which is open until `use` has ended.
 * @throws Refusal as the operation does.
 */
export async function callOperation<Input extends z.ZodObject, Output, Result>(
  operation: Operation<Input, Output>,
  statePath: string,
  caller: Caller,
  input: z.infer<Input>,
  use: (output: Output) => Result | Promise<Result>,
): Promise<Result> {
  const context = await openContext(statePath, operation.opening, caller);
  try {
    return await use(await operation.run(context, input));
  } finally {
    await context.state.close();
  }
}
