import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, waitForPort } from './daemon.mjs';
import { isCommand } from './install.mjs';
import { folder } from './place.mjs';

const SYSTEM = '/etc/spamassassin';

export const spamassassin = {
  name: 'spamassassin',
  purpose: 'says how much a notice looks like spam (local rules, no network)',
  isPresent: () => isCommand('spamd') && isCommand('spamc'),
  debianPackages: ['spamassassin', 'spamd', 'spamc'],
  port: 'spam',
  async start(facts) {
    const home = join(folder, 'spamassassin');
    mkdirSync(home, { recursive: true, mode: 0o755 });
    // The lists of plugins that the package brings.
    for (const name of readdirSync(SYSTEM)) if (name.endsWith('.pre')) cpSync(join(SYSTEM, name), join(home, name));
    writeFileSync(join(home, 'local.cf'), 'dns_available no\nuse_bayes 0\nreport_safe 0\nskip_rbl_checks 1\n');
    const rules = ['--configpath=/usr/share/spamassassin', `--siteconfigpath=${home}`];
    const place = ['-i', '127.0.0.1', '-p', String(facts.ports.spam), '-H', home, '-x'];
    startDaemon('spamassassin', 'spamd', ['-L', '-m', '2', '-s', 'stderr', ...rules, ...place]);
    await waitForPort('spamassassin', facts.ports.spam);
    facts.spam = { command: ['spamc', '-d', '127.0.0.1', '-p', String(facts.ports.spam), '-R'] };
  },
};
