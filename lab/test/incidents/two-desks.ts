import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { type Ended, type NoticeDesk, openNoticeDesk, toConfirm, typeCommand } from '../notice/notice-desk.ts';

/** A second incident of the same organization, operators and site, with two of Harbor's mailboxes alone. */
export interface SecondDesk {
  readonly state: string;
  readonly incident: string;
  run(): Promise<unknown>;
}

export interface TwoDesks {
  /** Both lie below it. */
  readonly folder: string;
  readonly first: NoticeDesk;
  readonly second: SecondDesk;
  /** Where the log of both is kept once their incident files say so. */
  readonly home: string;
  /** Lets the incident files of both, or of one, name the home of the log. */
  share(...incidents: readonly string[]): void;
  /** Prepares a wave and lets two people approve it. */
  tell(state: string, wave?: string): Promise<void>;
}

const SECOND_MAILBOXES = ['moreau-c', 'tanaka-y'];

export async function openTwoDesks(folder: string): Promise<TwoDesks> {
  mkdirSync(join(folder, 'first'));
  const first = await openNoticeDesk(join(folder, 'first'));
  const home = join(folder, 'log-home');
  const place = join(folder, 'second');
  mkdirSync(place);
  const incident = join(place, 'incident.yaml');
  writeFileSync(incident, toSecond(readFileSync(first.incident, 'utf8')));
  const state = join(place, 'state');
  return {
    folder,
    first,
    home,
    second: {
      state,
      incident,
      run: () => runIncident({ incident, state, out: null, workers: 1, accept: [], progress: silentProgress }),
    },
    share: (...incidents) => {
      for (const file of incidents)
        writeFileSync(file, readFileSync(file, 'utf8').replace('log: { origin', `log: { home: ${home}, origin`));
    },
    tell: async (of, wave = 'metadata') => {
      await must('notice', 'prepare', '--wave', wave, '--state', of);
      const confirmed = await toConfirm(of);
      for (const name of ['Ines Adler', 'Marek Dvorak'])
        await must(
          ...['notice', 'approve', '--as', name, '--key', first.key(name)],
          ...['--passphrase-file', first.passphraseFile, ...confirmed, '--state', of],
        );
    },
  };
}

async function must(...words: readonly string[]): Promise<Ended> {
  const ended = await typeCommand(words);
  if (ended.code !== 'done') throw new Error(`${words.join(' ')}: ${ended.code}: ${ended.text}`);
  return ended;
}

/** Mailboxes, logs and coverage that are not of the two are left out; the evidence is that of the first. */
function toSecond(text: string): string {
  const isOwn = (block: string) => SECOND_MAILBOXES.some((name) => block.includes(name));
  const lines: string[] = [];
  let block: string[] = [];
  const flush = () => {
    const whole = block.join('\n');
    if (block.length > 0 && isOwn(whole)) lines.push(...block);
    block = [];
  };
  let isList = false;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) {
      flush();
      isList = ['mailboxes:', 'access:', 'coverage:'].includes(line);
      if (line !== 'coverage:') lines.push(line);
    } else if (isList && line.startsWith('  - ')) {
      flush();
      block = [line];
    } else if (isList && line.startsWith('    ')) block.push(line);
    else if (!isList) lines.push(line);
  }
  flush();
  return lines
    .join('\n')
    .replace('incident: harbor-2001', 'incident: harbor-second')
    .replaceAll(/(evidence|folders|file): (mailboxes|folders|audit)\//g, '$1: ../first/harbor/$2/')
    .replace('directory: directory.csv', 'directory: ../first/harbor/directory.csv')
    .replace(/,? *mailbox: "?costa-r"?/, '');
}
