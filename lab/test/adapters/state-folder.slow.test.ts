import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStateForActing, openStateForReading, openStateForWriting } from '../../src/adapters/store/state-folder.ts';
import { asNobody } from '../as-nobody.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const MODULE = join(import.meta.dirname, '../../src/adapters/store/state-folder.ts');
const place = () => join(makeTemporaryFolder(), 'state');

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const cause = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (cause instanceof Refusal) return cause;
  throw new Error(`no refusal but ${String(cause)}`);
}

/** A process that opens the state for writing and holds it. */
async function hold(path: string) {
  const script = `const { openStateForWriting } = await import(${JSON.stringify(MODULE)}); const state = await openStateForWriting(${JSON.stringify(path)}); state.store.insertRows('state_fact', ['key', 'value'], [['incident', 'held']]); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((settle) => child.stdout.once('data', settle));
  const ended = new Promise((settle) => child.on('close', settle));
  return {
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

describe('the state folder', () => {
  test('and its content are owner-only, also if it was open to others', async () => {
    const path = place();
    mkdirSync(path);
    chmodSync(path, 0o755);
    const state = await openStateForWriting(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(state.spool).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(path).filter((entry) => entry !== 'spool')) {
      expect(statSync(join(path, name)).mode & 0o077, name).toBe(0);
    }
    await state.close();
  });

  test('drops spooled data when opened and closed', async () => {
    const path = place();
    mkdirSync(join(path, 'spool'), { recursive: true });
    writeFileSync(join(path, 'spool', 'left'), 'by a killed run');
    const state = await openStateForWriting(path);
    expect(readdirSync(state.spool)).toEqual([]);
    writeFileSync(join(state.spool, 'more'), 'x');
    await state.close();
    expect(existsSync(join(path, 'spool'))).toBe(false);
    expect(existsSync(join(path, 'run.pid'))).toBe(false);
  });

  test('is created with its parent folders', async () => {
    const path = join(makeTemporaryFolder(), 'a/b/state');
    await (await openStateForWriting(path)).close();
    expect(existsSync(path)).toBe(true);
  });

  test('has an absolute spool for any way of naming it', async () => {
    const path = relative(process.cwd(), place());
    const state = await openStateForWriting(path);
    expect(isAbsolute(state.spool)).toBe(true);
    expect(existsSync(state.spool)).toBe(true);
    await state.close();
  });

  test.each(['is empty', 'is not there'])(
    'starts again beside a log without signatures when the database %s',
    async (how) => {
      const path = place();
      await (await openStateForWriting(path)).close();
      rmSync(join(path, 'candor.sqlite'));
      await (await openStateForWriting(path)).close();
      mkdirSync(join(path, 'keys'));
      writeFileSync(join(path, 'keys/log.head'), '');
      await (await openStateForActing(path)).close();
      rmSync(join(path, 'candor.sqlite'));
      if (how === 'is empty') writeFileSync(join(path, 'candor.sqlite'), '');
      for (const open of [openStateForReading, openStateForWriting, openStateForActing]) {
        const { code, message } = await refusalOf(open(path));
        expect(code).toBe('lost-store');
        expect(message).toContain(`candor.sqlite ${how}`);
      }
    },
  );

  test('refuses to read where nothing is, and creates nothing', async () => {
    const path = place();
    const refusal = await refusalOf(openStateForReading(path));
    expect(refusal.reasons).toEqual([
      `${path}: there is no state here yet; \`candor run <incident.yaml>\` makes one, --state DIR names another folder`,
    ]);
    expect(existsSync(path)).toBe(false);
  });

  test.each(['', 'incident.yaml', 'candor'])(
    'names the right place when given a folder beside it (%j)',
    async (name) => {
      const home = makeTemporaryFolder();
      writeFileSync(join(home, 'incident.yaml'), '');
      await (await openStateForWriting(join(home, '.candor'))).close();
      for (const open of [openStateForReading, openStateForActing]) {
        const { code, message } = await refusalOf(open(join(home, name)));
        expect(code).toBe('no-state');
        expect(message).toBe(
          `${join(home, name)}: there is no state here, but one in ${join(home, '.candor')}: name it with --state`,
        );
      }
    },
  );
});

