// Our side of searching decoded text for secrets and personal data, in one process. node findings.ts MBOX BYTES [whole]
// prints {"bytes","findings","cpuSeconds"}; the text is that of the mail, message by message, or as one message.
import { closeSync, openSync, readSync } from 'node:fs';
import { detectFindings } from '@candor/core/impact/detectors';
import { printTimed } from '../timed.ts';

const bytes = Number(process.argv[3]);
const file = openSync(process.argv[2] ?? '', 'r');
const read = Buffer.allocUnsafe(bytes);
const text = read.subarray(0, readSync(file, read)).toString('latin1');
closeSync(file);
const texts = process.argv[4] === 'whole' ? [text] : text.split('\nFrom ');

await printTimed(() => ({ bytes, findings: texts.reduce((sum, each) => sum + detectFindings(each).length, 0) }));
