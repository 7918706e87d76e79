/** Names of the small files of a release (docs/formats/release.md). */
export const releasePapers = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof'] as const;
export type ReleasePaper = (typeof releasePapers)[number];
