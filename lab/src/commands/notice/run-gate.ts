import { fingerprintKeySet } from '@candor/core/notice/operator';
import { randomName } from '../../adapters/keys/random.ts';
import { readResolverAddress } from '../../adapters/net/dns.ts';
import { Prober } from '../../adapters/net/prober.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { runGate } from '../../notice/gate/index.ts';
import { digestGateSettings, type GateResult, loadDisclosure, readVersionFacts } from '../../notice/index.ts';
import { insertGateResult } from '../../notice/store/gate-store.ts';
import { findDomain } from '../../notice/wave/index.ts';
import { requireLastVersion } from '../open-version.ts';

/**
 * Sends one probe through the real relay, judges what arrives, and keeps the result: nothing is sent to a party without
 * a fresh one that passed.
 * @throws Refusal when settings are missing without which nothing can be judged.
 */
export async function probeGate(state: StateFolder, waitSeconds: number): Promise<GateResult> {
  const runtime = createNodeRuntime();
  const disclosure = await loadDisclosure(state.store);
  const version = await requireLastVersion(state);
  const at = now();
  const { fingerprint, former } = await requireActiveOperators(state, runtime, at);
  const resolvers = disclosure.notice.resolvers.flatMap((text) => readResolverAddress(text) ?? []);
  const prober = new Prober({ resolvers, loopback: null });
  try {
    const result = await runGate({
      disclosure,
      reached: readVersionFacts(version).reached,
      fingerprint,
      former: former.map(({ keySet }) => fingerprintKeySet(runtime, keySet)),
      domain: findDomain(disclosure),
      asker: prober,
      runtime,
      at,
      mark: `gate${randomName()}${randomName()}`,
      waitMs: waitSeconds * 1000,
    });
    const { relay } = disclosure.notice;
    const through = relay === null ? null : `${relay.host}:${relay.port}`;
    await insertGateResult(state.store, result, digestGateSettings(disclosure, fingerprint), through);
    return result;
  } finally {
    prober.close();
  }
}
