import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORGERY_CLASSES, makeForgeries } from '../../core/test/verify/differential/forgeries.ts';
import { ODD_FORGERIES, toBytes } from '../../core/test/verify/differential/odd-letters.ts';
import { MILD, tryLetter } from '../../core/test/verify/differential/try-letter.ts';
import { caseNotice } from '../../corpus/generate/verification/notice.ts';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { firefox } from '../../tools/browsers/firefox.ts';
import { shareDriven } from './other-browsers.ts';
import { listSeenBy } from './rendered-letters.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

let html = '';
let server: Server;
let address = '';
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', POLICY);
    response.end(html);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('Firefox', () => {
  let page: DrivenPage;
  shareDriven(firefox, (opened) => {
    page = opened;
  });
  let count = 0;
  const look = (letter: string): Promise<readonly string[]> => {
    html = letter;
    count += 1;
    return listSeenBy(page, `${address}${count}`);
  };

  test('control: the notice is shown word for word at every width', async () => {
    expect(await look(caseNotice.html)).toEqual([]);
  });

  // Chromium looks at all of them, light and dark; here one of each class is looked at, in the colours that the system
  // has.
  test('whatever a forgery shows, its answer is no milder', { timeout: 900_000 }, async () => {
    const made = makeForgeries(Number(process.env['CANDOR_SEED']), FORGERY_CLASSES.length);
    const byHand = ODD_FORGERIES.flatMap(([name, mail]) =>
      Buffer.isBuffer(mail) || typeof mail.html !== 'string' ? [] : [{ name, html: mail.html, bytes: toBytes(mail) }],
    );
    const broken: string[] = [];
    let seenCount = 0;
    for (const { name, html: letter, bytes } of [...made, ...byHand]) {
      if (letter === null) continue;
      const seen = await look(letter);
      seenCount += seen.length > 0 ? 1 : 0;
      const { kind } = await tryLetter(bytes);
      if (kind === 'genuine' || (seen.length > 0 && MILD.has(kind))) broken.push(`${name}: ${kind}, ${seen[0]}`);
    }
    expect(broken).toEqual([]);
    // A measure that sees nothing would hold for anything.
    expect(seenCount).toBeGreaterThan(FORGERY_CLASSES.length / 3);
  });
});
