import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findServices } from '../../../../tools/services/running.ts';
import { scoreSpam } from '../../../src/adapters/mail/spam-filter.ts';

const services = await findServices(['spam']);
const corpus = join(import.meta.dirname, '../../../../corpus/verification');
/** What every spam filter knows as spam, so that filters can be tried (GTUBE). */
const KNOWN_SPAM = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X';

beforeAll(() => {
  if (typeof services === 'string') return;
  const [version = ''] = execFileSync('spamassassin', ['--version'], { encoding: 'utf8' }).split('\n');
  process.stdout.write(` ${version}\n`);
});
beforeEach((context) => {
  if (typeof services === 'string') context.skip(services);
});

async function score(message: Uint8Array): Promise<{ readonly score: number; readonly threshold: number }> {
  const found = typeof services === 'string' ? services : await scoreSpam(services.spam.command, message);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

test('SpamAssassin does not classify a notice as spam, by a wide margin', async () => {
  const found = await score(readFileSync(join(corpus, 'harmless/as-sent.eml')));
  process.stdout.write(` a notice has ${found.score} of ${found.threshold} points\n`);
  expect(found.score).toBeLessThan(found.threshold / 2);
});

test('control: it does classify known spam', async () => {
  const message = `From: a@b.test\r\nTo: c@d.test\r\nSubject: x\r\n\r\n${KNOWN_SPAM}\r\n`;
  const found = await score(Buffer.from(message));
  expect(found.score).toBeGreaterThanOrEqual(found.threshold);
});
