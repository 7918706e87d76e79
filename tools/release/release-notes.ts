/**
 * What CHANGELOG says of a version: the text of its tag. @throws Error where the version has no section, or an empty
 * one
 */
export function readReleaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((one) => one.startsWith(`[${version}]`));
  const notes = section?.split('\n').slice(1).join('\n').trim() ?? '';
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}: give it a section "## [${version}]"`);
  return `# Candor ${version}\n\n${notes}\n`;
}
