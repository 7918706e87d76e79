import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, waitForPort } from './daemon.mjs';
import { isCommand } from './install.mjs';
import { folder } from './place.mjs';

const ZONES = ['example', 'test', 'invalid'];
/** Zones delegated inside of .test: on the same server, whose port a delegation cannot say. */
const DELEGATED = ['unsigned.test', 'bogus.test'];
/** Nothing listens there: a zone whose server never answers. */
const NOWHERE_PORT = 9;

export const unbound = {
  name: 'unbound',
  purpose: 'the validating resolver, which knows the test zones and nothing else',
  isPresent: () => isCommand('unbound'),
  debianPackages: ['unbound'],
  port: 'resolver',
  async start(facts) {
    const configuration = join(folder, 'unbound.conf');
    writeFileSync(configuration, toConfiguration(facts.ports));
    startDaemon('unbound', 'unbound', ['-d', '-p', '-c', configuration]);
    await waitForPort('unbound', facts.ports.resolver);
    facts.resolver = `127.0.0.1:${facts.ports.resolver}`;
  },
};

/**
 * Three walls, each enough by itself: every other name is refused; the zones are asked of loopback only, without a root
 * to start from; and its questions leave from 127.0.0.1, which no network carries.
 */
function toConfiguration(ports) {
  const stub = (zone, port) => `stub-zone:
  name: "${zone}."
  stub-addr: 127.0.0.1@${port}
`;
  return `server:
  interface: 127.0.0.1
  port: ${ports.resolver}
  do-ip6: no
  outgoing-interface: 127.0.0.1
  do-not-query-localhost: no
  access-control: 127.0.0.0/8 allow
  username: ""
  chroot: ""
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  use-syslog: no
  logfile: ""
  module-config: "validator iterator"
  trust-anchor-file: "${folder}/anchors"
  root-hints: ""
  target-fetch-policy: "0 0 0 0 0"
  cache-max-ttl: 0
  cache-max-negative-ttl: 0
  infra-host-ttl: 1
  qname-minimisation: no
  local-zone: "." refuse
${ZONES.map((zone) => `  local-zone: "${zone}." transparent\n`).join('')}
${[...ZONES, ...DELEGATED].map((zone) => stub(zone, ports.authority)).join('')}${stub('silent.test', NOWHERE_PORT)}remote-control:
  control-enable: no
`;
}
