import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { around, type ForgeryClass, inserted, shown, styled, unshown } from './forgery.ts';

const span = (style: string, words: string): string => `<span style="${style}">${words}</span>`;
const div = (style: string, words: string): string => `<div style="${style}">${words}</div>`;
const repeat = (count: number, open: string, words: string, close: string): string =>
  open.repeat(count) + words + close.repeat(count);

/** Words of the notice that are there and that nobody sees, and words that only some see. */
export const HIDDEN_WORDS: readonly ForgeryClass[] = [
  shown('colour of the ground', (random) =>
    around(random, (words) =>
      random.pick([
        span('color:#fff', words),
        span('color:rgb(254, 254, 254)', words),
        `<font color="#fdfdfd">${words}</font>`,
        span('background-color:#333;color:#333333', words),
        span('color:hsl(0 0% 100%)', words),
        span('color:transparent', words),
        span('color:lightyellow !important', words),
      ]),
    ),
  ),
  shown('nothing of it drawn', (random) =>
    around(random, (words) =>
      random.pick([
        span('display:none', words),
        span('DISPLAY : none', words),
        span('visibility:hidden', words),
        span('opacity:0', words),
        div('height:0;overflow:hidden', words),
        div('clip-path:inset(100%)', words),
        `<p hidden>${words}</p>`,
        div('content-visibility:hidden', words),
        div('max-height:0;overflow:hidden', words),
      ]),
    ),
  ),
  shown('scaled to nothing', (random) =>
    around(random, (words) =>
      random.pick([
        span('font-size:0', words),
        span('font-size:1px', words),
        div('transform:scale(0)', words),
        div('zoom:0.01', words),
        span('font-size:.01em', words),
        div('scale:0', words),
        repeat(30, '<small>', words, '</small>'),
      ]),
    ),
  ),
  shown('off the page', (random) =>
    around(random, (words) =>
      random.pick([
        div('position:absolute;left:-9999px', words),
        div('margin-left:-5000px', words),
        div('text-indent:-9000px', words),
        div('transform:translateX(-9999px)', words),
        div('position:fixed;top:-900px', words),
        div('margin-top:-3000px;height:20px', words),
        div('padding-left:4000px;width:400px', words),
        div('margin:0 0 0 100%', words),
      ]),
    ),
  ),
  shown('pushed down by padding', (random) =>
    around(random, (words) =>
      random.pick([
        div('padding-top:4000px', words),
        div('margin-top:300em', words),
        `<div style="height:5000px"></div>${words}`,
        repeat(9, '<div style="padding-top:48px;margin-top:48px;border-top:4px solid #fff">', words, '</div>'),
        `<p style="line-height:5000px">&nbsp;</p>${words}`,
        '<p style="padding:48px 0">&nbsp;</p>'.repeat(60) + words,
      ]),
    ),
  ),
  shown('pushed aside by padding', (random) =>
    around(random, (words) =>
      random.pick([
        repeat(100, '<span style="padding-left:48px">', words, '</span>'),
        '<span style="padding-left:48px"></span>'.repeat(80) + words,
        '<b style="border-left:4px solid #fff"></b>'.repeat(900) + words,
        repeat(9, '<div style="padding-left:48px;margin-left:48px">', words, '</div>'),
        `<span style="margin-left:48px">\u2060</span>${'<i style="margin-right:48px"></i>'.repeat(90)}${words}`,
        repeat(60, '<blockquote>', words, '</blockquote>'),
      ]),
    ),
  ),
  shown('pushed away by blanks', (random) =>
    around(random, (words) =>
      random.pick([
        '&nbsp;'.repeat(900) + words,
        '<br>'.repeat(500) + words,
        '<p>&nbsp;</p>'.repeat(300) + words,
        `<pre>${' '.repeat(900)}${words}</pre>`,
        span('white-space:pre', ' '.repeat(900) + words),
        '&emsp;'.repeat(400) + words,
        '<div><br></div>'.repeat(200) + words,
        '&#8195;<wbr>'.repeat(300) + words,
      ]),
    ),
  ),
  shown('covered', (random) =>
    inserted(
      random,
      random.pick([
        div('position:absolute;top:0;left:0;width:100%;height:900px;background:#fff', random.lure()),
        div(
          'position:relative;height:0',
          div('position:absolute;background:#fff;width:600px;height:300px', random.lure()),
        ),
        div('margin-bottom:-400px;height:400px;background:#fff;position:relative', random.lure()),
        div(
          'float:left;width:100%;height:300px;margin-bottom:-300px;background:white;position:relative',
          random.lure(),
        ),
        div('box-shadow:0 0 0 500px #fff;position:relative', random.lure()),
      ]),
    ),
  ),
  shown('through a style element', (random) =>
    styled(
      random.pick([
        'p:nth-of-type(4) { font-size: 0 }',
        'p { d\\69splay: none }',
        'p { color: #fff !important }',
        '@media screen { p { display: none } }',
        '@media (max-width: 500px) { p { visibility: hidden } } p:last-child { opacity: 0 }',
        'div > p:last-of-type { position: absolute; left: -999em }',
        '@supports (display: grid) { h2 ~ p { height: 0; overflow: hidden } }',
        '@layer a { p:nth-child(3) { opacity: .01 } }',
        'p{}p:last-child{/**/display/**/:/**/none}',
        '@import "https://elsewhere.example/x.css"; p { letter-spacing: -1em }',
        '<!-- p { display: none } -->',
        ':is(p, h2) { clip-path: inset(50%) }',
      ]),
    ),
  ),
  shown('through a class of what stands around', (random) => {
    const html = caseNotice.html
      .replace('<div lang="en"', '<div class="wrap"><div lang="en"')
      .replace('</body>', '</div></body>');
    return styled(
      random.pick([
        '.wrap p { display: none }',
        '#x, .wrap { font-size: 0 } .wrap * { font-size: 0 !important }',
        'div.wrap > div { color: white }',
        '[class=wrap] { visibility: hidden }',
        '.wrap { direction: rtl; unicode-bidi: bidi-override }',
        '.w\\72 ap { opacity: 0 }',
      ]),
      html,
    );
  }),
  shown('folded away', (random) =>
    around(random, (words) =>
      random.pick([
        `<details><summary>More</summary>${words}</details>`,
        `<details><summary>${random.lure()}</summary><p>${words}</p></details>`,
        `<dialog>${words}</dialog>`,
        `<select><option>${random.lure()}<option>${words}</select>`,
        `<datalist><option>${words}</datalist>`,
        `<div popover>${words}</div>`,
      ]),
    ),
  ),
  shown('in an element that shows nothing', (random) =>
    around(random, (words) =>
      random.pick([
        `<template>${words}</template>`,
        `<noframes>${words}</noframes>`,
        `<title>${words}</title>`,
        `<noembed>${words}</noembed>`,
        `<object data="data:text/plain,x">${words}</object>`,
        `<video>${words}</video>`,
        `<canvas>${words}</canvas>`,
        `<iframe>${words}</iframe>`,
        `<audio controls>${words}</audio>`,
      ]),
    ),
  ),
  unshown('a line for filters', (random) => ({
    html: caseNotice.html.replace('<body>', () =>
      random.pick([
        `<body><div style="display:none">${random.lure()}</div>`,
        `<body><span style="font-size:0;color:#fff">${random.lure()}</span>`,
        `<body><div style="max-height:0;overflow:hidden;mso-hide:all">${random.lure()}</div>`,
        `<body><p hidden>${random.lure()}</p>`,
        `<body><template>${random.lure()}</template>`,
      ]),
    ),
  })),
  unshown('words for one program', (random) => {
    const comment = random.pick([
      `<!--[if mso]><p>${random.lure()}</p><![endif]-->`,
      `<!--[if gte mso 9]><xml><o:p>${random.lure()}</o:p></xml><![endif]-->`,
      `<!--[if !vml]-->${''}<!--[if (gt mso 8)&(lt mso 99)]>${random.lure()}<![endif]--><!--[endif]-->`,
      `<!-- [if IE ]>${random.lure()}<![endif] -->`,
      `<!--[if mso]><xml><v:shape title="${random.lure()}"/></xml><![endif]-->`,
      `<!--[IF MSO]>${random.lure()}<![ENDIF]-->`,
    ]);
    return random.number(3) === 0
      ? { html: caseNotice.html.replace('</head>', () => `${comment}</head>`) }
      : random.number(2) === 0
        ? { html: caseNotice.html.replace('<html', () => `${comment}<html`) }
        : inserted(random, comment);
  }),
];
