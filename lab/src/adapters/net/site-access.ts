import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { SiteAccess } from '@candor/core/verify';
import { readFileIfAny } from '../files/durable-file.ts';

/** A bucket, a checkpoint or a key set has far less. */
const fileBytes = 8 * 1024 * 1024;
const answerMs = 20_000;
const notFound = 404;

/** The files of a site that was downloaded. Only names below its folder are read. */
export function openDownloadedSite(folder: string): SiteAccess {
  return async (path) => (path.split('/').includes('..') ? null : readFileIfAny(join(folder, path)));
}

/**
 * A site's files over https (plain http only on this machine): no redirect, no cookie, only the file's name is sent.
 * @throws Refusal when the host answers with anything but a file.
 */
export function openServedSite(address: URL): SiteAccess {
  return async (path) => {
    const url = new URL(`/${path}`, address.origin);
    let response: Response;
    try {
      response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(answerMs) });
    } catch (cause) {
      throw new Refusal('site-silent', [
        `${url}: no answer (${toReason(cause)}); this says nothing about the notice. Ask DNS, or call the organization at a number you know`,
      ]);
    }
    if (response.status === notFound) return null;
    const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    if (bytes !== null && bytes.length <= fileBytes) return bytes;
    throw new Refusal('site-silent', [
      `${url}: the host answered ${response.ok ? 'with too many bytes' : response.status}; this says nothing about the notice`,
    ]);
  };
}

/** An address under which a site may be asked, or null. */
export function readSiteAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) return null;
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere) ? url : null;
}

function toReason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
