import { toBase64 } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { verifyFolder } from '../../../tools/verify-log.ts';
import { origin } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { foreignKey, logKey, makeJudgedLog, whileAltered } from './judged-log.ts';

test('an independent verifier reads and verifies what we publish', async () => {
  const judged = await makeJudgedLog(makeTemporaryFolder());
  const { site, store } = judged.state;
  const head = verifyFolder(site, logKey, judged.older);
  expect(head).toMatchObject({ origin, size: 768 });
  expect(head.root.toString('base64')).toBe(toBase64(judged.newest.checkpoint.root));
  whileAltered(judged, (path) => expect(() => verifyFolder(site, logKey, judged.older), path).toThrow());
  expect(() => verifyFolder(site, foreignKey)).toThrow('not signed');
  await store.close();
});
