import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '@candor/core/ledger';
import { expect, test } from 'vitest';
import { origin } from '../ledger/made-log.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { foreignKey, logKey, makeJudgedLog, whileAltered } from './judged-log.ts';

const root = join(import.meta.dirname, '../../..');
/** The first build compiles Go's own library. */
const buildMs = 300_000;

test("Go's implementation of notes and tiles reads and verifies what we publish", {
  timeout: buildMs,
}, async (context) => {
  if (spawnSync('go', ['version']).status !== 0 || !existsSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog')) {
    context.skip('needs golang-go and golang-golang-x-mod-dev (npm run services)');
  }
  const folder = makeTemporaryFolder();
  const judged = await makeJudgedLog(folder);
  const older = join(folder, 'older');
  writeFileSync(older, judged.older);
  const program = join(folder, 'verify-log');
  const cache = join(root, '.cache/go-build');
  const environment = { ...process.env, GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '', GOCACHE: cache };
  const built = spawnSync('go', ['build', '-o', program, join(root, 'tools/verify-log-go/main.go')], {
    env: environment,
    encoding: 'utf8',
  });
  expect(built.stderr).toBe('');
  const verify = (key: string) => spawnSync(program, [judged.state.site, key, older], { encoding: 'utf8' });
  expect(verify(logKey).stdout).toBe(`${origin} 768 ${toBase64(judged.newest.checkpoint.root)}\n`);
  whileAltered(judged, (path) => expect(verify(logKey).status, path).toBe(1));
  expect(verify(foreignKey).status).toBe(1);
  await judged.state.store.close();
});
