import { z } from 'zod';
import { type Instant, readInstant } from '../../base/index.ts';
import { argument, field, flag, maybeText, texts } from './field.ts';
import { describeOperation, describeSignedAct, LOCAL_FILE, LOCAL_FOLDER } from './operation.ts';
import { figuresAnswer } from './read-answers.ts';

/** A moment as people write it; without a zone it is UTC. */
const time = () =>
  z.string().transform((text, { addIssue }): Instant => {
    const at = readInstant(text.replace(/^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(?=$|Z|[+-])/, '$1:00'));
    if (at === null) addIssue({ code: 'custom', message: 'a time like 2001-10-18T09:05:00Z is needed' });
    return at ?? 0;
  });

const position = () =>
  z
    .string()
    .regex(/^\d+$/, { error: 'a position is a whole number from 0' })
    .transform(Number)
    .refine(Number.isSafeInteger, { error: 'a position is a whole number from 0' });

const logKey = () =>
  maybeText({ does: 'verifier key of the log (default: what keys.json of the site says)', value: 'text' });

/** What outsiders can check, and what only people know. */
export const transparencyOperations = {
  listCase: describeOperation({
    name: 'case.list',
    does: 'every fact, with the newest statement and what it superseded',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  setCase: describeOperation({
    name: 'case.set',
    does: 'record a fact; it supersedes what was said before, which stays',
    kind: 'act',
    roles: ['counsel'],
    input: z.object({
      fact: argument(
        z.enum(['aware'], { error: 'facts: aware' }),
        'aware: when the organization became aware of the breach',
      ),
      time: argument(time(), '2001-10-18T09:05:00Z; without a zone it is UTC'),
      by: field(z.string(), { does: 'who became aware', value: 'name' }),
      how: field(z.string(), { does: 'by what: a call, a ticket, a mail', value: 'text' }),
    }),
  }),
  listFigures: describeOperation({
    name: 'figures.list',
    does: 'every figure, counted again',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
    answer: figuresAnswer,
  }),
  publishFigure: describeSignedAct(
    {
      name: 'figures.publish',
      does: 'agree to publish one figure; the second approval writes the log entry and the file',
      roles: ['counsel'],
      terminalOnly: LOCAL_FILE,
    },
    {
      name: field(z.string(), { does: 'as `candor figures` lists it', value: 'figure' }),
      out: field(z.string(), { does: 'where to write the statement', value: 'file', isWritten: true }),
    },
  ),
  verifyFigure: describeOperation({
    name: 'figures.verify',
    does: 'compute a published figure again and look for it in the log; or check it from outside',
    kind: 'read',
    roles: ['viewer'],
    terminalOnly: LOCAL_FILE,
    input: z.object({ file: argument(z.string(), 'a statement') }),
  }),
  verifyFigureOutside: describeOperation({
    name: 'figures.verify-outside',
    does: 'check a published figure from its files',
    kind: 'local',
    roles: [],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      file: argument(z.string(), 'a statement'),
      proof: texts({
        does: 'without a state: a proof of its entry, or of the entry of its wave; may be repeated',
        value: 'file',
      }),
      site: maybeText({
        does: 'without a state: the site as downloaded, with the keys of the operators',
        value: 'dir',
      }),
      key: logKey(),
    }),
  }),
  reportGdpr: describeOperation({
    name: 'report.gdpr33',
    does: 'what Article 33 of the GDPR asks of a notification to the supervisory authority, and its clock',
    kind: 'read',
    roles: ['counsel'],
    input: z.object({
      out: maybeText({ does: 'the report as a file, each figure with its formula', value: 'file', isWritten: true }),
    }),
  }),
  publishLog: describeOperation({
    name: 'log.publish',
    does: 'update the static files of the log: padded, signed, checkpoint last',
    kind: 'act',
    roles: ['notifier'],
    terminalOnly: LOCAL_FOLDER,
    input: z.object({
      site: field(z.string(), {
        does: 'the folder of the site; the log goes where its origin says',
        value: 'dir',
        isWritten: true,
      }),
      all: flag('write every file again, for a folder that lost some'),
    }),
  }),
  verifyLog: describeOperation({
    name: 'log.verify',
    does: 'verify a log offline, from downloaded files; needs no state',
    kind: 'local',
    roles: [],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      site: maybeText({ does: 'the site as downloaded, or the folder of its log', value: 'dir' }),
      key: logKey(),
      checkpoint: texts({
        does: 'a checkpoint saved earlier, which the log must continue; may be repeated',
        value: 'file',
      }),
      proof: texts({ does: 'a proof of an entry; may be repeated', value: 'file' }),
      openings: maybeText({ does: 'entries with their salts, which the log must hold', value: 'file' }),
      witness: texts({
        does: 'a witness whose cosignature must be valid if present; may be repeated',
        value: 'key',
      }),
      save: maybeText({
        does: 'save the checkpoint for the next time, if all is well',
        value: 'file',
        isWritten: true,
      }),
    }),
  }),
  checkLog: describeOperation({
    name: 'log.fsck',
    does: 'rebuild the log from its entries, look for what it approves, and list every difference',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  proveEntry: describeOperation({
    name: 'log.prove',
    does: 'prove that an entry is in the log, as a C2SP tlog-proof',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      position: argument(position(), 'position of the entry'),
      bare: flag('leave out the content of the entry'),
      out: maybeText({ does: 'write it to this file instead of the screen', value: 'file', isWritten: true }),
    }),
  }),
  openEntries: describeOperation({
    name: 'log.open',
    does: 'entries with their salts: one party gets its own, an auditor all, padding included',
    kind: 'read',
    roles: ['counsel'],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      party: maybeText({ does: 'the entries about this party' }),
      all: flag('every entry, for an auditor'),
      out: field(z.string(), {
        does: 'the file to write (docs/formats/log.md, "Openings and proofs")',
        value: 'file',
        isWritten: true,
      }),
    }),
  }),
};
