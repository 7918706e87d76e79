import type { Cryptography } from '@candor/core/base';
import { browserCryptography } from '../../src/platform/browser-cryptography.ts';
import { openSigner } from '../../src/platform/browser-signer.ts';

/** What is asked of a platform; bytes are hex, as they cross into a page. */
export type Question =
  | readonly ['sha256', bytes: string]
  | readonly ['hkdf', secret: string, info: string, salt: string]
  | readonly ['seal' | 'open', key: string, nonce: string, content: string]
  | readonly ['verify', publicKey: string, signature: string, message: string]
  | readonly ['sign', seed: string, message: string];

/** What each gives in this browser, as the pages use it. */
export function answerAll(questions: readonly Question[]): Promise<readonly string[]> {
  return Promise.all(questions.map((question) => answer(browserCryptography, question)));
}

/** Bytes as hex, true, false or null; what is thrown, in words: nothing here may throw. */
export async function answer(platform: Cryptography, question: Question): Promise<string> {
  try {
    const value = await ask(platform, question);
    return value instanceof Uint8Array ? toHex(value) : String(value);
  } catch (cause) {
    return `thrown: ${cause}`;
  }
}

async function ask(platform: Cryptography, question: Question): Promise<Uint8Array | boolean | null> {
  if (question[0] === 'hkdf') {
    const [, secret, info, salt] = question;
    return platform.hkdfSha256(toBytes(secret), info, 32, toBytes(salt));
  }
  const [what, ...texts] = question;
  const [one = new Uint8Array(), two = new Uint8Array(), three = new Uint8Array()] = texts.map(toBytes);
  if (what === 'sha256') return platform.sha256(one);
  if (what === 'seal') return platform.sealAes256Gcm(one, two, three);
  if (what === 'open') return platform.openAes256Gcm(one, two, three);
  if (what === 'verify') return platform.verifyEd25519(one, two, three);
  const { publicKey, sign } = openSigner(one);
  return new Uint8Array([...publicKey, ...(await sign(two))]);
}

function toBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
