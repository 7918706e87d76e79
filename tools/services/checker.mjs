import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPinnedNode, root } from '../setup.mjs';
import { startDaemon, waitForPort } from './daemon.mjs';

const PROGRAM = fileURLToPath(new URL('checker-program.mjs', import.meta.url));

export const checker = {
  name: 'checker',
  purpose: "judges SPF, DKIM and DMARC as a recipient's server does, and writes Authentication-Results (mailauth)",
  isPresent: () =>
    ['mailauth', 'smtp-server', 'nodemailer'].every((name) => existsSync(join(root, 'node_modules', name))),
  debianPackages: [],
  port: 'checker',
  async start(facts) {
    const { checker: own, lmtp, resolver } = facts.ports;
    const args = [PROGRAM, String(own), String(lmtp), `127.0.0.1:${resolver}`];
    startDaemon('checker', findPinnedNode() ?? process.execPath, args, { cwd: root });
    await waitForPort('checker', own);
  },
};
