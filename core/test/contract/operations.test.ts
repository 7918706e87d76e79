import * as contract from '@candor/core/contract/operations';
import { expect, test } from 'vitest';
import { z } from 'zod';

const operations = Object.entries(contract).flatMap(([name, table]) =>
  name.endsWith('Operations') ? listOperations(table) : [],
);

/** Some tables have tables in them. */
function listOperations(table: object): readonly contract.OperationContract[] {
  return 'kind' in table
    ? [table as contract.OperationContract]
    : Object.values(table).flatMap((one: object) => listOperations(one));
}

test('what cannot be done without a file or folder of the machine is for a terminal only, and says why', () => {
  expect(operations.length).toBeGreaterThan(100);
  const browsers = operations.filter(({ kind, terminalOnly }) => kind !== 'local' && terminalOnly === undefined);
  const writing = browsers.filter(({ input }) =>
    Object.values(input.shape).some((schema) => {
      const isOptional = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
      return !isOptional && contract.readFieldWords(schema as z.ZodType).isWritten === true;
    }),
  );
  expect(writing.map(({ name }) => name)).toEqual([]);
});

test('each operation has a name of its own, of words with full stops between them', () => {
  const names = operations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/);
});
