// How many notices a second go through a real Postfix, over TLS, by the command that people use. The relay throws them
// away afterwards. node through-postfix.ts --count 20000 --senders 1 needs `npm run services`
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeApprovedWave } from '../../lab/test/notice/sender/approved-wave.ts';
import { buildLab } from '../build-lab.mjs';
import { findServices } from '../services/running.ts';

/** Of a notice with its HTML twin and signature, about. */
const BODY = `${'x'.repeat(74)}\r\n`.repeat(100);
const cli = await buildLab();

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, senders: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const services = await findServices(['relay']);
if (typeof services === 'string') {
  process.stderr.write(`${services}\n`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'candor-postfix-'));
const { state } = await makeApprovedWave({
  folder,
  port: services.ports.relay,
  door: `host: localhost, tls: required, ca: ${services.certificate.certificate}`,
  relay: 'connections: 4',
  contacts: Array.from({ length: count }, (_, at) => `security${at}@party${at % 500}.discard.test`),
  body: BODY,
});
const start = performance.now();
const child = spawn(
  process.execPath,
  [cli, 'notice', 'send', '--before-site', '--senders', values.senders, '--state', state, '--json'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
let output = '';
child.stdout.on('data', (chunk: Buffer) => {
  output += chunk.toString();
});
await new Promise((done) => child.on('close', done));
const seconds = (performance.now() - start) / 1000;
const { counts } = JSON.parse(output) as { counts: { states: { accepted: number } } };
const { accepted } = counts.states;
process.stdout.write(
  `${JSON.stringify({ notices: count, accepted, seconds: Number(seconds.toFixed(1)), perSecond: Math.round(accepted / seconds) })}\n`,
);
rmSync(folder, { recursive: true });
