// Installs from Debian and starts, on loopback alone, what some tests need beside npm's packages.
// Starting again is harmless: what runs as it should is left alone. A missing service fails nothing: the tests that
// need it are skipped with that reason. Each service is a file in tools/services: its name, what it is for, how to see
// whether it is there, the Debian packages that bring it and, where it is a daemon, how it starts.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine } from './command-line.mjs';
import { makeKeys } from './services/certificate.mjs';
import { checker } from './services/checker.mjs';
import { isRunning, stopDaemon } from './services/daemon.mjs';
import { dovecot } from './services/dovecot.mjs';
import { canInstall, installDebianPackages, isRoot } from './services/install.mjs';
import { knot } from './services/knot.mjs';
import { choosePorts, folder, readFacts, removeEverything, writeFacts } from './services/place.mjs';
import { recipients, relay } from './services/postfix.mjs';
import { nightly, programs } from './services/readers.mjs';
import { spamassassin } from './services/spamassassin.mjs';
import { unbound } from './services/unbound.mjs';
import { prepare, root } from './setup.mjs';

/** Those of one row start together; a row needs the rows before it. */
const rows = [[knot, dovecot, spamassassin], [unbound], [checker], [recipients, relay]];
const daemons = rows.flat();

const { values } = readCommandLine(
  `Usage: npm run services [-- --long | --list | --stop]

Installs from Debian and starts on loopback what some tests need: mail and name servers, a spam filter, a browser, programs to compare with.

  --long   install Firefox and WebKit as well, which \`npm run test:long\` tries pages in
  --list   say what is there and what runs, and do nothing
  --stop   end what was started, and nothing else
`,
  { options: { long: { type: 'boolean' }, list: { type: 'boolean' }, stop: { type: 'boolean' } } },
);

if (values.stop) await stop();
else if (values.list) list();
else await start();

async function start() {
  if (!existsSync(join(root, 'node_modules/mailauth'))) await prepare();
  const wanted = [...programs, ...(values.long ? nightly : []), ...daemons];
  const states = install(wanted);
  const facts = await startDaemons(states);
  for (const service of wanted) {
    const port = facts?.ports[service.port];
    const running = port !== undefined && isRunning(service.name) ? `, runs on 127.0.0.1:${port}` : '';
    say(service, `${states.get(service)}${running}`);
  }
}

function list() {
  const ports = readFacts()?.ports;
  for (const service of [...programs, ...nightly, ...daemons]) {
    const runs =
      service.port === undefined
        ? ''
        : isRunning(service.name)
          ? `, runs on 127.0.0.1:${ports?.[service.port]}`
          : ', stopped';
    say(service, `${service.isPresent() ? 'present' : 'missing'}${runs}`);
  }
}

async function stop() {
  // Last started, first ended: nobody hands mail to a server that is gone.
  for (const row of rows.toReversed()) await Promise.all(row.map((service) => stopDaemon(service.name)));
  removeEverything();
  process.stdout.write('What was started is stopped.\n');
}

/** One call for everything that is missing; when it fails, one for each, so that one bad package hides no other. */
function install(services) {
  const states = new Map(services.map((service) => [service, service.isPresent() ? 'present' : 'missing']));
  const missing = services.filter((service) => states.get(service) === 'missing');
  if (missing.length === 0) return states;
  const packages = (some) => [...new Set(some.flatMap((service) => service.debianPackages))];
  if (!canInstall()) {
    for (const service of missing) {
      states.set(service, `missing; as root on Debian: apt-get install ${service.debianPackages.join(' ')}`);
    }
    return states;
  }
  try {
    installDebianPackages(packages(missing));
  } catch {
    for (const service of missing) installOne(service, states);
  }
  for (const service of missing) {
    if (service.isPresent()) states.set(service, 'installed');
    else if (states.get(service) === 'missing') states.set(service, 'installed, but not found');
  }
  return states;
}

function installOne(service, states) {
  try {
    installDebianPackages(service.debianPackages);
  } catch (error) {
    const words = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
    states.set(service, `could not be installed: ${words}`);
  }
}

async function startDaemons(states) {
  if (!isRoot()) {
    for (const service of daemons)
      states.set(service, `${states.get(service)}, not started: mail and name servers need root`);
    return null;
  }
  const digest = digestSources();
  const known = readFacts();
  if (known?.digest === digest && daemons.every((service) => isRunning(service.name))) {
    writeFacts(known);
    return known;
  }
  for (const row of rows.toReversed()) await Promise.all(row.map((service) => stopDaemon(service.name)));
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const facts = { folder, digest, ports: await choosePorts() };
  makeKeys(facts);
  for (const row of rows) await Promise.all(row.map((service) => startOne(service, facts, states)));
  writeFacts(facts);
  return facts;
}

async function startOne(service, facts, states) {
  if (!service.isPresent()) return;
  try {
    await service.start(facts);
  } catch (error) {
    await stopDaemon(service.name);
    states.set(service, `${states.get(service)}, could not be started: ${error.message}`);
  }
}

/** Daemons that run with other settings than these files say are started again. */
function digestSources() {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(root, 'tools/services')).sort()) {
    if (name.endsWith('.mjs')) hash.update(name).update(readFileSync(join(root, 'tools/services', name)));
  }
  return hash.digest('hex');
}

function say(service, state) {
  process.stdout.write(`${service.name}: ${state} (${service.purpose})\n`);
}
