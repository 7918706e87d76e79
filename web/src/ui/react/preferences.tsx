import { LANGUAGE_NAMES } from '@candor/core/base';
import { LANGUAGES } from '@candor/core/notice/text';
import { type ReactElement, useState } from 'react';
import { keepTheme, readKeptTheme, THEMES, type Theme } from '../theme.ts';
import { useLanguage } from './language.tsx';
import styles from './preferences.module.css';

/** Each language in its own name. */
export function LanguageChoices({ legend }: { readonly legend: string }): ReactElement {
  const { language, setLanguage } = useLanguage();
  return (
    <fieldset className={styles['choices']}>
      <legend>{legend}</legend>
      {LANGUAGES.map((each) => (
        <label key={each} lang={each}>
          <input type="radio" name="language" checked={each === language} onChange={() => setLanguage(each)} />{' '}
          {LANGUAGE_NAMES[each]}
        </label>
      ))}
    </fieldset>
  );
}

export function ThemeChoices(props: {
  readonly legend: string;
  readonly names: Readonly<Record<Theme, string>>;
}): ReactElement {
  const [theme, setTheme] = useState(readKeptTheme);
  const choose = (each: Theme): void => {
    keepTheme(each);
    setTheme(each);
  };
  return (
    <fieldset className={styles['choices']}>
      <legend>{props.legend}</legend>
      {THEMES.map((each) => (
        <label key={each}>
          <input type="radio" name="theme" checked={each === theme} onChange={() => choose(each)} /> {props.names[each]}
        </label>
      ))}
    </fieldset>
  );
}
