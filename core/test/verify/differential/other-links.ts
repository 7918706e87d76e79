import { swapHtml } from '../../../../corpus/generate/verification/verification-case.ts';
import { around, type ForgeryClass, shown } from './forgery.ts';

const ADDRESS = 'harbor.example/notice';
const inLink = (attributes: string, words = ADDRESS) => ({ html: swapHtml(ADDRESS, `<a ${attributes}>${words}</a>`) });

/** Links that lead elsewhere than their words say. */
export const OTHER_LINKS: readonly ForgeryClass[] = [
  shown('a link with two targets', (random) =>
    random.pick([
      () => inLink(`href="https://harbor-help.example/${random.number(99)}" href="http://${ADDRESS}"`),
      () => inLink(`HREF=//elsewhere.example href='https://${ADDRESS}'`),
      () => inLink(`href="http://${ADDRESS}"`, `<a href="https://elsewhere.example">${ADDRESS}</a>`),
    ])(),
  ),
  shown('a link elsewhere', (random) =>
    inLink(
      `href="${random.pick([
        'https://elsewhere.example/harbor.example/notice',
        'http://harbor.example/notice@elsewhere.example',
        'https://harbor.example/notice/login',
        'mailto:help@elsewhere.example',
        'tel:+15550142',
        'javascript:alert(1)',
        'https://harbor.example.elsewhere.example/notice',
        'http://harbor.example/notice?to=elsewhere.example',
        '//elsewhere.example',
        'https://h%D0%B0rbor.example/notice',
        'ms-word:ofe|u|https://elsewhere.example/x.docx',
        'https://HARBOR.example/notice',
        'data:text/html,login',
        '/notice',
      ])}"`,
    ),
  ),
  shown('a gateway that leads elsewhere', (random) =>
    inLink(
      `href="${random.pick([
        'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Felsewhere.example%2F&amp;data=05',
        `https://safelinks.protection.outlook.com.elsewhere.example/?url=http%3A%2F%2F${encodeURIComponent(ADDRESS)}`,
        'https://urldefense.proofpoint.com/v2/url?u=http-3A__elsewhere.example&amp;d=DwMF',
        'https://urldefense.com/v3/__http://elsewhere.example__;!!x',
        `https://elsewhere.example/?url=http://${ADDRESS}`,
        'https://www.google.com/url?q=http://elsewhere.example',
        `https://www.google.com@elsewhere.example/url?q=http://${ADDRESS}`,
        `http://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2F${encodeURIComponent(ADDRESS)}`,
      ])}"`,
    ),
  ),
  shown('a link around other words', (random) =>
    around(random, (words) => `<a href="https://elsewhere.example/${random.number(9)}">${words}</a>`),
  ),
];
