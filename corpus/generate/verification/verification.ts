import { type CorpusFiles, putFile } from '../files.ts';
import { FORGED_HTML } from './forged-html.ts';
import { FORGED_MESSAGES } from './forged-messages.ts';
import { FORGED_WORDS } from './forged-words.ts';
import { HARMLESS } from './harmless.ts';
import { caseNotice } from './notice.ts';
import type { VerificationCase } from './verification-case.ts';

const INTRODUCTION = `# Received notices

One fictional notice, and the changes it may go through on its way. \`notice.json\` holds what was issued; every other file is what somebody received. \`cases.json\`
says which answer a check must give (docs/formats/verify-site.md) and what it must name. When another forgery, or another harmless change, is found, add a file
here.
`;

const SETS: readonly (readonly [
  folder: 'forgeries' | 'harmless',
  title: string,
  cases: readonly VerificationCase[],
])[] = [
  ['forgeries', 'Forgeries', [...FORGED_WORDS, ...FORGED_HTML, ...FORGED_MESSAGES]],
  ['harmless', 'What relays, lists and forwarders do', HARMLESS],
];

export function putVerification(files: CorpusFiles): void {
  const cases: object[] = [];
  const sections = SETS.map(([folder, title, members]) => {
    const rows = members.map(({ bytes, name, as = 'eml', named = [], notes = [], why, ...rest }) => {
      const file = `${folder}/${name}.${as}`;
      putFile(files, `verification/${file}`, bytes);
      cases.push({ file, why, ...rest, named, notes });
      return `| \`${name}.${as}\` | ${why} | ${rest.answer} | ${[...named, ...notes].join(', ')} |`;
    });
    return `\n## ${title}\n\n| file | what was done | answer | named |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  putFile(files, 'verification/README.md', INTRODUCTION + sections.join(''));
  putFile(files, 'verification/cases.json', `${JSON.stringify(cases, null, 2)}\n`);
  putFile(files, 'verification/notice.json', `${JSON.stringify(caseNotice, null, 2)}\n`);
}
