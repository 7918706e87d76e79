import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatNoticeCode } from '@candor/core/notice/code';
import type { MadeSite } from '../../../core/test/verify/made-site.ts';
import { buildLab } from '../../../tools/build-lab.mjs';
import type { HostileMail } from './hostile-mail.ts';

/** Joined, as the product is: reading its sources takes memory of its own. */
const PROCESS = 'lab/test/hostile/measured-process.ts';
/** For a mail that stops its reader. */
const HANG_MS = 60_000;
const HANGS = 'it hangs';
const ENDED = 'it ended its reader';
/** Read before anything is measured. */
const FIRST = 'From: a@b.example\r\nTo: c@d.example\r\n\r\nOne of the first words that are read.';

/** The command that checks a notice, and the reader of the inbox. */
export type MeasuredWay = 'verify' | 'inbox';

/** What reading one mail cost; without the start of a process. */
export interface MeasuredMail {
  readonly outcome: string;
  /** Of all threads of the process. */
  readonly cpuMs: number;
  /** Most memory that the process has had so far. */
  readonly peakBytes: number;
}

export interface MailLimits {
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** What the mails of a family cost at most. */
export interface MeasuredFamily {
  readonly mails: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
  /** Each mail beyond a limit, and each that ended or stopped its reader. */
  readonly beyond: readonly string[];
  readonly outcomes: ReadonlySet<string>;
}

/**
 * Reads mails in a process of their own. The memory of a process only grows: as long as it stays within the limit, each
 * mail did. A mail that takes it beyond is read again alone.
 */
export async function measureMails(
  way: MeasuredWay,
  site: MadeSite,
  mails: Iterable<HostileMail>,
  limits: MailLimits,
): Promise<MeasuredFamily> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-hostile-'));
  for (const [path, bytes] of site.files) writeAt(join(folder, 'site', path), bytes);
  const program = await buildLab(PROCESS, ['lab/test/hostile']);
  const start = (): Promise<Reader> => Reader.start(program, way, folder, site);
  let reader = await start();
  const family = { mails: 0, cpuMs: 0, peakBytes: 0, beyond: [] as string[], outcomes: new Set<string>() };
  try {
    for (const { name, bytes } of mails) {
      let measured = await reader.measure(bytes);
      if (measured.peakBytes > limits.peakBytes) {
        reader.stop();
        reader = await start();
        measured = await reader.measure(bytes);
      }
      family.mails += 1;
      family.cpuMs = Math.max(family.cpuMs, measured.cpuMs);
      family.peakBytes = Math.max(family.peakBytes, measured.peakBytes);
      family.outcomes.add(measured.outcome);
      if (measured.cpuMs <= limits.cpuMs && measured.peakBytes <= limits.peakBytes) continue;
      const megabytes = Math.round(measured.peakBytes / 1e6);
      family.beyond.push(`${way}: ${name}: ${Math.round(measured.cpuMs)} ms, ${megabytes} MB, ${measured.outcome}`);
      reader.stop();
      reader = await start();
    }
  } finally {
    reader.stop();
    rmSync(folder, { recursive: true });
  }
  return family;
}

/** A process that reads one mail after the other. */
class Reader {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #way: MeasuredWay;

  private constructor(child: ChildProcess, folder: string, way: MeasuredWay) {
    this.#child = child;
    this.#folder = folder;
    this.#way = way;
  }

  /** Ready: what it loads is loaded. */
  static async start(program: string, way: MeasuredWay, folder: string, site: MadeSite): Promise<Reader> {
    const order = [way, join(folder, 'site'), formatNoticeCode(site.code), site.fingerprint];
    const reader = new Reader(fork(program, order, { execArgv: ['--expose-gc'] }), folder, way);
    const { outcome } = await reader.measure(Buffer.from(FIRST));
    if (outcome === ENDED || outcome === HANGS)
      throw new Error(`the process that is measured did not start: ${outcome}`);
    return reader;
  }

  async measure(bytes: Uint8Array): Promise<MeasuredMail> {
    const [file, path] =
      this.#way === 'inbox'
        ? [join(this.#folder, 'maildir/new/1.mail'), join(this.#folder, 'maildir')]
        : [join(this.#folder, 'mail'), join(this.#folder, 'mail')];
    writeAt(file, bytes);
    return new Promise((resolve) => {
      const end = (measured: MeasuredMail): void => {
        clearTimeout(timer);
        this.#child.off('message', onMessage);
        this.#child.off('exit', onExit);
        resolve(measured);
      };
      const fail = (outcome: string): void => end({ outcome, cpuMs: HANG_MS, peakBytes: 0 });
      const onMessage = (message: unknown): void => end(message as MeasuredMail);
      const onExit = (): void => fail(ENDED);
      const timer = setTimeout(() => fail(HANGS), HANG_MS);
      this.#child.once('message', onMessage);
      this.#child.once('exit', onExit);
      this.#child.send(path);
    });
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}

function writeAt(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
