// Our side of searching decoded text for secrets and personal data, in one process. node findings.ts MBOX BYTES prints
// {"bytes","cpuSeconds"}; the text is that of the mail, message by message.
import { closeSync, openSync, readSync } from 'node:fs';
import { detectFindings } from '@candor/core/impact/detectors';

const bytes = Number(process.argv[3]);
const file = openSync(process.argv[2] ?? '', 'r');
const read = Buffer.allocUnsafe(bytes);
const texts = read.subarray(0, readSync(file, read)).toString('latin1').split('\nFrom ');
closeSync(file);

const before = process.cpuUsage();
let findings = 0;
for (const text of texts) findings += detectFindings(text).length;
const used = process.cpuUsage(before);
process.stdout.write(`${JSON.stringify({ bytes, findings, cpuSeconds: (used.user + used.system) / 1e6 })}\n`);
