import { makeSealingKey, sealContent } from '@candor/core/review/seal';
import { beforeAll, expect, test } from 'vitest';
import { browserCryptography } from '../../../src/platform/browser-cryptography.ts';
import { browserRuntime } from '../../../src/platform/browser-runtime.ts';
import { KeyWorkerError, type KeyWorkerErrorCode } from '../../../src/reviewer/bridge/protocol.ts';
import type { VaultIndex } from '../../../src/reviewer/worker/keys/key-worker-deps.ts';
import { ByteBudget, type ObjectSource, Vault } from '../../../src/reviewer/worker/keys/vault.ts';

const never = new AbortController().signal;
const primitives = { ...browserCryptography, sha256Hex: browserRuntime.sha256Hex };
/** Of a size that lets three of them be read together. */
const texts = Array.from({ length: 20 }, (_, at) => `Message ${at}`.padEnd(600_000, '.'));
const sealedBy = new Map<string, Uint8Array>();
const objectOf = new Map<string, string>();
let identity = '';
beforeAll(async () => {
  const key = await makeSealingKey();
  identity = key.identity;
  for (const text of texts) {
    const sealed = await sealContent(key.recipient, new TextEncoder().encode(text));
    sealedBy.set(primitives.sha256Hex(sealed), sealed);
    objectOf.set(primitives.sha256Hex(text), primitives.sha256Hex(sealed));
  }
});

const ids = (): readonly string[] => [...objectOf.keys()];
const give: ObjectSource = async (digest) => sealedBy.get(digest) ?? new Uint8Array();

function makeVault(source: ObjectSource): Vault {
  const index: VaultIndex = {
    head: () => undefined,
    line: () => undefined,
    count: objectOf.size,
    expected: objectOf.size,
    findObject: (id) => objectOf.get(id) ?? null,
    ids,
  };
  const objects = [...sealedBy]
    .map(([digest, { length }]) => ({ digest, size: length }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
  return new Vault(primitives, {
    manifest: { objects } as never,
    manifestDigest: '',
    papers: {} as never,
    identity,
    reading: { index, readOn: () => Promise.resolve(), stop: () => undefined },
    source,
  });
}

async function readAll(vault: Vault, signal: AbortSignal = never): Promise<readonly string[]> {
  const taken: string[] = [];
  await vault.readAll(
    ids(),
    (_id, read) => taken.push(read instanceof KeyWorkerError ? read.flaw : new TextDecoder().decode(read)),
    signal,
  );
  return taken;
}

test('reads every message once, a few groups at a time, each with its size', async () => {
  let [running, most, asked] = [0, 0, 0];
  const taken = await readAll(
    makeVault(async (digest, signal, sizeBytes) => {
      asked += 1;
      running += 1;
      most = Math.max(most, running);
      expect(sizeBytes).toBe(sealedBy.get(digest)?.length);
      await new Promise((settle) => setTimeout(settle, 1));
      running -= 1;
      return give(digest, signal);
    }),
  );
  expect([...taken].sort()).toEqual([...texts].sort());
  expect([asked, most]).toEqual([20, 9]);
});

test('reports a failed message separately and reads the others', async () => {
  let nth = 0;
  const taken = await readAll(
    makeVault(async (digest, signal) => {
      nth += 1;
      if (nth === 3) throw new KeyWorkerError('missing-object');
      return nth === 5 ? new Uint8Array(9) : give(digest, signal);
    }),
  );
  expect(taken.filter((text) => text.startsWith('Message'))).toHaveLength(18);
  expect(taken).toContain('missing-object');
  expect(taken).toContain('damaged-object');
});

test.each<KeyWorkerErrorCode>(['session-ended', 'portal-silent', 'lab-silent', 'too-many'])(
  'on %s everything stops, and nothing continues',
  async (flaw) => {
    let asked = 0;
    const vault = makeVault(async (digest, signal) => {
      asked += 1;
      if (asked === 8) throw new KeyWorkerError(flaw);
      return give(digest, signal);
    });
    await expect(readAll(vault)).rejects.toMatchObject({ flaw });
    const before = asked;
    await new Promise((settle) => setTimeout(settle, 20));
    expect([asked, asked < 20]).toEqual([before, true]);
  },
);

test('a cancelled reader requests no more', async () => {
  const controller = new AbortController();
  let asked = 0;
  const vault = makeVault(async (digest, signal) => {
    asked += 1;
    if (asked === 4) controller.abort();
    return give(digest, signal);
  });
  await expect(readAll(vault, controller.signal)).rejects.toMatchObject({ flaw: 'cancelled' });
  expect(asked).toBeLessThan(12);
});

test('does not refetch recent messages until the vault is closed', async () => {
  let asked = 0;
  const vault = makeVault(async (digest, signal, sizeBytes) => {
    asked += 1;
    // Somebody waits for it.
    expect(sizeBytes).toBeUndefined();
    return give(digest, signal);
  });
  const [id = ''] = ids();
  await vault.read(id, never);
  await vault.read(id, never);
  expect(asked).toBe(1);
  vault.forget();
  expect(new TextDecoder().decode(await vault.read(id, never))).toBe(texts[0]);
  expect(asked).toBe(2);
});

test('the budget keeps the most recently used and forgets the rest', () => {
  const budget = new ByteBudget(100);
  const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  budget.keep('a', bytes(40));
  budget.keep('b', bytes(40));
  budget.find('a');
  budget.keep('c', bytes(40));
  expect(['a', 'b', 'c'].map((name) => budget.find(name)?.length ?? 0)).toEqual([40, 0, 40]);
  budget.keep('whole', bytes(101));
  expect(budget.find('whole')).toBeNull();
  budget.keep('a', bytes(60));
  expect([budget.find('a')?.length, budget.find('c')?.length]).toEqual([60, 40]);
  const kept = budget.find('a');
  budget.clear();
  expect([budget.find('a'), kept?.every((byte) => byte === 0)]).toEqual([null, true]);
});
