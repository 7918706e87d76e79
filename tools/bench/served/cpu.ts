import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from '../../services/certificate.mjs';

const NANOSECONDS = 1e9;

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
  const certificate = join(folder, 'served.crt');
  const key = join(folder, 'served.key');
  makeCertificate({ certificate, key }, 'localhost', ['localhost']);
  return { certificate, key };
}

/** Takes files out of the page cache, so that they are read from the disk. */
export function forgetFiles(paths: readonly string[]): void {
  for (const path of paths)
    execFileSync('dd', ['if=/dev/null', `of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0'], {
      stdio: 'ignore',
    });
}

/** Runs what is counted and prints what a server took for it: requests, its own CPU seconds, answers a second. */
export async function printServed(pid: number, work: () => Promise<number>): Promise<void> {
  const before = readCpuOf(pid);
  const begun = performance.now();
  const requests = await work();
  const perSecond = Math.round((requests * 1000) / (performance.now() - begun));
  process.stdout.write(`${JSON.stringify({ requests, cpuSeconds: readCpuOf(pid) - before, perSecond })}\n`);
}
