import { Refusal } from '@candor/core/base';
import { SIGN_CODE, type SignatureAnswer, signingPaths } from '@candor/core/contract/console';
import { z } from 'zod';
import { type ConsolePlace, callConsole } from '../../adapters/net/console-caller.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { requireSelectionToSign, type Signature, type ToSign } from '../../notice/approval/index.ts';

const documentSchema = z.object({
  ticket: z.string(),
  operator: z.object({ name: z.string(), key: z.string() }),
  document: z.base64(),
  selection: z.object({ salt: z.base64(), document: z.base64() }).nullable(),
});
const answerSchema = z.object({ wave: z.number(), approvedBy: z.array(z.string()), entry: z.number().nullable() });
const refusalSchema = z.object({ code: z.string(), reasons: z.array(z.string()) });

/**
 * Fetches one document from a console, shows what its own bytes say, and signs them here: the key never leaves this
 * machine.
 * @throws Refusal for another address, a spent code, a document for somebody else, or what the console refuses.
 */
export async function approveFromConsole(
  address: string,
  signature: Signature,
  confirm: () => Promise<number | null>,
): Promise<SignatureAnswer> {
  const { place, code } = readAddress(address);
  const given = documentSchema.parse(await ask(place, signingPaths.toDocument(code), {}));
  const { operator } = given;
  if (operator.name !== signature.as)
    throw new Refusal('unknown-operator', [
      `this document is for ${operator.name}, not for ${signature.as}; ask for a code of your own`,
    ]);
  const bytes = Buffer.from(given.document, 'base64');
  const toSign: ToSign = {
    matter: 'wave',
    bytes,
    digest: createNodeRuntime().sha256Hex(bytes),
    selection:
      given.selection === null
        ? null
        : {
            salt: Buffer.from(given.selection.salt, 'base64'),
            document: Buffer.from(given.selection.document, 'base64'),
          },
  };
  // A selection that the document does not commit to ends here, before anything is asked.
  const { takenOut } = requireSelectionToSign(toSign);
  signature.show(toSign);
  const confirmed = takenOut.confirm === null ? null : await confirm();
  if (confirmed !== takenOut.confirm)
    throw new Refusal('not-confirmed', [`decisions take out ${takenOut.confirm}; nothing was signed`]);
  const approval = await signature.sign(toSign, { ...operator, custodian: null });
  const { ticket } = given;
  return answerSchema.parse(await ask(place, signingPaths.toSignature(code), { ticket, approval, confirm: confirmed }));
}

/** Only this machine's console is reached without encryption. */
const HOSTS: readonly string[] = ['candor.localhost', 'localhost'];

/** @throws Refusal `bad-sign-address`. */
function readAddress(address: string): { readonly place: ConsolePlace; readonly code: string } {
  const url = URL.canParse(address) ? new URL(address) : null;
  const code = url?.pathname.slice(1) ?? '';
  const isPlain = url !== null && url.search === '' && url.hash === '' && url.username === '';
  if (url === null || !isPlain || url.protocol !== 'http:' || !HOSTS.includes(url.hostname) || !SIGN_CODE.test(code))
    throw new Refusal('bad-sign-address', [
      'this is no address of a document; it is http://candor.localhost:PORT/CODE, as the page of the wave shows it',
    ]);
  return { place: { host: url.hostname, port: url.port === '' ? 80 : Number(url.port) }, code };
}

async function ask(place: ConsolePlace, path: string, body: object): Promise<unknown> {
  const reply = await callConsole(place, path, body).catch(() => null);
  if (reply === null)
    throw new Refusal('sign-refused', [`no console answers at port ${place.port} of this machine; nothing was signed`]);
  if (reply.status === 200) return reply.body;
  const { data } = refusalSchema.safeParse(reply.body);
  throw new Refusal(
    'sign-refused',
    data?.code === 'code-spent'
      ? [
          'this code was used, is older than 15 minutes, or was never given; ask for another one on the page of the wave',
        ]
      : data === undefined || data.reasons.length === 0
        ? [`the console refuses this (${data?.code ?? reply.status}); nothing was stored`]
        : data.reasons,
  );
}
