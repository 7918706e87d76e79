import { type CorpusFiles, putFile } from '../files.ts';
import { ADDRESS_CASES } from './address-cases.ts';
import { HEADER_CASES } from './header-cases.ts';
import type { MessageCase } from './message-case.ts';
import { STRUCTURE_CASES } from './structure-cases.ts';
import { WORD_CASES } from './word-cases.ts';

const GROUPS: readonly (readonly [title: string, cases: readonly MessageCase[]])[] = [
  ['Fields, dates, ids, line ends', HEADER_CASES],
  ['Addresses', ADDRESS_CASES],
  ['Encoded words', WORD_CASES],
  ['Structure, transfer encodings, charsets', STRUCTURE_CASES],
];

const INTRODUCTION = `# Malformed and hostile messages

Each file is one message of our own making. A reader must take every one of them without crashing, hanging or losing a byte. Larger ones (2 GB,
100,000 parts, 1,000,000 fields, a line without end) are made at test time by \`corpus/generate/messages/huge.ts\`. A bug that was found with a
message becomes a file here, with its reason.
`;

export function putMessages(files: CorpusFiles): void {
  const sections = GROUPS.map(([title, cases]) => {
    for (const { file, bytes } of cases) putFile(files, `messages/${file}`, bytes);
    const rows = cases.map(({ file, reason }) => `| \`${file}\` | ${reason} |`);
    return `\n## ${title}\n\n| file | why it is here |\n|---|---|\n${rows.join('\n')}\n`;
  });
  putFile(files, 'messages/README.md', INTRODUCTION + sections.join(''));
}
