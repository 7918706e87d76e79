import { request } from 'node:http';

/** A selection of 50,000 parties has some twenty megabytes. */
const MAX_ANSWER_BYTES = 100_000_000;
/** What was judged is recomputed before a signature counts. */
const MAX_WAIT_MS = 15 * 60_000;

export interface ConsolePlace {
  /** The name that the console answers to. */
  readonly host: string;
  readonly port: number;
}

export interface ConsoleReply {
  readonly status: number;
  /** Undefined: it is no JSON. */
  readonly body: unknown;
}

/** One request to a console of this machine: at its loopback address, whatever the name would resolve to. */
export function callConsole({ host, port }: ConsolePlace, path: string, body: object): Promise<ConsoleReply> {
  const own = `${host}:${port}`;
  const headers = { host: own, origin: `http://${own}`, 'content-type': 'application/json' };
  return new Promise((settle, fail) => {
    const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MAX_ANSWER_BYTES) call.destroy(new Error('the answer is too large'));
        else parts.push(part);
      });
      response.on('error', fail);
      response.on('end', () => settle({ status: response.statusCode ?? 0, body: toJson(Buffer.concat(parts)) }));
    });
    call.setTimeout(MAX_WAIT_MS, () => call.destroy(new Error('no answer came')));
    call.on('error', fail);
    call.end(JSON.stringify(body));
  });
}

function toJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
