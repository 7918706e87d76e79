/** The files of the corpus: path below `corpus/` and bytes. Nothing touches the disk before `corpus.ts` writes them. */
export type CorpusFiles = Map<string, Uint8Array>;

/** Adds one file; two files of one name are a mistake of the generator. */
export function putFile(files: CorpusFiles, path: string, content: string | Uint8Array): void {
  if (files.has(path)) throw new Error(`generated twice: ${path}`);
  files.set(path, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
}
