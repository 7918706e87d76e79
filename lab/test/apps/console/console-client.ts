import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { type IncidentsAnswer, REQUEST_FIELD } from '@candor/core/contract/console';

/** What a page does, of a console that runs as a program. */
export interface ConsoleClient {
  /** Calls an operation of its first incident. @throws Error with the denial */
  ask<Answer>(operation: string, input: object): Promise<Answer>;
}

/** Signs in with the file that the console names. */
export async function openConsoleClient(program: ChildProcess, port: number): Promise<ConsoleClient> {
  const entry = await findEntry(program);
  const token = /#([\w-]+)"/.exec(readFileSync(entry, 'utf8'))?.[1] ?? '';
  const own = { origin: `http://candor.localhost:${port}`, 'content-type': 'application/json' };
  const opened = await post(port, '/session', { token }, { ...own, 'x-candor-key': 'none' });
  const [cookie = ''] = opened.cookie.split(';');
  const session = { ...own, cookie, 'x-candor-key': String(opened.body['key']) };
  const list = (await post(port, '/incidents', {}, session)).body as unknown as IncidentsAnswer;
  const incident = list.incidents[0]?.id ?? '';
  return {
    ask: async <Answer>(operation: string, input: object) => {
      const { status, body } = await post(port, `/incidents/${incident}/${operation}`, input, {
        ...session,
        [REQUEST_FIELD]: randomUUID(),
      });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body as Answer;
    },
  };
}

function findEntry(program: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((settle, fail) => {
    const hear = (text: Buffer): void => {
      said += text.toString('utf8');
      const found = /^Open +(\S+) /m.exec(said)?.[1];
      if (found !== undefined) settle(found);
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.on('exit', () => fail(new Error(`the console ended: ${said}`)));
  });
}

interface Answered {
  readonly status: number;
  readonly cookie: string;
  readonly body: Readonly<Record<string, unknown>>;
}

function post(port: number, path: string, body: object, fields: Readonly<Record<string, string>>): Promise<Answered> {
  return new Promise((settle, fail) => {
    const headers = { host: `candor.localhost:${port}`, ...fields };
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        settle({
          status: response.statusCode ?? 0,
          cookie: String(response.headers['set-cookie']),
          body: JSON.parse(text) as Answered['body'],
        }),
      );
    });
    asked.on('error', fail);
    asked.end(JSON.stringify(body));
  });
}
