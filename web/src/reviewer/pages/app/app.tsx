import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, Suspense, useState } from 'react';
import { KeyWorkerProvider } from '../base/key-worker-context.tsx';
import { LanguageProvider } from '../base/language-context.tsx';
import { SettingsProvider } from '../base/settings-context.tsx';
import { ReleaseProvider } from '../release/release-context.tsx';
import { SessionProvider } from '../session/session-context.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { makeAppRouter } from './router.tsx';

/** Providers of every page, outermost first: language, settings, keys, session, addresses. */
export function App({ worker }: { readonly worker: string }): ReactElement {
  const [router] = useState(() => makeAppRouter());
  return (
    <LanguageProvider>
      <Suspense fallback={null}>
        <FaultBoundary>
          <SettingsProvider>
            <KeyWorkerProvider worker={worker}>
              <SessionProvider>
                <ReleaseProvider>
                  <RouterProvider router={router} />
                </ReleaseProvider>
              </SessionProvider>
            </KeyWorkerProvider>
          </SettingsProvider>
        </FaultBoundary>
      </Suspense>
    </LanguageProvider>
  );
}
