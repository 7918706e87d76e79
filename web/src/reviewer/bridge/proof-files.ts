/** The small files of a release: with them anyone can check what the figures rest on (docs/formats/release.md). */
export interface ProofFiles {
  readonly 'manifest.json': string;
  readonly 'approvals.json': string;
  readonly 'keys.json': string;
  readonly 'log.proof': string;
}
