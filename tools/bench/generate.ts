// Makes a corpus and says what is in it:
// node tools/bench/generate.ts [mixed|text-only|maildir|audit|incident] [--size 200m] [--audit-size 200m] [--dir
// FOLDER]
import { parseArgs } from 'node:util';
import { defaultFolder, provideAudit, provideIncident, provideMail, readSize } from './corpus/corpus-cache.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '200m' },
    'audit-size': { type: 'string' },
    dir: { type: 'string', default: defaultFolder },
  },
});
const size = readSize(values.size);
const what = positionals[0] ?? 'mixed';
const mail = provideMail(
  values.dir,
  what === 'maildir' ? 'maildir' : 'mbox',
  what === 'text-only' ? 'text-only' : 'mixed',
  size,
);
const made: unknown[] = [mail];
if (what === 'audit' || what === 'incident') {
  const audit = provideAudit(values.dir, readSize(values['audit-size'] ?? values.size), mail.counts.messages);
  made.push(audit);
  if (what === 'incident') made.push({ path: provideIncident(values.dir, mail, audit) });
}
for (const corpus of made) process.stdout.write(`${JSON.stringify(corpus)}\n`);
