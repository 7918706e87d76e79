import type { OperationContract, OperationKind } from '@candor/core/contract/operations';
import type { z } from 'zod';
import { type Caller, type Context, type LocalContext, type Opening, openContext } from './context.ts';

type Run<Given, Input extends z.ZodObject, Output> = (given: Given, input: z.infer<Input>) => Promise<Output>;

/** An operation and how it is done. */
export type Operation<Input extends z.ZodObject = z.ZodObject, Output = unknown> = OperationContract<Input> &
  (
    | { readonly opening: Opening; readonly run: Run<Context, Input, Output> }
    | { readonly opening: 'nothing'; readonly run: Run<LocalContext, Input, Output> }
  );

const OPENINGS: Readonly<Record<Exclude<OperationKind, 'local'>, Opening>> = {
  read: 'reading',
  act: 'acting',
  'signed-act': 'acting',
  job: 'writing',
};

/** @param opening where an operation needs another one than its kind has */
export function defineOperation<Input extends z.ZodObject, Output extends z.input<Answer>, Answer extends z.ZodType>(
  contract: OperationContract<Input, Answer>,
  run: Run<Context, Input, Output>,
  opening: Opening = contract.kind === 'local' ? 'reading' : OPENINGS[contract.kind],
): Operation<Input, Output> {
  return { ...contract, opening, run };
}

/** An operation that opens no state, or its own. */
export function defineLocal<Input extends z.ZodObject, Output extends z.input<Answer>, Answer extends z.ZodType>(
  contract: OperationContract<Input, Answer>,
  run: Run<LocalContext, Input, Output>,
): Operation<Input, Output> {
  return { ...contract, opening: 'nothing', run };
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
  if (operation.opening === 'nothing') return use(await operation.run({ ...caller, statePath }, input));
  const context = await openContext(statePath, operation.opening, caller);
  try {
    return await use(await operation.run(context, input));
  } finally {
    await context.state.close();
  }
}
