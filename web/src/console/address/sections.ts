/** In the order of the work. */
export const SECTIONS = [
  'incident',
  'evidence',
  'exposure',
  'leads',
  'findings',
  'parties',
  'notices',
  'review',
  'reports',
  'log',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Addresses after the `#`: no server sees them. Filters are ids and kinds, never typed words or names. */
export const SECTION_PATHS = {
  incident: '/',
  evidence: '/evidence',
  exposure: '/exposure',
  leads: '/leads',
  findings: '/findings',
  parties: '/parties',
  notices: '/notices',
  review: '/review',
  reports: '/reports',
  log: '/log',
} as const satisfies Readonly<Record<Section, string>>;

/** One wave, named behind the `?`: `wave=3`. */
export const WAVE_PATH = '/notices/wave';

export const SETTINGS_PATH = '/settings';
/** Begins an incident. */
export const FIRST_USE_PATH = '/new';

export const toHref = (path: string): string => `#${path}`;

/** The section that an address belongs to, its inner pages included. */
export function findSection(pathname: string): Section | null {
  return (
    SECTIONS.find((section) => {
      const path = SECTION_PATHS[section];
      return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`));
    }) ?? null
  );
}
