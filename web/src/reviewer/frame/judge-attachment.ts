import type { ReadAttachment } from './protocol.ts';

/** Warnings before saving an attachment; each has a sentence in `words/`. */
export const ATTACHMENT_WARNINGS = [
  'program',
  'active',
  'macros',
  'archive',
  'mismatch',
  'hidden-name',
  'two-endings',
] as const;
export type AttachmentWarning = (typeof ATTACHMENT_WARNINGS)[number];

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const PROGRAMS = list(
  `action app appimage appref-ms apk bat bin chm cmd com command cpl deb dll dmg exe gadget hlp hta img inf ins iso jar jnlp js jse jsp lnk mpkg msc msi msix
  msp mst one osx out paf pif pkg ps1 ps2 psc1 psm1 py pyc pyw rb reg rpm run scf scr sct settingcontent-ms sh shb shs sys udf url vb vbe vbs vhd vhdx wasm
  website workflow ws wsc wsf wsh xbap xll`,
);
const ACTIVE = list('htm html shtml xhtml xht svg svgz mht mhtml xml xsl swf pdf rtf');
const MACROS = list(
  'doc docm dot dotm xls xlsm xlsb xlt xltm xlam ppt pptm pps ppsm pot potm ppam mdb accdb pub odt ods odp',
);
const ARCHIVES = list('zip rar 7z gz tgz tar bz2 xz zst cab arj lzh ace z');
const PROGRAM_TYPES = list('application/x-msdownload application/x-elf');
const ACTIVE_TYPES = list('text/html application/pdf application/rtf');
const ARCHIVE_TYPES = list('application/zip application/gzip application/x-7z-compressed application/vnd.rar');

/** Extensions that match a content type. Other content may have any extension not listed here. */
const ENDINGS = new Map<string, ReadonlySet<string>>([
  ['application/pdf', list('pdf')],
  ['image/png', list('png')],
  ['image/jpeg', list('jpg jpeg jpe jfif')],
  ['image/gif', list('gif')],
  ['image/tiff', list('tif tiff')],
  ['application/x-msdownload', list('exe dll scr sys cpl com ocx')],
  ['application/gzip', list('gz tgz svgz')],
  ['application/x-7z-compressed', list('7z')],
  ['application/vnd.rar', list('rar')],
  ['application/rtf', list('rtf doc')],
  [
    'application/zip',
    list('zip docx docm dotx xlsx xlsm xlsb pptx pptm ppsx odt ods odp odg jar apk epub xpi kmz vsdx msix'),
  ],
  ['application/x-ole-storage', list('doc dot xls xlt ppt pps pot msg msi msp vsd mdb pub db')],
]);
const ALL_ENDINGS: ReadonlySet<string> = new Set([...ENDINGS.values()].flatMap((endings) => [...endings]));
/** Characters that change the reading direction or are invisible. */
const HIDING = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|\s{4}/u;

/** Judges name, declared type and content together; the sender's claims are not trusted. */
export function judgeAttachment({
  name,
  declared,
  found,
}: Pick<ReadAttachment, 'name' | 'declared' | 'found'>): readonly AttachmentWarning[] {
  const [ending = '', before = ''] = name
    .toLowerCase()
    .split('.')
    .slice(1)
    .reverse()
    .map((part) => part.trim());
  const warnings: AttachmentWarning[] = [];
  if (PROGRAM_TYPES.has(found) || PROGRAMS.has(ending)) warnings.push('program');
  else if (ACTIVE_TYPES.has(found) || ACTIVE.has(ending)) warnings.push('active');
  else if (found === 'application/x-ole-storage' || MACROS.has(ending)) warnings.push('macros');
  else if (ARCHIVES.has(ending) || (ARCHIVE_TYPES.has(found) && !ENDINGS.get('application/zip')?.has(ending)))
    warnings.push('archive');
  if (isMismatch(ending, declared, found)) warnings.push('mismatch');
  if (HIDING.test(name)) warnings.push('hidden-name');
  if (before !== '' && ALL_ENDINGS.has(before) && ending !== before && PROGRAMS.has(ending))
    warnings.push('two-endings');
  return warnings;
}

/** Whether name or declared type contradict the content. */
function isMismatch(ending: string, declared: string, found: string): boolean {
  const endings = ENDINGS.get(found);
  if (ending !== '' && endings !== undefined && !endings.has(ending)) return true;
  if (endings === undefined && ALL_ENDINGS.has(ending) && ending !== 'com' && ending !== 'db') return true;
  const isDeclaredPicture = declared.startsWith('image/') && ENDINGS.has(declared);
  return isDeclaredPicture && declared !== found && !(declared === 'image/jpeg' && found === 'image/jpeg');
}
