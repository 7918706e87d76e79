import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareMsgFiles, compareWithReadpst } from './compare-outlook.ts';
import { type Corpus, countSeparators, type Expected, oneEach, WHOLE } from './corpus.ts';

/** Classes of mail as [MS-OXCMSG] and its neighbours name them: notes, meeting requests and answers, reports. */
const MAIL_CLASS = /^(?:IPM\.Note|IPM\.Schedule\.Meeting|REPORT)(?:\.|$)/i;

const msgReader: Corpus = {
  name: 'msgreader',
  mailboxes: () => [WHOLE],
  expect: (root, paths) => {
    const isMail = (path: string): boolean => {
      const file = join(root, path.replace(/\.msg$/i, '.json'));
      if (!existsSync(file)) return true;
      return MAIL_CLASS.test((JSON.parse(readFileSync(file, 'utf8')) as { messageClass: string }).messageClass);
    };
    const basis =
      'each .msg, less those that the expected parse (.json) gives the class of an appointment, contact or note';
    return new Map(
      oneEach(
        paths.filter((path) => path.endsWith('.msg') && isMail(path)),
        /./,
        basis,
      ),
    );
  },
  explanations: [],
  compare: ({ root, paths, work }) => compareMsgFiles(root, paths, work, {}),
};

/** What readpst finds (`-j 0 -D -t e`); the page compares it again where readpst is installed. */
const READPST_MESSAGES: Readonly<Record<string, number>> = {
  'Outlook/Chunks/Test_part1.pst': 31,
  'Outlook/Outlook.pst': 14,
  'Outlook/Outlook_1.pst': 14,
  'Outlook/SampleOstFile.ost': 87,
  'Outlook/passwordprotectedPST.pst': 18,
  'Outlook/source.pst': 14,
};

const aspose: Corpus = {
  name: 'aspose-net',
  mailboxes: () => [WHOLE],
  expect: (root, paths) =>
    new Map([
      ...oneEach(paths, /\.(?:eml|mhtml)$/, 'each .eml and .mhtml is one message'),
      ...oneEach(paths, /\.msg$/, 'each .msg is one item'),
      ...paths
        .filter((path) => path.endsWith('.mbox'))
        .map((path): [string, Expected] => [
          path,
          { messages: countSeparators(root, path), basis: 'separator lines of the mbox' },
        ]),
      ...Object.entries(READPST_MESSAGES).map(([path, messages]): [string, Expected] => [
        path,
        { messages, basis: 'messages that readpst finds in PST and OST' },
      ]),
    ]),
  explanations: [
    [
      /(?:contact|note|note1|notemessage|task|task1|newgroup|appointment-draft|test meeting)\.msg$/i,
      'no mail by its class: a contact, note, task, distribution list or appointment',
    ],
  ],
  compare: async ({ root, paths, work }) => [
    ...(await compareWithReadpst(join(root, 'Outlook'), work)),
    ...(await compareMsgFiles(root, paths, work, {
      'Email/MSG file with RTF Formatting.msg':
        'an object inside of the text, which one reader takes for an attached message and the other for nameless bytes',
    })),
  ],
};

export const outlookCorpora: readonly Corpus[] = [msgReader, aspose];
