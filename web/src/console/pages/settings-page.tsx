import type { ReactElement } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import { LanguageChoices, ThemeChoices } from '../../ui/react/preferences.tsx';
import { useWords } from '../base/words.ts';

/** What this browser keeps for its reader: language and colours. */
export function SettingsPage(): ReactElement {
  const { settings } = useWords();
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={settings.question}>
        {settings.title}
      </AnswerHeading>
      <LanguageChoices legend={settings.language} />
      <ThemeChoices legend={settings.theme} names={settings.themes} />
    </div>
  );
}
