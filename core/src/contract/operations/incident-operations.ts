import { z } from 'zod';
import { argument, day, field, flag, maybeText, optional, texts, workers } from './field.ts';
import { alertsAnswer, arrivalsAnswer, folderLookAnswer, initAnswer, statusAnswer } from './incident-answers.ts';
import { describeOperation, LOCAL_FILE, LOCAL_FOLDER, reason } from './operation.ts';
import { timelineAnswer } from './timeline-answer.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
const MAX_INTERVAL_SECONDS = 86_400;
const PROGRAM = 'it is about the program on this machine';

const shell = argument(z.enum(SHELLS, { error: `one of ${SHELLS.join(', ')} is needed` }), SHELLS.join(', '));

const incident = () =>
  field(z.string(), { isArgument: true, does: 'incident.yaml, or the folder that holds it', value: 'file' });

const evidenceFolder = () =>
  field(z.string(), { isArgument: true, does: 'the folder with the evidence', value: 'dir' });

/** What a person knows already and need not fill in later. */
const filledIn = {
  organization: maybeText({ does: 'your organization, as outsiders know it', value: 'name' }),
  domains: texts({ does: 'a domain of yours (again for more; default: those of the mailboxes)', value: 'domain' }),
  start: day('the first moment the intruder may have been in'),
  contained: day('the moment it was shut out'),
  sessions: texts({ does: "a session of the intruder's (again for more)", value: 'id' }),
  tokens: texts({ does: "a token of the intruder's (again for more)", value: 'id' }),
  applications: texts({ does: "an application of the intruder's (again for more)", value: 'id' }),
  addresses: texts({ does: "an address or range of the intruder's (again for more)", value: 'address' }),
  owners: texts({
    does: 'the address of a mailbox whose messages do not say it (again for more)',
    value: 'custodian=address',
  }),
};

/** In seconds, of what people type: `30s` or `5m`. */
const interval = z.string().transform((written, context) => {
  const [, number = '', unit = ''] = /^([1-9]\d{0,4})([smh])$/.exec(written) ?? [];
  const seconds = Number(number) * (SECONDS_OF[unit] ?? 0);
  if (seconds < 1 || seconds > MAX_INTERVAL_SECONDS)
    context.addIssue('a number and s, m or h, from 1s to 24h, is needed');
  return seconds;
});

/** What a run takes besides the incident. @param usual where the state is if nobody says so */
const runOptions = (usual: string) => ({
  why: optional(reason('with --accept: why; it is kept')),
  state: maybeText({
    does: `the state folder (default: ${usual})`,
    value: 'dir',
    isWritten: true,
    variable: 'CANDOR_STATE',
  }),
  out: maybeText({
    does: 'write exposure.jsonl, parties.csv, unresolved.jsonl, records.jsonl, summary.json, problems.jsonl, custody.csv',
    value: 'dir',
    isWritten: true,
  }),
  workers: workers(2, 'reader processes at once'),
  accept: texts({ does: 'a problem that a person has looked at (again for more)', value: 'place' }),
});

