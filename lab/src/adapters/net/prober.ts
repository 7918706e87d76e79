import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DnsAnswer, type DnsType, toDnsFault } from './dns/dns-answer.ts';
import type { FetchedText } from './fetch-text.ts';
import type { TimeAnswer, TimeServer } from './ntp.ts';
import {
  PROBER_LINE_BYTES,
  type ProberReply,
  type ProberRequest,
  type ProberSettings,
  readProberReply,
} from './prober-protocol.ts';

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const ENTRY = fileURLToPath(new URL('../../apps/prober.ts', import.meta.url));
/** Its program and the packages: the only files that it may read. It may write none and start nothing. */
const READABLE = ['package.json', 'core', 'lab/src', 'lab/package.json', 'lab/node_modules', 'node_modules'].map(
  (path) => join(PROJECT, path),
);
const HEAP_MEGABYTES = 128;
/** Longer than everything that a prober waits for; one that is silent for so long is given up. */
const ANSWER_MS = 60_000;
/** Questions under way at once. */
const CONCURRENT = 64;

type Waiting = (reply: ProberReply | null) => void;

/**
 * Queries the internet through a separate process without store, keys or our environment. Answers are foreign data. A
 * prober that dies is restarted with the next question; pending questions become faults, never absence.
 */
export class Prober {
  readonly #settings: ProberSettings;
  #process: ChildProcess | null = null;
  #waiting = new Map<number, Waiting>();
  #queue: (() => void)[] = [];
  #running = 0;
  #nextId = 1;

  constructor(settings: ProberSettings) {
    this.#settings = settings;
  }

  async askDns(name: string, type: DnsType): Promise<DnsAnswer> {
    const reply = await this.#ask((id) => ({ id, ask: 'dns', question: { name, type } }));
    if (reply?.of === 'dns') return reply.answer;
    return toDnsFault('unreachable', 'the process that asks the internet ended');
  }

  async fetchSecurityTxt(domain: string): Promise<FetchedText> {
    const reply = await this.#ask((id) => ({ id, ask: 'security-txt', domain }));
    if (reply?.of === 'security-txt') return reply.found;
    return { is: 'fault', text: 'the process that asks the internet ended' };
  }

  async askTime(server: TimeServer): Promise<TimeAnswer> {
    const reply = await this.#ask((id) => ({ id, ask: 'time', server }));
    if (reply?.of === 'time') return reply.answer;
    return { is: 'fault', text: 'the process that asks the internet ended' };
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#end();
  }

  async #ask(toRequest: (id: number) => ProberRequest): Promise<ProberReply | null> {
    if (this.#running >= CONCURRENT) await new Promise<void>((settle) => this.#queue.push(settle));
    this.#running += 1;
    const id = this.#nextId;
    this.#nextId += 1;
    try {
      return await new Promise<ProberReply | null>((settle) => {
        const timer = setTimeout(() => this.close(), ANSWER_MS);
        this.#waiting.set(id, (reply) => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          settle(reply);
        });
        this.#start().stdin?.write(`${JSON.stringify(toRequest(id))}\n`);
      });
    } finally {
      this.#running -= 1;
      this.#queue.shift()?.();
    }
  }

  #start(): ChildProcess {
    if (this.#process !== null) return this.#process;
    const child = spawn(
      process.execPath,
      [
        '--permission',
        ...[...READABLE, dirname(ENTRY)].map((path) => `--allow-fs-read=${path}`),
        `--max-old-space-size=${HEAP_MEGABYTES}`,
        '--no-warnings',
        '--disable-proto=throw',
        ENTRY,
      ],
      { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] },
    );
    this.#process = child;
    child.stdin?.on('error', () => {});
    child.on('error', () => this.#end(child));
    child.on('close', () => this.#end(child));
    this.#read(child);
    child.stdin?.write(`${JSON.stringify(this.#settings)}\n`);
    return child;
  }

  #read(child: ChildProcess): void {
    let held = '';
    child.stdout?.setEncoding('utf8');
    child.stdout?.on('data', (chunk: string) => {
      held += chunk;
      if (held.length > PROBER_LINE_BYTES) child.kill('SIGKILL');
      for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
        this.#take(held.slice(0, end));
        held = held.slice(end + 1);
      }
    });
  }

  #take(line: string): void {
    const reply = readProberReply(line);
    // One that speaks otherwise is not the program that we started.
    if (reply === null) this.close();
    else this.#waiting.get(reply.id)?.(reply);
  }

  /** Nobody waits for one that is gone; a newer one stays. */
  #end(child: ChildProcess | null = this.#process): void {
    if (child !== this.#process) return;
    this.#process = null;
    for (const settle of [...this.#waiting.values()]) settle(null);
  }
}
