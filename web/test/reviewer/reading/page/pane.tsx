// First, as in the app: what follows would make code of text.
import '../../../../src/reviewer/pages/app/no-generated-code.ts';
import type { IndexedMessage } from '@candor/core/review/seal';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../../src/reviewer/reviewer.css';
import { KeyWorker } from '../../../../src/reviewer/bridge/key-worker.ts';
import type { FromWorker, ToWorker } from '../../../../src/reviewer/bridge/protocol.ts';
import { GivenKeyWorker } from '../../../../src/reviewer/pages/base/key-worker-context.tsx';
import { LanguageProvider } from '../../../../src/reviewer/pages/base/language-context.tsx';
import { GivenSettings } from '../../../../src/reviewer/pages/base/settings-context.tsx';
import { ReadingPane } from '../../../../src/reviewer/pages/reading/reading-pane.tsx';

/** A message that the key worker of this page has. */
interface Given {
  readonly indexed: IndexedMessage;
  readonly bytes: Uint8Array;
}

const messages = new Map<string, Given>();

/** A key worker that has the messages which a test gave, and fails for every other as the real one does. */
function makeWorker(): KeyWorker {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const answer = (message: FromWorker): void => {
    for (const listener of listeners) setTimeout(() => listener({ data: message }), 0);
  };
  return new KeyWorker({
    addEventListener: (_kind, listener) => listeners.push(listener),
    postMessage: (sent) => {
      const message = sent as ToWorker;
      if (!('call' in message)) return;
      const { call, name } = message;
      const given = messages.get((message.ask as { readonly id: string }).id);
      if (name === 'indexed-message') answer({ call, answer: given?.indexed ?? null });
      else if (given === undefined) answer({ call, flaw: 'damaged-object' });
      else answer({ call, answer: { bytes: given.bytes } });
    },
  });
}

const settings = {
  incident: 'harbor-2001',
  organization: 'Harbor Energy',
  domain: 'harbor.example',
  portal: 'https://review.harbor.example',
  passkeys: 'harbor.example',
  page: 'harbor.example/notice',
  log: 'harbor.example/log',
  telephone: null,
  report: null,
  waitSeconds: 259_200,
  app: '0'.repeat(64),
};

const root = createRoot(document.getElementById('place') ?? document.body);
const keyWorker = makeWorker();

function show(id: string): void {
  root.render(
    <StrictMode>
      <Suspense>
        <LanguageProvider>
          <GivenSettings settings={settings}>
            <GivenKeyWorker keyWorker={keyWorker}>
              <h1 className="unseen">Messages</h1>
              <ReadingPane key={id} id={id} />
            </GivenKeyWorker>
          </GivenSettings>
        </LanguageProvider>
      </Suspense>
    </StrictMode>,
  );
}

function give(id: string, indexed: IndexedMessage, base64: string): void {
  messages.set(id, { indexed, bytes: Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)) });
}

Object.assign(globalThis, { pane: { give, show } });