/** The whole incident, and the program itself. */
export const incidentOperations = {
  init: describeOperation({
    name: 'init',
    does: 'write a commented incident.yaml from the mailboxes, folder lists and logs that a folder holds',
    kind: 'local',
    roles: ['responder'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({ folder: evidenceFolder(), ...filledIn }),
    answer: initAnswer,
  }),
  lookAtFolder: describeOperation({
    name: 'init.look',
    does: 'print what the folder holds instead, and write nothing',
    kind: 'local',
    roles: ['responder'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({ folder: evidenceFolder() }),
    answer: folderLookAnswer,
  }),
  check: describeOperation({
    name: 'check',
    does: 'report all problems of an incident file and the files it names, with line numbers',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: LOCAL_FILE,
    input: z.object({ incident: incident() }),
  }),
  run: describeOperation({
    name: 'run',
    does: 'read the evidence, judge every copy, find the parties; run again to continue or to add evidence',
    kind: 'job',
    roles: ['responder'],
    signs: 'may',
    input: z.object({ incident: incident(), ...runOptions('.candor beside the incident file') }),
  }),
  start: describeOperation({
    name: 'start',
    does: 'run the bundled fictional incident, Harbor Energy',
    kind: 'job',
    roles: ['responder'],
    signs: 'may',
    terminalOnly: LOCAL_FOLDER,
    input: z.object(runOptions('.candor in this folder')),
  }),
  status: describeOperation({
    name: 'status',
    does: "the last run's figures, and what needs you",
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: statusAnswer,
  }),
  alerts: describeOperation({
    name: 'status.alerts',
    does: "show alerts instead: is the intruder still there, and which sessions look like the intruder's",
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: alertsAnswer,
  }),
  arrivals: describeOperation({
    name: 'status.arrivals',
    does: 'show what a run would read instead: what arrived or changed since the newest exposure',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: arrivalsAnswer,
  }),
  timeline: describeOperation({
    name: 'status.timeline',
    does: "show days instead: the intruder's acts, undecided records, copies by arrival, and where the logs could see",
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: timelineAnswer,
  }),
  incidents: describeOperation({
    name: 'incidents',
    does: 'every incident below a folder, with its stage and next deadline',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({
      folder: argument(z.string().default('.'), 'the folder with your incidents'),
      code: maybeText({ does: 'only the incident that issued the notice with this code' }),
    }),
  }),
  watch: describeOperation({
    name: 'watch',
    does: 'follow an ongoing incident: judge new logs and mail as they arrive, alert, draft supplements',
    kind: 'job',
    roles: ['responder'],
    input: z.object({
      folders: argument(
        z.array(z.string()).default([]),
        'folders to watch besides those of the evidence and of `watch.folders`',
      ),
      once: flag('one pass, for cron and systemd timers'),
      interval: field(interval.optional(), {
        does: 'time between two checks, such as 30s or 5m (default: watch.every, or 10s)',
        value: 'time',
      }),
      out: maybeText({ does: 'write the exports of each new exposure to this folder', value: 'dir', isWritten: true }),
      workers: workers(2, 'reader processes at once'),
    }),
  }),
  console: describeOperation({
    name: 'console',
    does: 'show every incident below a folder in a browser on this machine',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({
      folder: argument(z.string().default('.'), 'the folder with your incidents'),
      printOnly: flag('open no browser: print the file that opens the console'),
    }),
  }),
  version: describeOperation({
    name: 'version',
    does: 'print the versions of program and rules, the commit, and the folder of the pages',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: PROGRAM,
    input: z.object({}),
  }),
  completion: describeOperation({
    name: 'completion',
    does: 'print a script that lets a shell complete commands and options',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: PROGRAM,
    input: z.object({ shell }),
  }),
};

/** The site, and what outsiders check there. */
export const siteOperations = {
  build: describeOperation({
    name: 'site.build',
    does: 'publish the log, seal every approved notice again, and write page, answer files and keys',
    kind: 'job',
    roles: ['notifier'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({
      states: argument(
        z.array(z.string()).default([]),
        'the states of all incidents of the domain, if there are several (default: --state)',
      ),
      out: field(z.string(), {
        does: 'the folder to serve as the root of the domain, or to merge into it',
        value: 'dir',
        isWritten: true,
      }),
      leaveOut: flag('incidents of the domain to leave out: their codes become unknown'),
    }),
  }),
  check: describeOperation({
    name: 'site.check',
    does: 'check that a site serves the reviewer app that the log names, with files of this week; needs no state',
    kind: 'local',
    roles: ['viewer'],
    input: z.object({
      place: argument(z.string(), "the organization's own site (https://…), or the folder it was downloaded to"),
      app: maybeText({
        does: "the app's address, if the site has several incidents: the notice says it",
        value: 'address',
      }),
    }),
  }),
  verify: describeOperation({
    name: 'verify',
    does: 'check a received notice; gives the same answer as the page; needs no state',
    kind: 'local',
    roles: ['viewer'],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      file: argument(z.string(), 'the message file (.eml, .msg), or its text'),
      site: maybeText({
        does: "the organization's own site (https://…), or the folder it was downloaded to",
        value: 'place',
      }),
      code: maybeText({ does: 'the code printed in the notice (default: the one in the file)' }),
      domain: maybeText({
        does: 'the domain that received it; without it or --address no notice is called genuine',
      }),
      address: maybeText({
        does: 'the address that received it, instead of --domain: for a notice to one person, whose record names the address alone',
        excludes: 'domain',
      }),
      key: maybeText({
        does: 'fingerprint of the key that you know from DNS or by telephone',
        value: 'fingerprint',
      }),
      resolver: texts({ does: 'a DNS resolver to ask for key and DKIM; may be repeated', value: 'address' }),
    }),
  }),
};
