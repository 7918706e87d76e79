// The bill of materials: after every change of package-lock.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCommandLine } from './command-line.mjs';
import { toBill } from './sbom/bill.ts';
import { findBrowserPackages } from './sbom/browser-packages.ts';
import { readShippedLists } from './sbom/shipped-lists.ts';

readCommandLine(`Usage: npm run sbom

Writes docs/sbom.cdx.json, the bill of materials (CycloneDX), from package-lock.json and a build of the pages.
`);
const root = resolve(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const bill = toBill(lock, readShippedLists(root), await findBrowserPackages(root));
writeFileSync(join(root, 'docs/sbom.cdx.json'), bill);
