const CHANNEL = 'candor-reviewer';

/** What tabs of this app tell each other. Each tab has keys of its own; the session, being a cookie, is one for all. */
export type TabMessage =
  | { readonly is: 'active' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'signed-in'; readonly reviewer: string };

export interface OtherTabs {
  tell(message: TabMessage): void;
  close(): void;
}

export function listenToOtherTabs(listen: (message: TabMessage) => void): OtherTabs {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listen(data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
