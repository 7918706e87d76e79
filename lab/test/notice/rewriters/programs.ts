import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;
const PYTHON = '/usr/bin/python3';
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** What one program made of the notice: name → bytes; the reason where it is not installed. */
export type Rewritten = ReadonlyMap<string, Buffer>;

export function hasCommand(name: string): boolean {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
}

/** Runs a filter; throws with its own words where it fails, because a case that was not made proves nothing. */
export function pipe(command: readonly string[], input: Buffer): Buffer {
  const [program = '', ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    maxBuffer: OUTPUT_BYTES,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', HOME: tmpdir(), TERM: 'dumb' },
  });
  if (error !== undefined || status !== 0)
    throw new Error(`${command.join(' ')}: ${error?.message ?? stderr.toString().slice(0, 400)}`);
  return stdout;
}

/** A script beside this file that gives JSON: name → base64. */
function script(command: readonly string[], issued: Buffer): Rewritten {
  const made: Record<string, string> = JSON.parse(pipe(command, issued).toString('utf8'));
  return new Map(Object.entries(made).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
}

/** A program that changes a file in its place, or that reads one. */
export function inFile(issued: Buffer, name: string, run: (path: string) => Buffer | null): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'candor-rewriter-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, issued);
    return run(path) ?? readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FORMAIL: Readonly<Record<string, readonly string[]>> = {
  'as it is': ['-f'],
  'a line of a mailbox': [],
  'fields in one line': ['-f', '-c'],
  'a trace field': ['-f', '-A', 'X-Spam-Status: No'],
  'a field of its own': ['-f', '-i', 'X-Filtered: by a rule'],
  'without a field': ['-f', '-I', 'Auto-Submitted:'],
  'blanks of fields gone': ['-f', '-z'],
  'a field renamed': ['-f', '-R', 'Message-ID:', 'X-Old-Message-ID:'],
  'lines of a mailbox quoted': ['-f', '-b'],
};

const REFORMAIL: Readonly<Record<string, readonly string[]>> = {
  'a trace field': ['-A', 'X-Spam-Status: No'],
  'a field of its own': ['-a', 'X-Filtered: by a rule'],
  'a field replaced': ['-I', 'Message-ID: <4f@relay.northwind.example>'],
  'fields in one line': ['-c'],
  'a line of a mailbox': ['-f1'],
};

const REFORMIME: Readonly<Record<string, readonly string[]>> = {
  'as it is': ['-r'],
  'for 7 bit': ['-r7'],
  'for 8 bit': ['-r8'],
};

const FOOTER = 'Northwind is a company registered in Bergen. This footer was added by its mail server.\n';

function byAltermime(issued: Buffer): Rewritten {
  const alter = (...given: readonly string[]): Buffer =>
    inFile(issued, 'mail.eml', (path) => {
      const footer = `${path}.footer`;
      writeFileSync(footer, FOOTER);
      pipe(['altermime', `--input=${path}`, ...given.map((one) => one.replace('FOOTER', footer))], Buffer.alloc(0));
      return null;
    });
  return new Map([
    ['altermime: a footer', alter('--disclaimer=FOOTER')],
    ['altermime: a footer, in both parts', alter('--disclaimer=FOOTER', '--htmltoo')],
    ['altermime: a footer, with HTML of its own', alter('--disclaimer=FOOTER', '--disclaimer-html=FOOTER')],
    ['altermime: a trace field', alter('--xheader=X-Virus-Scanned: altermime at northwind.example')],
    ['altermime: a field of its own', alter('--xheader=X-Northwind-Footer: none')],
    ['altermime: attachments removed', alter('--removeall')],
  ]);
}

const options = (program: string, table: Readonly<Record<string, readonly string[]>>, issued: Buffer): Rewritten =>
  new Map(Object.entries(table).map(([name, args]) => [`${program}: ${name}`, pipe([program, ...args], issued)]));

const byMaildrop = (issued: Buffer): Buffer =>
  inFile(issued, 'mail.eml', (path) => {
    const filter = `${path}.filter`;
    writeFileSync(filter, `xfilter "reformail -A'X-Filtered: by maildrop'"\nto "${path}.box"\n`, { mode: 0o600 });
    pipe(['maildrop', filter], issued);
    return readFileSync(`${path}.box`);
  });

const bySpamAssassin = (issued: Buffer): Buffer =>
  pipe(['spamassassin', '--local', '--cf=report_safe 0', '--cf=score ANY 0'], issued);

interface Rewriter {
  readonly needs: readonly string[];
  readonly make: (issued: Buffer) => Rewritten;
}

/** As a mail server of Unix hands it to filters. */
const withLf = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

export const REWRITERS: readonly Rewriter[] = [
  { needs: [PYTHON], make: (issued) => script([PYTHON, join(FOLDER, 'python-mail.py')], issued) },
  { needs: ['ruby'], make: (issued) => script(['ruby', join(FOLDER, 'ruby-mail.rb')], issued) },
  { needs: ['perl'], make: (issued) => script(['perl', join(FOLDER, 'perl-mail.pl')], issued) },
  { needs: [], make: (issued) => script([process.execPath, join(FOLDER, 'node-mail.mjs')], issued) },
  { needs: ['formail'], make: (issued) => options('formail', FORMAIL, withLf(issued)) },
  { needs: ['reformail'], make: (issued) => options('reformail', REFORMAIL, withLf(issued)) },
  { needs: ['reformime'], make: (issued) => options('reformime', REFORMIME, withLf(issued)) },
  { needs: ['altermime'], make: (issued) => byAltermime(withLf(issued)) },
  { needs: ['maildrop'], make: (issued) => new Map([['maildrop: delivered', byMaildrop(withLf(issued))]]) },
  {
    needs: ['spamassassin'],
    make: (issued) => new Map([['SpamAssassin: its report', bySpamAssassin(withLf(issued))]]),
  },
];

/** Programs that are missing here. */
export const missingRewriters = (): readonly string[] =>
  [...new Set(REWRITERS.flatMap(({ needs }) => needs))].filter((name) => !existsSync(name) && !hasCommand(name));
