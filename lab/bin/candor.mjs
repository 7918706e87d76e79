#!/usr/bin/env node
// `npx candor …` from the checkout. npx may start this with the system's Node; the product runs on the pinned one.
import { buildLab } from '../../tools/build-lab.mjs';
import { becomeNode, isInstalled, runNode, toTypedName } from '../../tools/setup.mjs';

if (!isInstalled()) {
  process.stderr.write('Candor is not set up, or its packages have changed: run `npm start` or `npm ci` first.\n');
  process.exitCode = 1;
} else {
  const env = { CANDOR_TYPED: toTypedName(process.cwd()) };
  const args = [await buildLab(), ...process.argv.slice(2)];
  // In its place where that is possible: who ends this process ends the program too.
  becomeNode(args, { env });
  process.exitCode = await runNode(args, { env });
}
