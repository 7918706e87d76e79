import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import type { Store } from '../../../src/adapters/store/store.ts';
import { type Progress, silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

export interface WrittenMail {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly date?: string;
  readonly fields?: string;
  readonly text: string;
}

/**
 * An incident of three people with folders of single messages. The intruder reached ada (all of whose mail is presumed
 * copied) and nobody else: the log of the others is whole.
 */
export class FindingIncident {
  readonly folder = makeTemporaryFolder();
  readonly state = join(this.folder, 'state');
  readonly out = join(this.folder, 'out');
  #more = '';
  #reached = ['ada'];

  constructor() {
    this.write('log/one.jsonl', toRow('r-1', 'ada'));
    for (const name of ['ada', 'bo', 'cy']) mkdirSync(join(this.folder, 'mail', name), { recursive: true });
    this.#describe();
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  /** Puts a message into a mailbox: `ada/1.eml`. */
  mail(place: string, mail: WrittenMail): void {
    this.write(`mail/${place}`, toMessage(mail));
  }

  /** Lines that the incident file has besides. */
  describe(more: string): void {
    this.#more = more;
    this.#describe();
  }

  /** From now on the intruder reached these mailboxes. */
  reach(...names: readonly string[]): void {
    this.#reached = [...names];
    this.write('log/one.jsonl', names.map((name, at) => toRow(`r-${at + 1}`, name)).join(''));
    this.#describe();
  }

  #describe(): void {
    const others = ['ada', 'bo', 'cy'].filter((name) => !this.#reached.includes(name));
    const covers = `{ mailboxes: [${others.join(', ')}], from: 2001-09-01T00:00:00Z, to: 2001-10-01T00:00:00Z }`;
    this.write(
      'incident.yaml',
      `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes:
${['ada', 'bo', 'cy'].map((name) => `  - { custodian: ${name}, address: ${name}@harbor.example, evidence: mail/${name} }\n`).join('')}access:
  - file: log/one.jsonl
${others.length === 0 ? '' : `    covers: ${covers}\n`}intruder: { sessions: [night] }
${this.#more}`,
    );
  }

  /** Runs, and gives the summary with the number of messages that were searched in this run. */
  async run(progress?: Progress) {
    let read = 0;
    const counting: Progress = {
      begin: (stage) => ({
        advance: (count) => {
          if (stage === 'findings') read += count;
        },
        end: () => undefined,
      }),
    };
    const order = { incident: this.path('incident.yaml'), state: this.state, out: this.out, workers: 1, accept: [] };
    const summary = await runIncident({ ...order, progress: progress ?? counting });
    return { summary, read };
  }

  /** A run that is stopped when so many messages were searched. */
  async stop(after: number): Promise<void> {
    let read = 0;
    await this.run({
      begin: (stage, unit, total) => {
        const step = silentProgress.begin(stage, unit, total);
        return {
          ...step,
          advance: (count) => {
            if (stage === 'findings') read += count;
            if (read >= after) throw new Error('stopped');
          },
        };
      },
    });
  }

  /** Lines of an export. */
  lines(name = 'findings.jsonl'): readonly Record<string, unknown>[] {
    return readFileSync(join(this.out, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const state = await openStateForReading(this.state);
    try {
      return await work(state.store);
    } finally {
      await state.close();
    }
  }
}

export function toMessage({ from, to, subject, date, fields = '', text }: WrittenMail): string {
  return `From: ${from ?? 'guest@partner.test'}\nTo: ${to ?? 'ada@harbor.example'}\nSubject: ${subject ?? 'Berth'}\nDate: ${date ?? 'Mon, 10 Sep 2001 14:05:00 +0000'}\n${fields}\n${text}\n`;
}

function toRow(id: string, name: string): string {
  return `${JSON.stringify({ Id: id, CreationTime: '2001-09-12T10:00:00', Operation: 'Send', UserId: `${name}@harbor.example`, MailboxOwnerUPN: `${name}@harbor.example`, SessionId: 'night' })}\n`;
}
