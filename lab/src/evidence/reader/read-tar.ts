import { createLayout, type Layout } from '@candor/core/evidence/container';
import { type ExtractEvents, extract, type Header } from 'tar-stream';
import { type Content, StreamContent } from './content.ts';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { MEMBERS_LIMIT, toMemberPath, toPlacedPath } from './member-names.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

type Entry = ExtractEvents['entry'][1];

interface OpenTar {
  readonly place: ContentPlace;
  readonly layout: Layout;
  /** These bytes belong to members that were not reached yet. */
  rest: number;
  readonly seen: Set<string>;
  readonly tally: Tally;
}

/**
 * Reads a tar like a folder at its place, in two passes: names first, so that Maildirs are known before their messages
 * are read.
 */
export async function readTar(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  const open: OpenTar = {
    place,
    ...(await listMembers(await content.reopen(), place)),
    seen: new Set(),
    tally,
  };
  let broken: unknown = null;
  try {
    for await (const entry of openTar(content.chunks())) await readMember(reading, entry, open);
  } catch (cause) {
    broken = cause;
  }
  await content.drain();
  tally.structure += Math.max(0, content.size - tally.quarantined);
  // A bomb is reported as such: the tar itself may be intact.
  if (broken === null || content.broken instanceof UnpackLimit) return;
  const text = 'The tar is truncated or damaged. The members before were read. Get a complete copy.';
  reading.addProblem('truncated', place.location, text);
}

async function listMembers(content: Content, place: ContentPlace): Promise<Pick<OpenTar, 'layout' | 'rest'>> {
  let rest = 0;
  const files: string[] = [];
  const folders: string[] = [];
  try {
    for await (const entry of openTar(content.chunks())) {
      const path = toMemberPath(entry.header.name);
      entry.resume();
      rest += entry.header.size;
      if (path === null || files.length + folders.length >= MEMBERS_LIMIT) continue;
      (entry.header.type === 'directory' ? folders : files).push(toPlacedPath(place.placement.folder, path));
    }
  } catch {
    // The second pass meets the same damage and says so.
  } finally {
    content.close();
  }
  return { layout: createLayout(files, folders), rest };
}

/** The library takes bytes only as fast as entries are read. Chunks are copied, for it holds on to them. */
function openTar(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncIterable<Entry> {
  const tar = extract();
  void feed(tar, chunks);
  return tar;
}

async function feed(tar: ReturnType<typeof extract>, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (tar.destroyed) return;
      if (tar.write(Buffer.from(chunk))) continue;
      await new Promise<void>((resolve) => {
        tar.once('drain', () => resolve());
        tar.once('close', () => resolve());
      });
    }
    tar.end(null);
  } catch (cause) {
    tar.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  }
}

async function readMember(reading: Reading, entry: Entry, open: OpenTar): Promise<void> {
  const { place, layout, seen, tally, rest } = open;
  const header = entry.header;
  open.rest -= header.size;
  const path = toMemberPath(header.name);
  const location = `${place.location}!${path ?? header.name}`;
  const refused = refuseMember(header, path, seen);
  if (header.type === 'directory' || refused !== null || path === null) {
    if (refused !== null) reading.addProblem(refused.code, location, refused.text);
    if (header.type !== 'directory') reading.quarantine(tally, entry.offset, header.size, 'a member that was not read');
    entry.resume();
    return;
  }
  seen.add(path);
  const member: ContentPlace = {
    location,
    members: [...place.members, path],
    placement: layout.place(toPlacedPath(place.placement.folder, path)),
    budget: place.budget.openStored(header.size, rest),
  };
  const stream = (): Promise<AsyncIterable<Buffer>> => Promise.resolve(entry as unknown as AsyncIterable<Buffer>);
  await reading.readLayer(reading, await StreamContent.open(stream, reading.spool), member);
}

function refuseMember(
  header: Header,
  path: string | null,
  seen: ReadonlySet<string>,
): { readonly code: string; readonly text: string } | null {
  if (header.type === 'directory') return null;
  if (path === null) {
    return {
      code: 'unsafe-name',
      text: 'The name of this member points outside the archive; it was not read. Unpack it by hand if it is genuine.',
    };
  }
  if (header.type !== 'file' && header.type !== 'contiguous-file') {
    return {
      code: 'link-in-archive',
      text: 'This member is a link or a device; it was not followed.',
    };
  }
  if (seen.has(path)) {
    return {
      code: 'repeated-name',
      text: 'The archive has two members of this name; only the first was read.',
    };
  }
  if (seen.size >= MEMBERS_LIMIT) {
    return {
      code: 'too-many-members',
      text: `The archive has more than ${MEMBERS_LIMIT} members; unpack it first.`,
    };
  }
  return null;
}
