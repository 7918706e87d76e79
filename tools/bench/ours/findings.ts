// Our side of searching decoded text for secrets and personal data, in one process. node findings.ts MBOX BYTES prints
// {"bytes","cpuSeconds"}; the text is that of the mail, message by message.
import { closeSync, openSync, readSync } from 'node:fs';
import { detectFindings } from '@candor/core/impact/detectors';
import { printTimed } from '../timed.ts';

const bytes = Number(process.argv[3]);
const file = openSync(process.argv[2] ?? '', 'r');
const read = Buffer.allocUnsafe(bytes);
const texts = read.subarray(0, readSync(file, read)).toString('latin1').split('\nFrom ');
closeSync(file);

await printTimed(() => ({ bytes, findings: texts.reduce((sum, text) => sum + detectFindings(text).length, 0) }));
