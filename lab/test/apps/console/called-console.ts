import { readFileSync } from 'node:fs';
import { request } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly fields: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: { readonly code?: string; readonly [field: string]: unknown };
  readonly text: string;
}

type Fields = Readonly<Record<string, string>>;

export interface CalledConsole {
  /** What a page of this console sends with each request. */
  readonly own: Fields;
  /** A request as any program of this machine can make it. */
  send(
    path: string,
    fields?: Fields,
    options?: { method?: string; body?: string; address?: string },
  ): Promise<Answered>;
  /** Fields of a new session. @param entry a file that lets a browser in */
  signIn(entry: string): Promise<Record<string, string>>;
}

export const readToken = (entry: string): string => /#([\w-]+)"/.exec(readFileSync(entry, 'utf8'))?.[1] ?? '';

/** The console at a port, as programs of this machine reach it. */
export function callConsole(port: number): CalledConsole {
  const host = `candor.localhost:${port}`;
  const own = { origin: `http://${host}`, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const send: CalledConsole['send'] = (
    path,
    fields = {},
    { method = 'POST', body = '{}', address = '127.0.0.1' } = {},
  ) =>
    new Promise((settle, fail) => {
      const asked = request({ host: address, port, path, method, headers: { host, ...fields } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('error', fail);
        response.on('end', () => {
          const isJson = String(response.headers['content-type']).startsWith('application/json');
          const read = isJson ? (JSON.parse(text) as Answered['body']) : {};
          settle({ status: response.statusCode ?? 0, fields: response.headers, body: read, text });
        });
      });
      asked.on('error', fail);
      asked.end(method === 'POST' ? body : undefined);
    });
  return {
    own,
    send,
    signIn: async (entry) => {
      const body = JSON.stringify({ token: readToken(entry) });
      const opened = await send('/session', { ...own, 'x-candor-key': 'none' }, { body });
      const [cookie = ''] = String(opened.fields['set-cookie']).split(';');
      return { ...own, cookie, 'x-candor-key': String(opened.body['key']) };
    },
  };
}
