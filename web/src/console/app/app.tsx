import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, Suspense, useState } from 'react';
import { loadConsoleCatalogue } from '../../i18n/console-catalogue.ts';
import { FaultBoundary } from '../../ui/react/fault-boundary.tsx';
import { LanguageProvider } from '../../ui/react/language.tsx';
import { type Desk, DeskProvider } from '../desk/desk.tsx';
import { FaultPage } from './fault-page.tsx';
import { makeConsoleRouter } from './router.tsx';

/** Providers of every page, outermost first. */
export function App({ desk }: { readonly desk: Promise<Desk> }): ReactElement {
  const [router] = useState(() => makeConsoleRouter());
  return (
    <LanguageProvider load={loadConsoleCatalogue}>
      <Suspense fallback={null}>
        <FaultBoundary show={(fault) => <FaultPage fault={fault} />}>
          <DeskProvider desk={desk}>
            <RouterProvider router={router} />
          </DeskProvider>
        </FaultBoundary>
      </Suspense>
    </LanguageProvider>
  );
}
