/** How a call ended: `taken` by a reply of success; else why not, in one line without anything of the address. */
export type WebhookOutcome = { readonly is: 'taken' | 'refused' | 'failed'; readonly reply: string };

/** A receiver that only queues what it gets answers at once. */
const CALL_MS = 30_000;
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{1,40}$/;

/**
 * Posts one JSON document. The id says to the receiver which calls repeat each other. A redirect is not followed: it
 * would lead the token elsewhere. Never throws for what the network or the receiver does.
 */
export async function postWebhook(
  url: string,
  id: string,
  document: string,
  token: string | null,
  timeoutMs: number = CALL_MS,
): Promise<WebhookOutcome> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: document,
    });
    await reply.body?.cancel();
    return { is: reply.ok ? 'taken' : 'refused', reply: `HTTP ${reply.status}` };
  } catch (cause) {
    return { is: 'failed', reply: toReason(cause) };
  }
}

function toReason(cause: unknown): string {
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'no reply in time';
  const inner = cause instanceof Error ? cause.cause : null;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return SYSTEM_CODE.test(code) ? `no reply (${code})` : 'no reply';
}
