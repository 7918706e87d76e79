import { z } from 'zod';
import { argument, field, fileWritten, flag, maybeText, optionalText, wholeNumber } from './field.ts';
import { describeOperation, type OperationContract } from './operation.ts';

/** scrypt below 2^10 is no protection at all, above 2^22 it takes minutes. */
const WORK = { least: 10, most: 22 };

const passphraseFile = (does: string) => optionalText({ does, value: 'file' });

const workFactor = (does: string) =>
  field(wholeNumber(`a whole number from ${WORK.least} to ${WORK.most} is needed`, WORK).optional(), {
    does,
    value: 'number',
  });

const ownPassphrase = () =>
  passphraseFile('a file with the passphrase of your key in its first line; without it you are asked');

const ownKey = () => field(z.string(), { does: 'your key file', value: 'file' });

const newKey = () => ({
  passphraseFile: ownPassphrase(),
  workFactor: workFactor("base-2 logarithm of scrypt's cost for a new key (age's own: 18)"),
});

const madeKey = () => fileWritten('your key file; it is made if it does not exist');

const portal = (does = 'the portal that the notice leads to') => field(z.string(), { does, value: 'url' });

/** What people of a party do on their own machine. */
function describeOwn<Shape extends z.ZodRawShape>(
  name: string,
  does: string,
  shape: Shape,
): OperationContract<z.ZodObject<Shape>> {
  return describeOperation({ name, does, kind: 'local', roles: ['viewer'], input: z.object(shape) });
}

/** For the people of a party: no state, no browser. */
export const reviewerOperations = {
  key: describeOwn('reviewer.key', 'for reviewers: make your keys, and show the public ones', {
    out: fileWritten('the file for your key; nobody else may have it'),
    passphraseFile: passphraseFile('a file with the passphrase in its first line; without it you are asked'),
    workFactor: workFactor("base-2 logarithm of scrypt's cost (age's own: 18)"),
  }),
  enroll: describeOwn('enroll', 'for reviewers: request to read your own mail, without a browser', {
    portal: portal(),
    key: madeKey(),
    code: maybeText({ does: 'the code of your notice; it stays on this machine' }),
    domain: maybeText({ does: 'your domain, the one that the notice was issued to' }),
    proof: field(z.enum(['dns', 'mailbox', 'nomination']).default('dns'), {
      does: 'your proof: DNS of the domain, one mailbox that got the code, or a nomination',
      value: 'kind',
      isListed: true,
    }),
    name: maybeText({ does: 'yours' }),
    address: maybeText({ does: 'your mail address; with --proof mailbox the one that got the code' }),
    status: flag('show the state of your request, instead of sending one'),
    ...newKey(),
  }),
  enquire: describeOwn('enquire', 'ask whether mail of your domain is affected, if you got no notice', {
    portal: portal('the portal, as the web site of the organization names it'),
    key: madeKey(),
    domain: field(z.string(), { does: 'yours' }),
    code: maybeText({
      does: 'the code of a notice, if you have one: the portal then does not limit you like a stranger',
    }),
    name: maybeText({ does: 'yours' }),
    address: maybeText({ does: 'your mail address' }),
    answer: flag('fetch the answer, instead of sending a request'),
    ...newKey(),
  }),
  download: describeOwn(
    'download',
    'for reviewers: fetch the newest release from the portal, without a browser; `candor open` opens it',
    {
      portal: portal(),
      key: ownKey(),
      out: fileWritten('a new file, release.candor'),
      passphraseFile: ownPassphrase(),
    },
  ),
  open: describeOwn('open', 'for reviewers: verify a release and open its messages, without any server', {
    release: argument(z.string(), 'the file that you received, release.candor'),
    key: ownKey(),
    fingerprint: field(
      z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[0-9a-f]{4}(-[0-9a-f]{4}){7}$/, { error: 'eight groups of four characters 0-9 a-f, with - between' }),
      { does: "fingerprint of the organization's keys: in your notice, and in DNS", value: 'groups' },
    ),
    out: field(z.string(), { does: 'a new folder for the messages', value: 'dir', isWritten: true }),
    passphraseFile: ownPassphrase(),
  }),
};
