import type { OmittedKind, RemoteKind } from '../protocol.ts';
import type { RemoteCount } from './remote-content.ts';
import { countHandlers, isForm, listElements } from './unclobbered.ts';

/** What HTML would have done: counted in a document without a window, before anything is removed. */
export interface Survey {
  readonly leftOut: Readonly<Record<OmittedKind, number>>;
  readonly css: string;
}

/** Omitted elements, by what they are to a reader. */
const LEFT_OUT = new Map<string, OmittedKind>([
  ['script', 'script'],
  ['input', 'form'],
  ['button', 'form'],
  ['select', 'form'],
  ['textarea', 'form'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['object', 'frame'],
  ['embed', 'frame'],
  ['applet', 'frame'],
  ['portal', 'frame'],
  ['fencedframe', 'frame'],
  ['svg', 'drawing'],
  ['math', 'drawing'],
  ['canvas', 'drawing'],
  ['audio', 'media'],
  ['video', 'media'],
]);

/** What an address in this element would have fetched. */
const KINDS = new Map<string, RemoteKind>([
  ['img', 'picture'],
  ['image', 'picture'],
  ['feimage', 'picture'],
  ['input', 'picture'],
  ['body', 'picture'],
  ['table', 'picture'],
  ['td', 'picture'],
  ['th', 'picture'],
  ['tr', 'picture'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
  ['bgsound', 'media'],
  ['iframe', 'frame'],
  ['frame', 'frame'],
  ['object', 'frame'],
  ['embed', 'frame'],
  ['applet', 'frame'],
]);
/** Attributes that are fetched automatically. */
const FETCHED = ['src', 'background', 'poster', 'data', 'dynsrc', 'lowsrc', 'code', 'codebase', 'archive', 'manifest'];
const OVERLAY = /position\s*:\s*(?:fixed|absolute|sticky)/i;

export function survey(document: Document, remote: RemoteCount): Survey {
  const leftOut: Record<OmittedKind, number> = {
    script: 0,
    form: 0,
    frame: 0,
    drawing: 0,
    media: 0,
    refresh: 0,
    overlay: 0,
    picture: 0,
  };
  const sheets: string[] = [];
  for (const element of listElements(document)) {
    leftOut.script += countHandlers(element);
    if (isForm(element)) continue;
    const name = element.localName.toLowerCase();
    const kind = LEFT_OUT.get(name);
    if (kind !== undefined) leftOut[kind] += 1;
    if (name === 'meta' && /refresh/i.test(element.getAttribute('http-equiv') ?? '')) leftOut.refresh += 1;
    if (name === 'style') sheets.push(element.textContent);
    if (name === 'link') countLink(element, remote);
    countFetched(element, name, remote);
    const style = element.getAttribute('style');
    if (style === null) continue;
    remote.addStyle(style);
    if (OVERLAY.test(style)) leftOut.overlay += 1;
  }
  const css = sheets.join('\n');
  remote.addStyle(css);
  return { leftOut, css };
}

function countFetched(element: Element, name: string, remote: RemoteCount): void {
  const isInMedia = name === 'source' && /^(?:audio|video)$/.test(element.parentElement?.localName ?? '');
  const kind = name === 'source' ? (isInMedia ? 'media' : 'picture') : (KINDS.get(name) ?? 'other');
  for (const attribute of FETCHED) {
    const address = element.getAttribute(attribute);
    if (address !== null) remote.add(attribute === 'poster' || attribute === 'background' ? 'picture' : kind, address);
  }
  const linked = element.namespaceURI?.endsWith('/svg') === true && name !== 'a';
  if (linked) remote.add(kind, element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '');
  const set = element.getAttribute('srcset') ?? element.getAttribute('imagesrcset');
  if (set !== null)
    for (const candidate of set.split(',')) remote.add('picture', candidate.trim().split(/\s/)[0] ?? '');
}

function countLink(element: Element, remote: RemoteCount): void {
  const relation = element.getAttribute('rel')?.toLowerCase() ?? '';
  remote.add(relation.includes('stylesheet') ? 'style' : 'other', element.getAttribute('href') ?? '');
}
