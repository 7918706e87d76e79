import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { join } from 'node:path';
import { makeCertificate } from '../../services/certificate.mjs';

/** What is asked of both servers of a row. */
const REQUESTS = 20_000;
/** Files that are asked for from the disk, each once. */
const COLD_FILES = 2_000;
/** Files that are asked for again and again. */
const WARM_FILES = 50;
/** Objects of one call, as the app asks for them when it reads many. */
export const TOGETHER = 32;
/** Calls before anything is counted: a server that just started is slower than one that serves. */
const WARM_CALLS = 1000;
const WARM_API_CALLS = 10_000;
/** A message of 50 KB, sealed and padded. */
export const SERVED_BYTES: number = 50 * 1024;
/** Connections of whoever asks; each has one request at a time. */
const CONNECTIONS = 16;
const NANOSECONDS = 1e9;

/** `api`: a short answer in JSON. `cache`, `disk`: files that were read before, or never. */
export type ServedCase = 'api' | 'cache' | 'disk';

export function readCase(text: string | undefined): ServedCase {
  if (text === 'api' || text === 'cache' || text === 'disk') return text;
  throw new Error('say api, cache or disk');
}

export const countRequests = (what: ServedCase): number => (what === 'disk' ? COLD_FILES : REQUESTS);

/** Cold ones come first. */
export const countFiles = (what: ServedCase): number => (what === 'disk' ? COLD_FILES : 0) + WARM_FILES;

/** What is asked for before it is counted, `together` in each call. */
export const countWarmUp = (what: ServedCase, together: number): number =>
  what === 'api' ? WARM_API_CALLS : WARM_CALLS * together;

/**
 * Which of the files a request asks for; before it is counted none of those that are to come from the disk, or a server
 * would have them by then.
 */
export function toFileNumber(what: ServedCase, request: number, isWarmUp: boolean): number {
  const cold = what === 'disk' ? COLD_FILES : 0;
  return isWarmUp || cold === 0 ? cold + (request % WARM_FILES) : request % cold;
}

/**
 * CPU seconds of all threads of a running process, so far: to the nanosecond, where the clock of `stat` has hundredths
 * of a second (proc(5), schedstat).
 */
function readCpuOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]);
  return spent.reduce((sum, nanoseconds) => sum + Number(nanoseconds), 0) / NANOSECONDS;
}

export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

/** The certificate of all sides, made once for each folder. */
export function makeTls(folder: string): TlsFiles {
  const files = { certificate: join(folder, 'served.crt'), key: join(folder, 'served.key') };
  makeCertificate(files, 'localhost', ['localhost']);
  return files;
}

/** Takes files out of the page cache, so that they are read from the disk. */
export function forgetFiles(paths: readonly string[]): void {
  const drop = ['if=/dev/null', 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'];
  for (const path of paths) execFileSync('dd', [`of=${path}`, ...drop], { stdio: 'ignore' });
}

/** Runs what is counted and prints what a server took for it: requests, its own CPU seconds, answers a second. */
export async function printServed(pid: number, work: () => Promise<number>): Promise<void> {
  const before = readCpuOf(pid);
  const begun = performance.now();
  const requests = await work();
  const perSecond = Math.round((requests * 1000) / (performance.now() - begun));
  process.stdout.write(`${JSON.stringify({ requests, cpuSeconds: readCpuOf(pid) - before, perSecond })}\n`);
}

/**
 * Asks a server `count` times over a few connections that stay open, each answered with 200. @returns bytes that came
 * @throws a fault for any other answer
 */
export async function load(
  { port, tls, headers = {} }: { port: number; tls: TlsFiles; headers?: Readonly<Record<string, string>> },
  count: number,
  toPath: (number: number) => string,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, ca: readFileSync(tls.certificate) });
  const ask = (path: string): Promise<number> =>
    new Promise((settle, fail) => {
      get({ agent, host: 'localhost', family: 4, port, path, headers }, (answer) => {
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.on('end', () =>
          answer.statusCode === 200 ? settle(bytes) : fail(new Error(`${path}: ${answer.statusCode}`)),
        );
      }).on('error', fail);
    });
  let next = 0;
  const work = async (): Promise<number> => {
    let bytes = 0;
    while (next < count) {
      next += 1;
      bytes += await ask(toPath(next - 1));
    }
    return bytes;
  };
  const came = await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();
  return came.reduce((sum, bytes) => sum + bytes, 0);
}
