import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { Prober } from '../../src/adapters/net/prober.ts';
import { readProberReply } from '../../src/adapters/net/prober-protocol.ts';
import { type Behaviour, startNameServer, toResponse, toText } from './name-server.ts';

const opened: { close(): unknown }[] = [];

async function start(behave: Behaviour) {
  const server = await startNameServer(behave);
  const { address, port } = server;
  const prober = new Prober({ resolvers: [{ address, port }], loopback: null });
  opened.push(prober, server);
  return { prober, server };
}

const echo: Behaviour = (query) => [toResponse(query, [toText('harbor.example', 'here')])];

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('the prober', () => {
  it('runs in its own process', async () => {
    const { prober } = await start(echo);
    expect(await prober.askDns('harbor.example', 'TXT')).toEqual({
      is: 'records',
      records: [['here']],
      authentic: false,
    });
  });

  it('answers many questions at once, each its own', async () => {
    const { prober } = await start((query) => {
      const name = query.subarray(13, 13 + (query[12] ?? 0)).toString('latin1');
      return [toResponse(query, [toText(`${name}.example`, name)])];
    });
    const names = Array.from({ length: 200 }, (_, at) => `n${at}`);
    const answers = await Promise.all(names.map((name) => prober.askDns(`${name}.example`, 'TXT')));
    expect(answers.map((answer) => answer.is === 'records' && answer.records[0]?.[0])).toEqual(names);
  });

  it('reports open questions as faults when it ends, never as absence, and restarts', async () => {
    let isSilent = true;
    const { prober } = await start((query) => (isSilent ? [] : echo(query, 'udp')));
    const answer = prober.askDns('harbor.example', 'TXT');
    setTimeout(() => prober.close(), 300);
    expect(await answer).toMatchObject({ is: 'fault' });
    isSilent = false;
    expect(await prober.askDns('harbor.example', 'TXT')).toMatchObject({ is: 'records' });
  });

  it('inherits no environment and may only read its program', async (context) => {
    if (platform() !== 'linux') context.skip('only Linux shows what a process was started with');
    const { prober } = await start(echo);
    await prober.askDns('harbor.example', 'TXT');
    const [child] = listChildren().filter(({ command }) => command.some((word) => word.endsWith('/apps/prober.ts')));
    expect(child?.environment).toBe('');
    expect(child?.command).toContain('--permission');
    const allowed = child?.command.filter((word) => word.startsWith('--allow-')) ?? [];
    expect(
      allowed.every((word) => /^--allow-fs-read=.*\/(package\.json|core|src|src\/apps|node_modules)$/.test(word)),
    ).toBe(true);
  });

  it('contacts only public addresses', async () => {
    const { prober } = await start((query) => [
      toResponse(query, [{ type: 'A', name: 'harbor.example', data: '127.0.0.1' }]),
    ]);
    expect(await prober.fetchSecurityTxt('harbor.example')).toMatchObject({ is: 'refused' });
  });
});

describe('answers of a prober', () => {
  it.each([
    '{"id":1,"of":"dns","answer":{"is":"none","exists":true,"authentic":false}}',
    '{"id":1,"of":"dns","answer":{"is":"records","records":[["a","b"]],"authentic":true}}',
    '{"id":1,"of":"dns","answer":{"is":"fault","reason":"time-out","text":"no"}}',
    '{"id":1,"of":"security-txt","found":{"is":"text","text":"Contact: x","url":"https://a.example/"}}',
    '{"id":1,"of":"security-txt","found":{"is":"none","text":"404"}}',
  ])('accepts %s', (line) => expect(readProberReply(line)).not.toBeNull());

  it.each([
    '',
    'null',
    '[]',
    '{"id":1}',
    '{"id":"1","of":"dns","answer":{"is":"none","exists":true,"authentic":false}}',
    '{"id":1,"of":"dns","answer":{"is":"records","records":[],"authentic":true}}',
    '{"id":1,"of":"dns","answer":{"is":"records","records":["a"],"authentic":true}}',
    '{"id":1,"of":"dns","answer":{"is":"records","records":[["a"]]}}',
    '{"id":1,"of":"dns","answer":{"is":"yes"}}',
    '{"id":1,"of":"security-txt","found":{"is":"text","text":"x"}}',
    '{"id":1,"of":"security-txt","found":{"is":"toString","text":"x"}}',
    '{"id":1,"of":"shell","found":{"is":"none","text":"x"}}',
  ])('refuses %s', (line) => expect(readProberReply(line)).toBeNull());
});

/** Processes that this one started, with their words and environment. */
function listChildren(): readonly { readonly command: readonly string[]; readonly environment: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'latin1'))?.[1];
        if (Number(parent) !== process.pid) return [];
        const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
        return [{ command, environment: readFileSync(`/proc/${id}/environ`, 'utf8') }];
      } catch {
        return [];
      }
    });
}
