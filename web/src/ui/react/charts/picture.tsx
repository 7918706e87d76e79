import { type ReactElement, type ReactNode, useState } from 'react';
import { Button } from '../button.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import sheet from './picture.module.css';

/** A picture, and the same numbers as a table one key away. */
export function Picture(props: {
  readonly title: ReactNode;
  readonly legend?: ReactNode;
  readonly picture: ReactNode;
  readonly table: ReactNode;
  readonly words: { readonly asTable: string; readonly asPicture: string };
}): ReactElement {
  const [isTable, setTable] = useState(false);
  useShortcuts({ t: () => setTable(!isTable) });
  return (
    <section>
      <div className={sheet['head']}>
        <h2>{props.title}</h2>
        <span className={sheet['toggle']}>
          <Button kind="link" size="small" onPress={() => setTable(!isTable)}>
            {isTable ? props.words.asPicture : props.words.asTable}
          </Button>{' '}
          <kbd>t</kbd>
        </span>
      </div>
      {isTable ? props.table : props.picture}
      {!isTable && props.legend}
    </section>
  );
}
