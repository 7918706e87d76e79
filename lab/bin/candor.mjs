#!/usr/bin/env node
// `npx candor …` from the checkout. npx may start this with the system's Node; the product runs on the pinned one.
import { buildLab } from '../../tools/build-lab.mjs';
import { isInstalled, runNode, toTypedName } from '../../tools/setup.mjs';

if (!isInstalled()) {
  process.stderr.write('Candor is not set up, or its packages have changed: run `npm start` or `npm ci` first.\n');
  process.exitCode = 1;
} else {
  const env = { CANDOR_TYPED: toTypedName(process.cwd()) };
  process.exitCode = await runNode([await buildLab(), ...process.argv.slice(2)], { env });
}
