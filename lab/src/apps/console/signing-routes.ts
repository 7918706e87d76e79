import { type CodeAnswer, type DocumentAnswer, SIGN_CODE, signingPaths } from '@candor/core/contract/console';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CallAnswer } from './call-pool.ts';
import { ConsoleRefusal } from './denial.ts';
import type { OpenedIncident } from './opened-incidents.ts';
import type { SigningDesk } from './signing-desk.ts';

const text = z.string().max(200);
const codeOrder = z.strictObject({ wave: z.int().min(1), operator: text, digest: z.string().regex(/^[0-9a-f]{64}$/) });
const signatureOrder = z.strictObject({
  ticket: text,
  approval: z.strictObject({ operator: text, key: text, signature: text }),
  confirm: z.int().nullable(),
});

interface SigningParts {
  readonly person: string;
  readonly incidents: ReadonlyMap<string, OpenedIncident>;
  readonly signing: SigningDesk;
}

/**
 * A code for a document, the document, its signature. The first takes a session; the others take the code, which is all
 * that the program on the approver's machine has.
 */
export function addSigning(app: FastifyInstance, parts: SigningParts): void {
  const { incidents, signing, person } = parts;
  const require = (id: string): OpenedIncident => {
    const incident = incidents.get(id);
    if (incident === undefined) throw new ConsoleRefusal('not-found');
    return incident;
  };
  const config = { consolePolicy: { role: 'notifier' } } as const;
  app.post<{ Params: { incident: string } }>(
    signingPaths.toCode(':incident'),
    { config },
    async ({ params, body }): Promise<CodeAnswer> => {
      const { data: order } = codeOrder.safeParse(body);
      if (order === undefined) throw new ConsoleRefusal('malformed');
      // Refused here what would be refused there: nobody goes to another machine in vain.
      const { state, readers } = require(params.incident);
      toOutput(await readers.call({ state, name: 'sign.document', input: { ...order }, person, seen: null }));
      return signing.issue({ ...order, incident: params.incident });
    },
  );
  app.post<{ Params: { code: string } }>(
    signingPaths.toDocument(':code'),
    { config: { consolePolicy: 'code' } },
    async ({ params }): Promise<DocumentAnswer> => {
      const fetched = SIGN_CODE.test(params.code) ? signing.open(params.code) : null;
      if (fetched === null) throw new ConsoleRefusal('code-spent');
      const { incident, ...input } = fetched.order;
      const { state, readers } = require(incident);
      const output = toOutput(await readers.call({ state, name: 'sign.document', input, person, seen: null }));
      return { ...(output as Omit<DocumentAnswer, 'ticket'>), ticket: fetched.ticket };
    },
  );
  app.post<{ Params: { code: string } }>(
    signingPaths.toSignature(':code'),
    { config: { consolePolicy: 'code' } },
    async ({ params, body }) => {
      const { data: given } = signatureOrder.safeParse(body);
      if (given === undefined) throw new ConsoleRefusal('malformed');
      const order = SIGN_CODE.test(params.code) ? signing.settle(params.code, given.ticket) : null;
      if (order === null) throw new ConsoleRefusal('code-spent');
      const { incident, ...signed } = order;
      const { state, writer } = require(incident);
      const { approval, confirm } = given;
      return toOutput(
        await writer.call({
          state,
          name: 'sign.signature',
          input: { ...signed, approval, confirm },
          person,
          seen: null,
        }),
      );
    },
  );
}

function toOutput(answer: CallAnswer): unknown {
  if (answer.is === 'answer') return answer.output;
  throw answer.is === 'refused' ? new ConsoleRefusal('refused', answer.reasons) : new ConsoleRefusal('fault');
}
