import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDaemon, waitForPort } from './daemon.mjs';
import { isCommand, withSystemFolders } from './install.mjs';
import { folder } from './place.mjs';
import { toUserIds } from './user.mjs';
import { writeZones } from './zones.mjs';

const SIGNING_TIMEOUT_MS = 20_000;
const LOOK_MS = 100;

const home = join(folder, 'knot');

export const knot = {
  name: 'knot',
  purpose: 'the authoritative name server of .example, .test and .invalid, signed',
  isPresent: () => isCommand('knotd') && isCommand('kdig') && isCommand('keymgr'),
  debianPackages: ['knot', 'knot-dnsutils'],
  port: 'authority',
  async start(facts) {
    rmSync(home, { recursive: true, force: true });
    const { uid, gid } = toUserIds('knot');
    for (const path of [home, join(home, 'zones'), join(home, 'db'), join(home, 'run')]) {
      mkdirSync(path, { recursive: true, mode: 0o755 });
      chownSync(path, uid, gid);
    }
    const zones = writeZones(join(home, 'zones'), facts);
    const configuration = join(home, 'knot.conf');
    writeFileSync(configuration, toConfiguration(zones, facts.ports));
    startDaemon('knot', 'knotd', ['-c', configuration]);
    await waitForPort('knot', facts.ports.authority);
    const anchors = [];
    for (const zone of zones) if (zone.isAnchored) anchors.push(await readAnchor(zone.name, facts.ports.authority));
    writeFileSync(join(folder, 'anchors'), `${anchors.join('\n')}\n`);
    facts.knot = { socket: join(home, 'run/knot.sock') };
  },
};

function toConfiguration(zones, ports) {
  return `server:
    rundir: ${home}/run
    user: knot:knot
    listen: 127.0.0.1@${ports.authority}
    udp-max-payload: 1232
log:
  - target: stderr
    any: warning
database:
    storage: ${home}/db
policy:
  - id: test
    algorithm: ecdsap256sha256
    single-type-signing: on
    ksk-lifetime: 0
template:
  - id: default
    storage: ${home}/zones
    zonefile-sync: -1
zone:
${zones
  .map(
    (zone) => `  - domain: ${zone.name}
    file: ${zone.file}
${zone.isSigned ? '    dnssec-signing: on\n    dnssec-policy: test\n' : ''}`,
  )
  .join('')}`;
}

/** The key that a validating resolver starts from: there is no root above our zones. */
async function readAnchor(name, port) {
  const end = Date.now() + SIGNING_TIMEOUT_MS;
  while (Date.now() < end) {
    const args = ['@127.0.0.1', '-p', String(port), '+noall', '+answer', name, 'DNSKEY'];
    const answer = execFileSync('kdig', args, { encoding: 'utf8', env: withSystemFolders() });
    const line = answer.split('\n').find((each) => /\sDNSKEY\s+257\s/.test(each));
    if (line !== undefined) return line;
    await sleep(LOOK_MS);
  }
  throw new Error(`the zone ${name} was not signed within ${SIGNING_TIMEOUT_MS / 1000} s`);
}
