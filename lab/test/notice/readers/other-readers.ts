import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = import.meta.dirname;
const PYTHON = '/usr/bin/python3';
const OUTPUT_BYTES = 512 * 1024 * 1024;

const Values = z.array(
  z
    .string()
    .nullable()
    .transform((value) => value ?? ''),
);
const ShownDump = z.object({
  /** Every text part but HTML, decoded. */
  texts: Values,
  /** Every HTML part. */
  pages: Values,
  files: Values,
  /** Lower case name → every value, decoded. */
  fields: z.record(z.string(), Values),
});
const FailedDump = z.object({ error: z.string() });
const Dumps = z.record(z.string(), z.union([ShownDump, FailedDump]));

/** What one reader shows of one mail. */
export type Dump = z.infer<typeof ShownDump> | z.infer<typeof FailedDump>;

/** A mail reader of others, as a script beside this file: JSON of number and base64 in, of number and dump out. */
export interface OtherReader {
  readonly name: string;
  readonly command: readonly string[];
  /** Succeeds where its library is installed. */
  readonly probe: readonly string[];
}

const script = (name: string): string => join(FOLDER, name);

export const OTHER_READERS: readonly OtherReader[] = [
  {
    name: 'postal-mime',
    command: [process.execPath, script('postal-mime.mjs')],
    probe: [process.execPath, '--version'],
  },
  {
    name: 'mailparser',
    command: [process.execPath, script('mailparser.mjs')],
    probe: [process.execPath, '--version'],
  },
  {
    name: 'Python email',
    command: [PYTHON, script('python-email.py'), 'default'],
    probe: [PYTHON, '-c', 'import email'],
  },
  {
    name: 'Python email, compat32',
    command: [PYTHON, script('python-email.py'), 'compat32'],
    probe: [PYTHON, '-c', 'import email'],
  },
  { name: 'Ruby mail', command: ['ruby', script('ruby-mail.rb')], probe: ['ruby', '-rmail', '-e', ''] },
  {
    name: 'MIME-tools',
    command: ['perl', script('perl-mail.pl'), 'mime-tools'],
    probe: ['perl', '-MMIME::Parser', '-e', '1'],
  },
  {
    name: 'Email::MIME',
    command: ['perl', script('perl-mail.pl'), 'email-mime'],
    probe: ['perl', '-MEmail::MIME', '-e', '1'],
  },
  {
    name: 'GMime',
    command: [PYTHON, script('gmime.py')],
    probe: [PYTHON, '-c', 'import gi; gi.require_version("GMime", "3.0")'],
  },
];

const runs = ([program = '', ...args]: readonly string[]): boolean =>
  (!program.startsWith('/') || existsSync(program)) && spawnSync(program, args, { stdio: 'ignore' }).status === 0;

export const listPresentReaders = (): readonly OtherReader[] => OTHER_READERS.filter(({ probe }) => runs(probe));

/** What a reader shows of each mail, in one process. */
export function readWith(
  { name, command: [program = '', ...args] }: OtherReader,
  mails: ReadonlyMap<string, Buffer>,
): ReadonlyMap<string, Dump> {
  const names = [...mails.keys()];
  const input = JSON.stringify(
    Object.fromEntries([...mails.values()].map((bytes, at) => [at, bytes.toString('base64')])),
  );
  const { status, stdout, stderr, error } = spawnSync(program, args, { input, maxBuffer: OUTPUT_BYTES });
  if (error !== undefined || status !== 0) throw new Error(`${name}: ${error?.message ?? stderr.toString()}`);
  const dumps = Dumps.parse(JSON.parse(stdout.toString('utf8')));
  return new Map(names.flatMap((key, at) => (dumps[at] === undefined ? [] : [[key, dumps[at]] as const])));
}
