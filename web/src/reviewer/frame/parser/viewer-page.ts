import { escapeHtml } from '@candor/core/base';
import { ADDRESS_CLASS, MISSING_CLASS } from './replace-references.ts';

/** The viewer may show text, its own styles, and pictures embedded in the page. */
export const VIEWER_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-src 'none'";

/**
 * Paper is light in every theme: senders choose colours for it. Nothing may be wider than the frame, or lie over
 * anything.
 */
const BASE_STYLE = `:root { color-scheme: only light; background: #ffffff; color: #18201d; font: 14px/20px system-ui, sans-serif; }
body { margin: 12px 16px; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
table { max-width: 100%; }
pre { white-space: pre-wrap; font: inherit; }
blockquote { margin: 8px 0 8px 4px; padding-left: 12px; border-left: 2px solid #7c8680; }
.${ADDRESS_CLASS} { color: #46514c; font-size: 12px; }
.${MISSING_CLASS} { border: 1px dashed #7c8680; padding: 0 4px; color: #46514c; }
mark { background: #fff0b8; color: #18201d; font-family: ui-monospace, monospace; }
* { position: static; }
`;

/**
 * The complete page of the viewer. `bodies` were sanitized; they are serialized once and parsed once, by a frame that
 * runs nothing.
 */
export function toViewerPage(title: string, css: string, bodies: readonly Element[]): string {
  const written = bodies.map((body) => body.outerHTML).join('\n<hr>\n');
  return `<!doctype html>
<html lang="und">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${VIEWER_POLICY}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${css}
${BASE_STYLE}
</style>
</head>
<body>
${written}
</body>
</html>
`;
}
