import type { ReactElement } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import type { Section } from '../address/sections.ts';
import { useWords } from '../base/words.ts';

/** What does the work of a section until it has a page. */
const COMMANDS: Readonly<Record<Section, readonly string[]>> = {
  incident: ['candor status'],
  evidence: ['candor check', 'candor evidence'],
  exposure: ['candor explain', 'candor interest'],
  leads: ['candor leads'],
  findings: ['candor findings'],
  parties: ['candor parties', 'candor party'],
  notices: ['candor notice'],
  review: ['candor enrollment', 'candor release'],
  reports: ['candor report'],
  log: ['candor log', 'candor journal'],
};

export function UnbuiltPage({ section }: { readonly section: Section }): ReactElement {
  const { questions, unbuilt } = useWords();
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={questions[section]}>
        {unbuilt.answer}
      </AnswerHeading>
      <p>{unbuilt.instead}</p>
      <ul>
        {COMMANDS[section].map((command) => (
          <li key={command}>
            <code>{command}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