describe('the lock', () => {
  test('refuses a second writer in the same process and in another, with its process id', async () => {
    const path = place();
    const holder = await hold(path);
    const refusal = await refusalOf(openStateForWriting(path));
    expect(refusal.code).toBe('state-in-use');
    expect(refusal.reasons).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${path}: the command with process id ${holder.pid}, started [0-9TZ:-]+ by \\S+, is working on this state; wait until it ends, or use another state with --state DIR$`,
        ),
      ),
    ]);
    await holder.kill();
    const state = await openStateForWriting(path);
    expect((await refusalOf(openStateForWriting(path))).code).toBe('state-in-use');
    await state.close();
    await (await openStateForWriting(path)).close();
  });

  test('ends with a killed process, whose writes remain', async () => {
    const path = place();
    const holder = await hold(path);
    await holder.kill();
    const state = await openStateForWriting(path);
    expect(await state.store.db.selectFrom('state_fact').select('value').execute()).toEqual([{ value: 'held' }]);
    await state.close();
  });

  test('does not keep readers out', async () => {
    const path = place();
    const holder = await hold(path);
    const reader = await openStateForReading(path);
    expect(await reader.store.db.selectFrom('state_fact').select('value').execute()).toEqual([{ value: 'held' }]);
    await reader.close();
    await holder.kill();
  });

  test('survives a reader that closes', async () => {
    const path = place();
    const state = await openStateForWriting(path);
    await (await openStateForReading(path)).close();
    expect((await refusalOf(openStateForWriting(path))).code).toBe('state-in-use');
    expect(existsSync(state.spool)).toBe(true);
    await state.close();
  });
});

test('refuses a state written by a newer program without reading it', async () => {
  const path = place();
  const state = await openStateForWriting(path);
  await state.close();
  const store = new Database(join(path, 'candor.sqlite'));
  store.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '2030')");
  store.close();
  const refusal = await refusalOf(openStateForReading(path));
  expect(refusal.code).toBe('newer-state');
  expect(refusal.reasons.join()).toContain('9999-later');
});

test('neither reports a state of another account as missing nor takes it', async (context) => {
  const path = place();
  await (await openStateForWriting(path)).close();
  chmodSync(path, 0o000);
  const refused = await asNobody(path, () => refusalOf(openStateForReading(path)));
  if (refused === null || process.geteuid?.() !== 0)
    return context.skip('nobody here is another account than the owner');
  const written = await asNobody(path, () => refusalOf(openStateForWriting(path)));
  for (const refusal of [refused, written]) {
    expect(refusal?.code).toBe('unusable-folder');
    expect(refusal?.message).toContain('this folder belongs to another account');
  }
});

test('a state opened for reading takes no write, by whatever way, and leaves nothing beside its file', async () => {
  const path = place();
  await (await openStateForWriting(path)).close();
  const before = readdirSync(path).sort();
  const { store, close } = await openStateForReading(path);
  expect(await store.db.selectFrom('state_fact').selectAll().execute()).toEqual([]);
  expect(() => store.insertRows('state_fact', ['key', 'value'], [['a', 'b']])).toThrow('readonly');
  const insert = store.db.insertInto('state_fact').values({ key: 'a', value: 'b' });
  await expect(insert.execute()).rejects.toThrow('readonly');
  await expect(store.transaction(() => insert.execute())).rejects.toThrow('readonly');
  await close();
  expect(readdirSync(path).sort()).toEqual(before);
  const again = await openStateForWriting(path);
  await again.store.db.insertInto('state_fact').values({ key: 'a', value: 'b' }).execute();
  await again.close();
});
