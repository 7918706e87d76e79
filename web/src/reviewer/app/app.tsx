import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, Suspense, useState } from 'react';
import { SessionProvider } from '../session/session-context.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { KeyZoneProvider } from './key-zone-context.tsx';
import { LanguageProvider } from './language-context.tsx';
import { ReleaseProvider } from './release-context.tsx';
import { makeAppRouter } from './router.tsx';
import { SettingsProvider } from './settings-context.tsx';

/** What every page stands on, from the outside in: language, settings, keys, session, addresses. */
export function App(): ReactElement {
  const [router] = useState(() => makeAppRouter());
  return (
    <LanguageProvider>
      <Suspense fallback={null}>
        <FaultBoundary>
          <SettingsProvider>
            <KeyZoneProvider>
              <SessionProvider>
                <ReleaseProvider>
                  <RouterProvider router={router} />
                </ReleaseProvider>
              </SessionProvider>
            </KeyZoneProvider>
          </SettingsProvider>
        </FaultBoundary>
      </Suspense>
    </LanguageProvider>
  );
}
