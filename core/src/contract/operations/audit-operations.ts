import { z } from 'zod';
import { argument, field, maybeNumber, maybeText, wholeNumber, workers } from './field.ts';
import { describeOperation, LOCAL_FILE } from './operation.ts';

/** scrypt below 2^10 is no protection at all, above 2^22 it takes minutes. */
const WORK_FACTORS = { least: 10, most: 22 };

/** A wave for an auditor, and what an auditor finds. */
export const auditOperations = {
  exportAudit: describeOperation({
    name: 'audit.export',
    does: 'write one sealed file with everything that a wave follows from besides the evidence',
    kind: 'read',
    roles: ['counsel'],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      wave: maybeNumber({ isArgument: true, does: 'its number (default: the newest)' }),
      out: field(z.string(), { does: 'the file to write', value: 'file', isWritten: true }),
      recipient: maybeText({
        does: "the auditor's recipient, as age-keygen prints it; without it a passphrase seals",
        value: 'age1…',
      }),
      passphraseFile: maybeText({
        does: 'a file with the passphrase in its first line; without it you are asked',
        value: 'file',
      }),
      workFactor: field(
        wholeNumber(`a whole number from ${WORK_FACTORS.least} to ${WORK_FACTORS.most} is needed`, WORK_FACTORS)
          .nullable()
          .default(null),
        { does: 'cost of the passphrase, a power of two', value: 'n' },
      ),
    }),
  }),
  checkAudit: describeOperation({
    name: 'audit.check',
    does: 'run and prepare the wave again in an empty folder, and name each difference',
    kind: 'local',
    roles: [],
    terminalOnly: LOCAL_FILE,
    input: z.object({
      file: argument(z.string(), 'what `candor audit export` wrote'),
      evidence: field(z.string(), { does: 'the evidence, as the folder of the incident file had it', value: 'dir' }),
      key: maybeText({ does: 'your age key file; without it a passphrase is asked for', value: 'file' }),
      passphraseFile: maybeText({ does: 'a file with the passphrase in its first line', value: 'file' }),
      log: maybeText({ does: 'the site as downloaded: the log must hold the entries of the wave', value: 'dir' }),
      work: maybeText({
        does: 'an empty folder for the computed state, which then stays',
        value: 'dir',
        isWritten: true,
      }),
      workers: workers(2, 'reader processes', 'n'),
    }),
  }),
};
