/** Target of an export's chunks: either complete, or nothing remains. */
export interface SavedFile {
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

/** 64 MiB: the browser moves blobs to disk, so only this much is in memory. */
const JOINED_BYTES = 64 * 1024 * 1024;

/** Not yet in every browser with the dialog. */
type RemovableHandle = FileSystemFileHandle & { readonly remove?: () => Promise<void> };

type SavePicker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/**
 * Asks for a place to write directly to disk (File System Access), otherwise collects the file and downloads it.
 * @returns null when the person closed the dialog
 */
export async function openSavedFile(name: string, type: string): Promise<SavedFile | null> {
  const picker = (window as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
  if (picker === undefined) return makeDownload(name, type);
  try {
    const handle = await picker({ suggestedName: name });
    const stream = await handle.createWritable();
    return {
      write: (chunk) => stream.write(chunk),
      close: () => stream.close(),
      abandon: async () => {
        await stream.abort();
        // The dialog created an empty file; an existing file stays unchanged.
        if ((await handle.getFile()).size === 0) await (handle as RemovableHandle).remove?.();
      },
    };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    // A browser that offers the dialog but forbids it: in a frame, or by policy.
    return makeDownload(name, type);
  }
}

function makeDownload(name: string, type: string): SavedFile {
  let joined: Blob[] = [];
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  const join = (): void => {
    joined.push(new Blob(loose));
    [loose, looseBytes] = [[], 0];
  };
  return {
    write: async (chunk) => {
      loose.push(chunk);
      looseBytes += chunk.length;
      if (looseBytes >= JOINED_BYTES) join();
    },
    close: async () => {
      join();
      download(new Blob(joined, { type }), name);
      joined = [];
    },
    abandon: async () => {
      [joined, loose] = [[], []];
    },
  };
}

/** A minute: some browsers read the address late, when the download starts. */
const ADDRESS_LIFE_MS = 60_000;

/** Downloads with a file name of ours. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFE_MS);
}
