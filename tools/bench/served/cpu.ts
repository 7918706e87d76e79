import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from '../../services/certificate.mjs';

const CLOCK_TICKS_A_SECOND = 100;

/** CPU seconds of running processes, so far (proc(5)). */
export function readCpuOf(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /, '')
      .split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / CLOCK_TICKS_A_SECOND;
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
