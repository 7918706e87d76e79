import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { CommandPalette } from '../../../ui/react/command-palette.tsx';
import { paths, SECTIONS } from '../address/paths.ts';
import { useWords } from '../base/language-context.tsx';

/** Ctrl K: the pages by name. */
export function GoTo(): ReactElement {
  const words = useWords('shared');
  const navigate = useNavigate();
  const pages = [
    ...SECTIONS.map((section) => ({ path: paths[section], name: words.sections[section] })),
    { path: paths.account, name: words.account },
  ];
  const commands = pages.map(({ path, name }) => ({
    id: path,
    name,
    href: `#${path}`,
    run: () => void navigate({ to: path }),
  }));
  return <CommandPalette words={words.goTo} commands={commands} />;
}
