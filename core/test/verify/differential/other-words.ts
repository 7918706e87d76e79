import { caseNotice } from '../../../../corpus/generate/verification/notice.ts';
import { swapBoth, swapHtml, swapText } from '../../../../corpus/generate/verification/verification-case.ts';
import { around, type ForgeryClass, inserted, shown, styled, unshown } from './forgery.ts';

const atEnd = (markup: string) => ({ html: caseNotice.html.replace('</body>', () => `${markup}</body>`) });

/** Words, signs and links that are not the issued ones, in HTML. */
export const OTHER_WORDS: readonly ForgeryClass[] = [
  shown('behind a long comment', (random) =>
    random.pick([
      () => atEnd(`<!--${'x'.repeat(200_000)}--><p>${random.lure()}</p>`),
      () => inserted(random, `<!--${' y'.repeat(100_000)}--><p>${random.lure()}</p>`),
      () => ({ html: `${caseNotice.html}<!--${'z'.repeat(230_000)}-->${random.lure()}` }),
    ])(),
  ),
  shown('figures by marks of items', (random) => {
    const other = `${random.number(90) + 10}`;
    return {
      html: random.pick([
        () => swapHtml('882 emails', `<ol><li value="${other}">emails</li></ol>`),
        () => swapHtml('540 must', `<ol start="${other}"><li>must</li></ol>`),
        () => swapHtml('21 cannot', `<ul style="list-style-type:'${other} '"><li>21 cannot</li></ul>`),
        () => swapHtml('Do now', `<ol><li value="555">Do now</li></ol>`),
        () => swapHtml('312 opened', `<div style="display:list-item;list-style:decimal inside">312 opened</div>`),
        () => swapHtml('21 cannot', `<ol reversed start="${other}"><li>21 cannot</li></ol>`),
      ])(),
    };
  }),
  shown('words that tables put elsewhere', (random) => {
    const lure = random.lure();
    return random.pick([
      () => around(random, (words) => `<table><tr><td>${words}</td></tr>${lure}</table>`),
      () =>
        around(
          random,
          (words) => `<table><tfoot><tr><td>${words}</td></tr></tfoot><tbody><tr><td>${lure}</td></tr></tbody></table>`,
        ),
      () =>
        around(
          random,
          (words) => `<table><caption style="caption-side:bottom">${words}</caption><tr><td>${lure}</td></tr></table>`,
        ),
      () => ({
        html: swapHtml(
          'no payment and no click',
          '<table dir="rtl"><tr><td>no payment</td><td>and no click</td></tr></table>',
        ),
      }),
      () => ({
        html: swapHtml(
          '540 must be taken as copied',
          '<table><tfoot><tr><td>540 must be</td></tr></tfoot><tbody><tr><td>taken as copied</td></tr></tbody></table>',
        ),
      }),
      () => ({ html: swapHtml('312 opened', '<table>opened<tr><td>312</td></tr></table>') }),
      () => ({ html: swapHtml('no payment and no click', 'no payment <table><tr>and no<td>click</td></tr></table>') }),
    ])();
  }),
  shown('words in another order', (random) => ({
    html: random.pick([
      () =>
        swapHtml(
          '540 must be',
          '<span style="display:inline-flex;flex-direction:row-reverse"><i>540</i>&nbsp;<i>must be</i></span>',
        ),
      () =>
        swapHtml(
          'no payment and no click',
          '<div style="display:flex"><p style="order:2">no payment</p><p>and no click</p></div>',
        ),
      () => swapHtml('312 opened', '<span style="float:right">312</span> opened'),
      () =>
        swapHtml(
          '2 mailboxes have',
          '<span style="position:relative;left:90px">2</span> <span style="position:relative;left:-30px">mailboxes</span> have',
        ),
      () =>
        swapHtml(
          '540 must be',
          '<div style="display:grid"><b style="grid-row:2">540</b><b style="grid-row:1">must be</b></div>',
        ),
      () => swapHtml('540 must be', '<div style="writing-mode:vertical-rl">540 must be</div>'),
      () => swapHtml('540 must be', '<ruby>540<rt>54</rt></ruby> must be'),
    ])(),
  })),
  shown('in columns', (random) => ({
    html: caseNotice.html.replace(
      'max-width:640px',
      random.pick(['max-width:640px;columns:3', 'column-width:90px', 'column-count:2;height:300px', 'width:9999px']),
    ),
  })),
  shown('words that a style writes', (random) =>
    styled(
      random.pick([
        'h2::after { content: "call +1 555 0142" }',
        'p:last-child::before { content: "harbor-help.example " }',
        'h1:before { content: "\\35 40" }',
        'p { quotes: "9" "9" } p::before { content: open-quote }',
        'p { counter-increment: x } p::before { content: counter(x) }',
        'h1 { content: url(https://elsewhere.example/x.png) }',
        'p::marker { content: "9 " } p { display: list-item }',
      ]),
    ),
  ),
  shown('in letters that are other signs', (random) =>
    around(random, (words) =>
      random.pick([
        `<span style="font-family:Wingdings">${words}</span>`,
        `<font face="Webdings">${words}</font>`,
        `<span style="font-family:'Symbol'">${words}</span>`,
        `<font face="Zapf Dingbats">${words}</font>`,
        `<span style="font:12px Wingdings">${words}</span>`,
      ]),
    ),
  ),
  shown('letters of a font of its own', (random) =>
    styled(
      random.pick([
        '@font-face { font-family: Arial; src: url(https://elsewhere.example/f.woff2) } *{letter-spacing:-2em}',
        '@font-face { font-family: "Segoe UI"; src: url(data:font/woff2;base64,AAAA) } p{font-size:1px}',
        'p { font-variant: small-caps; text-transform: uppercase }',
        'p { font-feature-settings: "frac"; text-transform: capitalize }',
        'p { -webkit-text-security: disc }',
      ]),
    ),
  ),
  shown('turned round', (random) => ({
    html: random.pick([
      () => swapHtml('21 cannot', '<bdo dir="rtl">21</bdo> cannot'),
      () => swapHtml('540 must', '<span style="direction:rtl;unicode-bidi:bidi-override">540</span> must'),
      () => swapHtml('312 opened', '\u202e312\u202c opened'),
      () => swapHtml('37 messages', '&#8238;37&#8236; messages'),
      () => swapHtml('<body>', '<body dir="rtl">'),
      () => swapHtml('37 messages', '<bdi dir="rtl">37 !</bdi> messages'),
      () => swapHtml('540 must', '<span style="transform:rotateY(180deg);display:inline-block">540</span> must'),
    ])(),
  })),
  shown('other letters of the same shape', (random) => {
    const [from, to] = random
      .pick([
        ['Harbor' as string, 'H\u0430rbor'],
        ['harbor.example', 'h\u0430rbor.example'],
        ['northwind.example', 'n\u043erthwind.example'],
        ['harbor.example', 'harb0r.example'],
        ['harbor.example', 'harbor\u2024example'],
        ['notice into', 'not\u0456ce into'],
        ['harbor.example', '\uff48arbor.example'],
      ])
      .map((word) => word.replace('Harbor', 'notice'));
    return swapBoth(from ?? '', to?.replace('H\u0430rbor', 'n\u043etice') ?? '');
  }),
  shown('another figure', (random) => {
    const [from, to] = random.pick([
      ['540 must', '54 must'],
      ['882 emails', '88 emails'],
      ['21 cannot', '2 cannot'],
      ['28 October', '29 October'],
      ['18 of your', '81 of your'],
      ['f3a1-77c0', 'f3a1-77c1'],
    ] as const);
    return random.number(2) === 0 ? swapBoth(from, to) : { html: swapHtml(from, to) };
  }),
  shown('split or struck', (random) => ({
    html: random.pick([
      () => swapHtml('540 must', '<s>540</s> must'),
      () => swapHtml('540 must', '5<br>40 must'),
      () => swapHtml('540 must', '<del>540</del><ins>54</ins> must'),
      () => swapHtml('540 must', '5<sup>40</sup> must'),
      () => swapHtml('no password', '<span style="text-decoration:line-through">no</span> password'),
      () => swapHtml('882 emails', '8<p>82 emails'),
      () => swapHtml('882 emails', '8&#8203;82 emails 9'),
      () => swapHtml('37 messages', '3&#173;7 mess&shy;ages'),
      () => swapHtml('540 must', '540<span style="text-transform:uppercase"> must</span>'),
    ])(),
  })),
  shown('tooltips and other spoken words', (random) => {
    const lure = random.lure();
    return around(random, (words) =>
      random.pick([
        `<span title="${lure}">${words}</span>`,
        `<abbr title="${lure}">${words}</abbr>`,
        `${words} <img alt="${lure}">`,
        `${words} <input value="${lure}">`,
        `${words} <textarea placeholder="${lure}"></textarea>`,
        `<a href="#" title="${lure}">${words}</a>`,
        `${words}<progress value="1" title="${lure}"></progress>`,
      ]),
    );
  }),
  shown('drawings and formulas', (random) => {
    const lure = random.lure();
    return inserted(
      random,
      random.pick([
        `<svg width="600" height="30"><text y="20">${lure}</text></svg>`,
        `<math><mtext>${lure}</mtext></math>`,
        `<svg width="600" height="30"><a href="https://elsewhere.example"><text y="20">${lure}</text></a></svg>`,
        `<svg><foreignObject width="600" height="60"><p>${lure}</p></foreignObject></svg>`,
        `<math><annotation-xml encoding="text/html"><p>${lure}</p></annotation-xml><mi>${lure}</mi></math>`,
        `<svg width="600" height="30"><style>p{opacity:0}</style><text y="20">${lure}</text></svg>`,
      ]),
    );
  }),
  shown('where scripts are off', (random) => {
    const lure = random.lure();
    return random.pick([
      () => inserted(random, `<noscript><p>${lure}</p></noscript>`),
      () => ({ html: swapHtml('</head>', `<noscript><p>${lure}</p></noscript></head>`) }),
      () => around(random, (words) => `<noscript>${lure}</noscript><span style="opacity:0">${words}</span>`),
    ])();
  }),
  shown('a quirk of the parser', (random) => {
    const lure = random.lure();
    return inserted(
      random,
      random.pick([
        `<p ">${lure}</p>`,
        `<xmp>${lure}</xmp>`,
        `<!---><p>${lure}</p><!-- -->`,
        `<a title="-->">${lure}</a>`,
        `<![CDATA[ ><p>${lure}</p> ]]>`,
        `</br>${lure}</p>`,
        `<image src=x alt="${lure}"><p>${lure}</p>`,
        `<p><table><p>${lure}</table>`,
        `<b><p>${lure}</b>${lure}</p>`,
        `<style><!--</style><p>${lure}</p><style>--></style>`,
        `<? ?><p>${lure}</p>`,
        `<!-- --!><p>${lure}</p><!-- -->`,
        `<listing>\n${lure}</listing>`,
        `<frameset></frameset><p>${lure}</p>`,
      ]),
    );
  }),
  shown('a form', (random) =>
    inserted(
      random,
      random.pick([
        `<form action="https://elsewhere.example">${random.lure()}<input name="password"></form>`,
        `<button>${random.lure()}</button>`,
        `<select><option>${random.lure()}</select>`,
        `<textarea>${random.lure()}</textarea>`,
        `<label>${random.lure()}<input type="password"></label>`,
        `<fieldset><legend>${random.lure()}</legend></fieldset>`,
      ]),
    ),
  ),
  shown('words in the middle', (random) => inserted(random, `<p style="margin:0 0 12px">${random.lure()}</p>`)),
  shown('words around it', (random) =>
    random.number(2) === 0
      ? atEnd(`<p>${random.lure()}</p>`)
      : { html: caseNotice.html.replace('<body>', () => `<body><p>${random.lure()}</p>`) },
  ),
  shown('the head of the document', (random) => ({
    html: swapHtml(
      '</head>',
      `${random.pick([
        '<base href="https://elsewhere.example/">',
        '<meta http-equiv="refresh" content="0;url=https://elsewhere.example">',
        '<link rel="stylesheet" href="data:text/css,p%7Bdisplay:none%7D">',
        '<meta name="viewport" content="width=9999">',
        '<meta name="color-scheme" content="dark">',
        '<script>document.body.innerHTML = ""</script>',
      ])}<style>p:last-child{opacity:0}</style></head>`,
    ),
  })),
  unshown('something that loads or acts', (random) =>
    inserted(
      random,
      random.pick([
        '<img src="https://count.example/1.gif" width="1" height="1" style="opacity:0">',
        '<iframe src="https://elsewhere.example" width="0" height="0" style="border:0"></iframe>',
        '<script>location = "https://elsewhere.example"</script>',
        '<link rel="prefetch" href="https://elsewhere.example">',
        '<object data="https://elsewhere.example/x.swf" width="0" height="0"></object>',
        '<span onmouseover="x()"></span>',
        '<div background="https://count.example/1.gif"></div>',
        '<bgsound src="https://elsewhere.example/x.wav">',
      ]),
    ),
  ),
  shown('other words in one of the two', (random) => {
    const lure = random.lure();
    const safe = 'This notice asks for no password, no payment and no click.';
    return random.number(2) === 0 ? { text: swapText(safe, lure) } : { html: swapHtml(safe, lure) };
  }),
];
