import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { putAuditFiles } from './audit-files/audit-files.ts';
import type { CorpusFiles } from './files.ts';
import { putHarbor } from './harbor/harbor.ts';
import { putIncidentFiles } from './incident-files/incident-files.ts';
import { putMailboxes } from './mailboxes/mailboxes.ts';
import { putMessages } from './messages/messages.ts';
import { putRules } from './rules/rules.ts';
import { putRules202612 } from './rules-2026-12/rules-2026-12.ts';
import { putRules202701 } from './rules-2027-01/rules-2027-01.ts';
import { putVerification } from './verification/verification.ts';

/** Every generated file of the corpus, by its path below `corpus/`. The same on every machine. */
export function generateCorpus(): CorpusFiles {
  const files: CorpusFiles = new Map();
  putHarbor(files);
  putRules(files);
  putRules202612(files);
  putRules202701(files);
  putMessages(files);
  putMailboxes(files);
  putAuditFiles(files);
  putIncidentFiles(files);
  putVerification(files);
  return files;
}

/** `node corpus/generate/corpus.ts` writes the files beside this folder. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const corpus = join(import.meta.dirname, '..');
  const files = generateCorpus();
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(corpus, path)), { recursive: true });
    writeFileSync(join(corpus, path), bytes);
  }
  process.stdout.write(`${files.size} files written\n`);
}
