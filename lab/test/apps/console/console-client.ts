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

/** A call by address. */
type Ask = <Answer>(path: string, body: object) => Promise<{ readonly status: number; readonly body: Answer }>;

/** Signs in with the file that lets a browser in. */
export async function signInTo(entry: string, port: number): Promise<Ask> {
  const token = /#([\w-]+)"/.exec(readFileSync(entry, 'utf8'))?.[1] ?? '';
  const own = { origin: `http://candor.localhost:${port}`, 'content-type': 'application/json' };
  const opened = await post(port, '/session', { token }, { ...own, 'x-candor-key': 'none' });
  const [cookie = ''] = opened.cookie.split(';');
  const session = { ...own, cookie, 'x-candor-key': String(opened.body['key']) };
  return async <Answer>(path: string, body: object) => {
    const answered = await post(port, path, body, { ...session, [REQUEST_FIELD]: randomUUID() });
    return { status: answered.status, body: answered.body as Answer };
  };
}

/** Signs in with the file that the program names. */
export async function openConsoleClient(program: ChildProcess, port: number): Promise<ConsoleClient> {
  const ask = await signInTo(await findEntry(program), port);
  const list = (await ask<IncidentsAnswer>('/incidents', {})).body;
  const incident = list.incidents[0]?.id ?? '';
  return {
    ask: async <Answer>(operation: string, input: object) => {
      const { status, body } = await ask<Answer>(`/incidents/${incident}/${operation}`, input);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
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
