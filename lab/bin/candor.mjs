#!/usr/bin/env node
// `npx candor …` from the checkout. npx may start this with the system's Node; the product runs on the pinned one.
import { join } from 'node:path';
import { isInstalled, root, runNode } from '../../tools/setup.mjs';

if (!isInstalled()) {
  process.stderr.write('Candor is not set up, or its packages have changed: run `npm start` or `npm ci` first.\n');
  process.exitCode = 1;
} else {
  process.exitCode = await runNode([join(root, 'lab/src/apps/cli.ts'), ...process.argv.slice(2)]);
}
