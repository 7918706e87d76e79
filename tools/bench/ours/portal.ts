// Our side of serving: a portal that ends TLS itself, with a session, every access on the disk before it is answered.
// NODE_EXTRA_CA_CERTS=FOLDER/served.crt node portal.ts api|cache|disk FOLDER [OBJECTS IN A CALL] prints
// {"requests","cpuSeconds","perSecond"}
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeRelease } from '../../../portal/test/support/made-release.ts';
import { ProcessWorld } from '../../../portal/test/support/process-world.ts';
import { APP, makePerson, toParty } from '../../../portal/test/support/world.ts';
import {
  countFiles,
  countRequests,
  countWarmUp,
  forgetFiles,
  load,
  makeTls,
  printServed,
  readCase,
  SERVED_BYTES,
  toFileNumber,
} from '../served/serving.ts';

const what = readCase(process.argv[2]);
const tls = makeTls(process.argv[3] ?? '.');
const together = Number(process.argv[4] ?? 1);

class TlsWorld extends ProcessWorld {
  override settings(): object {
    // Whoever ends TLS itself has no proxy in front.
    return { ...super.settings(), listen: { port: 0, tls }, trustedProxies: [] };
  }

  override toBase(port: number): string {
    return `https://localhost:${port}`;
  }
}

const party = 'northwind.example';
const world = new TlsWorld();
try {
  await world.start();
  const kim = await makePerson('Kim');
  await world.enroll(kim);
  await world.register(kim);
  const given = Array.from({ length: countFiles(what) }, () => new Uint8Array(randomBytes(SERVED_BYTES)));
  const release = await makeRelease(party, [kim], { given });
  if ((await world.push(release)) !== 'complete') throw new Error('the release was not taken');
  await world.say([toParty(party, [[kim, 'nominator']], [release])]);
  const cookie = await world.open(kim);
  const objects = `/v1/releases/${release.release}/objects`;
  let isWarmUp = true;
  const toDigest = (number: number): string | undefined => release.objects[toFileNumber(what, number, isWarmUp)];
  const toTarget = (from: number, count: number): string => {
    if (what === 'api') return '/v1/releases';
    if (together === 1) return `${objects}/${toDigest(from)}`;
    return `${objects}?digests=${Array.from({ length: Math.min(together, count - from) }, (_, at) => toDigest(from + at)).join(',')}`;
  };
  const place = { port: Number(new URL(world.base).port), tls, headers: { origin: APP, cookie } };
  const ask = async (count: number): Promise<void> => {
    const bytes = await load(place, Math.ceil(count / together), (call) => toTarget(call * together, count));
    if (what !== 'api' && bytes < count * SERVED_BYTES) throw new Error('not everything came');
  };
  await ask(countWarmUp(what, together));
  isWarmUp = false;
  if (what === 'disk') {
    const lie = join(world.folder, 'objects');
    forgetFiles(release.objects.map((digest) => join(lie, digest.slice(0, 2), digest)));
  }
  const requests = countRequests(what);
  await printServed(world.pid, async () => {
    await ask(requests);
    return requests;
  });
} finally {
  await world.end();
}
