import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect } from 'vitest';
import { nodeCryptography } from '../../lab/src/adapters/keys/cryptography.ts';
import { answer, type Question } from './page/cryptography.ts';

/** An empty page, which WebCrypto needs, and the script with which it answers (`page/cryptography.ts`). */
interface AskedPage {
  readonly address: string;
  readonly script: string;
}

const zeros = (lengthBytes: number): string => '00'.repeat(lengthBytes);
/** Engines that keep keys as numbers lose zeros in front, once in 256 keys. */
const keys = [zeros(32), `00${'11'.repeat(31)}`, `0000${'80'.repeat(30)}`, 'ff'.repeat(32), `80${zeros(31)}`];
const nonce = zeros(12);
/** The group's order L (RFC 8032, 5.1): S and S + L are the same number to whoever does not look. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const questions: readonly Question[] = [
  ['sha256', ''],
  ['sha256', '00'.repeat(1_000)],
  ['hkdf', '', '', ''],
  ['hkdf', '', 'é', '00'],
  ['hkdf', zeros(65), '', zeros(65)],
  ...keys.flatMap((key): Question[] => [
    ['hkdf', key, 'x', key],
    ['seal', key, nonce, ''],
    ['seal', key, `00${'01'.repeat(11)}`, '00ff'],
    ['sign', key, ''],
    ['sign', key, '00'],
  ]),
  ...[0, 15, 16].map((bytes): Question => ['open', zeros(32), nonce, zeros(bytes)]),
  // The tag of nothing under these zeros (test case 13 of the GCM submission).
  ['open', zeros(32), nonce, '530f8afbc74536b9a963b4f1c4cb738b'],
  ...listSignatures(),
];

/** Right ones, and those that an engine may take for right or break at. */
function listSignatures(): Question[] {
  const asked: Question[] = [];
  // Keys and both halves of signatures begin with a zero once in 256.
  for (let tries = 0; asked.length < 24; tries += 1) {
    const message = Buffer.of(tries & 255);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const signature = sign(null, message, privateKey);
    if (key[0] !== 0 && signature[0] !== 0 && signature[32] !== 0) continue;
    const [name, right, text] = [key, signature, message].map((bytes) => bytes.toString('hex'));
    if (name === undefined || right === undefined || text === undefined) continue;
    asked.push(
      ['verify', name, right, text],
      ['verify', name, right, `${text}00`],
      ['verify', name, beyond(right), text],
    );
  }
  const ofSmallOrder = [zeros(32), `01${zeros(31)}`, `ec${'ff'.repeat(30)}7f`, 'ff'.repeat(32)];
  const none = [zeros(31), '', '02'.repeat(32)];
  for (const key of [...ofSmallOrder, ...none])
    for (const signature of [zeros(64), `${key}${zeros(32)}`, '', zeros(63)])
      asked.push(['verify', key, signature, '00']);
  return asked;
}

/** The same signature with S + L: whoever takes it lets a signature be made again without the key (RFC 8032, 8.4). */
function beyond(signature: string): string {
  const scalar = BigInt(`0x${Buffer.from(signature.slice(64), 'hex').reverse().toString('hex')}`) + ORDER;
  return signature.slice(0, 64) + Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse().toString('hex');
}

/**
 * What a page answers is what the lab answers; a signature is never the same twice, so the lab says whether it is one.
 */
export async function expectLabAnswers(
  ask: (questions: readonly Question[]) => Promise<readonly string[]>,
): Promise<void> {
  const theirs = await ask(questions);
  for (const [at, question] of questions.entries())
    if (question[0] !== 'sign') expect(theirs[at], question.join(' ')).toBe(await answer(nodeCryptography, question));
    else expect(await isSigned(question, theirs[at] ?? ''), question.join(' ')).toBe('true');
}

/** The answer is the public key and the signature; the lab says whether these belong together. */
function isSigned([, , message]: Question, signed: string): Promise<string> {
  return answer(nodeCryptography, ['verify', signed.slice(0, 64), signed.slice(64), message ?? '']);
}

/** Builds the script and serves the page for the tests of one file. */
export function serveAskedPage(take: (page: AskedPage) => void): void {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'));
  beforeAll(async () => {
    const entry = join(import.meta.dirname, 'page/cryptography.ts');
    const built = (await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'cryptography' } },
    })) as Rolldown.RolldownOutput[];
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    take({ address, script: built[0]?.output[0].code ?? '' });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
}
