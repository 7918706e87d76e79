import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { join } from 'node:path';
import type { Signer } from '@candor/core/base';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openSqliteStore } from '../../src/adapters/store/sqlite.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { type LogFoundation, startLog } from '../../src/ledger/start-log.ts';

export const runtime = createNodeRuntime();
export const origin = 'harbor.example/log';
/** 2001-10-15T09:00:00Z */
export const startedAt = 1_003_136_400;

/** Ed25519 keys of these tests, each from 32 bytes of one value. */
function toTestKey(value: number): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, Buffer.alloc(32, value)]), format: 'der', type: 'pkcs8' });
}

export function toTestSigner(name: string, value: number): Signer {
  const key = toTestKey(value);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return {
    name,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}

export const logSigner = toTestSigner(origin, 7);
export const ines = toTestSigner('Ines Adler', 1);
export const omar = toTestSigner('Omar Bell', 2);

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const foundation: LogFoundation = {
  incident: 'harbor',
  log: { origin, everySeconds: 3600, entries: 64 },
  operators: [
    { name: omar.name, key: toText(omar.publicKey), custodian: null },
    { name: ines.name, key: toText(ines.publicKey), custodian: null },
  ],
};

/** Salt of position n, as in docs/formats/log.md. */
export const saltOf = (index: number): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`salt ${index}`).digest());

/** A store with a log that has begun. */
export async function openLog(folder: string): Promise<Store> {
  const store = await openSqliteStore(join(folder, 'candor.sqlite'));
  await store.transaction(() => startLog(store, runtime, foundation, logSigner, startedAt));
  return store;
}
