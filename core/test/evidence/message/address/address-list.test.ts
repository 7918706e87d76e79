import { describe, expect, test } from 'vitest';
import { read } from '../fictional-message.ts';

/** Addresses of a `To` field; unreadable ones as `reason: raw text`. */
function list(value: string): string[] {
  return read(`To: ${value}\n\n`).addresses.map((use) =>
    use.unreadable === null ? use.address : `${use.unreadable}: ${use.address}`,
  );
}

describe('an address list', () => {
  test.each([
    ['a@x.example', ['a@x.example']],
    ['A.B@X.Example', ['A.B@X.Example']],
    ['Ann Example <a@x.example>, b@x.example', ['a@x.example', 'b@x.example']],
    ['"Doe, \\"J\\" <x@y>" <j@x.example>', ['j@x.example']],
    ['a@x.example (home, <b@x.example>), (all) c @ x . example', ['a@x.example', 'c@x.example']],
    ['(nested (comment) here) a@x.example', ['a@x.example']],
    [' , a@x.example,, b@x.example ,', ['a@x.example', 'b@x.example']],
    ['a@x.example,\r\n\tb@x.example', ['a@x.example', 'b@x.example']],
    ['Desk: a@x.example, "B" <b@x.example>;, c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['undisclosed-recipients:;', []],
    ['a@x.example; b@x.example', ['a@x.example', 'b@x.example']],
    ['<@r.example,@s.example:a@x.example>', ['a@x.example']],
    ['=?utf-8?q?Doe,_J?= <j@x.example>', ['j@x.example']],
    ['=?utf-8?q?Doe_<j@x.example>?=', ['j@x.example']],
    ['A <a@x.example> B <b@x.example>', ['a@x.example', 'b@x.example']],
    ['A <a@x.example, b@x.example', ['a@x.example', 'b@x.example']],
    ['"unclosed <a@x.example>', ['a@x.example']],
    ['(unclosed <a@x.example>', ['a@x.example']],
    ['mailto:a@x.example', ['a@x.example']],
    ['a@[192.0.2.1], b@[IPv6:2001:db8::1]', ['a@[192.0.2.1]', 'b@[IPv6:2001:db8::1]']],
  ])('%j', (value, addresses) => {
    expect(list(value)).toEqual(addresses);
  });

  test.each([
    ['"quoted local"@x.example', ['"quoted local"@x.example']],
    ['"plain"@x.example', ['"plain"@x.example']],
    ['"a\\", b"@x.example', ['"a\\", b"@x.example']],
    ['"a@b"@x.example', ['"a@b"@x.example']],
    ['a@b@x.example', ['a@b@x.example']],
    ['.a..b.@x.example', ['.a..b.@x.example']],
    ['a@under_score.x.example', ['a@under_score.x.example']],
    ['a@x.example.', ['a@x.example']],
    ['a@b\xc3\xbccher.example', ['a@xn--bcher-kva.example']],
    ['a@al\xc2\xadpha.example', ['a@alpha.example']],
    ['a@al\xe2\x80\x8bpha.example', ['a@alpha.example']],
    ['a@x\xe3\x80\x82\xef\xbc\xa1.example', ['a@x.a.example']],
    ['a@b_\xc3\xbc.example', ['a@xn--b_-yka.example']],
    ['a@\xef\xbc\x91.2', ['a@1.2']],
    ['a@\xc2\xad.example', ['unparsable: a@\xad.example']],
    ['a@ac\xe2\x80\x8dme.example', ['unparsable: a@ac\u200dme.example']],
    ['a@x/\xc3\xbc.example', ['unparsable: a@x/\xfc.example']],
    ['a@\xef\xbc\x8f.example', ['unparsable: a@\uff0f.example']],
    ['j\xc3\xb6rg@x.example', ['jörg@x.example']],
    ['j\xf6rg@x.example', ['jörg@x.example']],
  ])('keeps %j unchanged', (value, addresses) => {
    expect(list(value)).toEqual(addresses);
  });

  test.each([
    ['Ann Example', ['unparsable: Ann Example']],
    ['Doe, Ann <a@x.example>', ['no-domain: Doe', 'a@x.example']],
    ['"A" <ann>', ['no-domain: ann']],
    ['ann@', ['no-domain: ann']],
    ['@x.example', ['unparsable: @x.example']],
    ['ann lee@x.example', ['unparsable: ann lee@x.example']],
    ['ann@x example', ['unparsable: ann@x example']],
    ['ann@x..example', ['unparsable: ann@x..example']],
    ['a@x:b', ['unparsable: a@x:b']],
  ])('never drops %j', (value, addresses) => {
    expect(list(value)).toEqual(addresses);
  });
});

describe('Exchange encapsulation', () => {
  test.each([
    ['IMCEASMTP-jo+2Edoe+40outside+2Eexample@harbor.example', 'jo.doe@outside.example'],
    ['imceasmtp-jo+40outside+2eexample@harbor.example', 'jo@outside.example'],
    ['IMCEANOTES-+22Fay+22+20+3Cfay+40out+2Eexample+3E+40HARBOR@harbor.example', 'fay@out.example'],
    [
      'IMCEANOTES-fay+40out+2Eexample+40HARBOR@harbor.example',
      'IMCEANOTES-fay+40out+2Eexample+40HARBOR@harbor.example',
    ],
    ['IMCEAEX-_O=HARBOR_OU=NA_CN=JDOE@harbor.example', 'IMCEAEX-_O=HARBOR_OU=NA_CN=JDOE@harbor.example'],
    ['IMCEASMTP-jo_doe+40out+2Eexample@harbor.example', 'IMCEASMTP-jo_doe+40out+2Eexample@harbor.example'],
    ['IMCEASMTP-jo+40mainframe@harbor.example', 'IMCEASMTP-jo+40mainframe@harbor.example'],
    ['IMCEASMTP-j+C3+B6+40out+2Eexample@harbor.example', 'jö@out.example'],
    ['IMCEASMTP-j+F6+40out+2Eexample@harbor.example', 'jö@out.example'],
    ['SRS0=H4sh=T7=north9.example=bob@fwd.example', 'bob@north9.example'],
    ['srs0+H4sh=T7=north9.example=bob.b@fwd.example', 'bob.b@north9.example'],
    ['SRS0-H4sh=T7=mail.north9.example=bob=b+x@fwd.example', 'bob=b+x@mail.north9.example'],
    ['SRS1=H2=fwd.example==H4sh=T7=north9.example=bob@other.example', 'bob@north9.example'],
    ['"SRS0=H4sh=T7=north9.example=bob"@fwd.example', 'bob@north9.example'],
    ['SRS0=H4sh=T7=mainframe=bob@fwd.example', 'SRS0=H4sh=T7=mainframe=bob@fwd.example'],
    ['SRS0=H4sh=north9.example=bob@fwd.example', 'SRS0=H4sh=north9.example=bob@fwd.example'],
    ['SRS0.H4sh=T7=north9.example=bob@fwd.example', 'SRS0.H4sh=T7=north9.example=bob@fwd.example'],
    ['SRS2=H4sh=T7=north9.example=bob@fwd.example', 'SRS2=H4sh=T7=north9.example=bob@fwd.example'],
    ['SRS1=H4sh=T7=north9.example=bob@fwd.example', 'SRS1=H4sh=T7=north9.example=bob@fwd.example'],
    ['xSRS0=H4sh=T7=north9.example=bob@fwd.example', 'xSRS0=H4sh=T7=north9.example=bob@fwd.example'],
    ['bob_north24.example#EXT#@corp.example', 'bob@north24.example'],
    ['bob_b_north24.example#ext#@corp.example', 'bob_b@north24.example'],
    ['bob_north24#EXT#@corp.example', 'bob_north24#EXT#@corp.example'],
    ['_north24.example#EXT#@corp.example', '_north24.example#EXT#@corp.example'],
    ['bob.north24.example#EXT#@corp.example', 'bob.north24.example#EXT#@corp.example'],
    ['bob_north24.example#EXT#x@corp.example', 'bob_north24.example#EXT#x@corp.example'],
    ['xIMCEASMTP-jo+40out+2Eexample@harbor.example', 'xIMCEASMTP-jo+40out+2Eexample@harbor.example'],
  ])('%s', (value, address) => {
    expect(list(value)).toEqual([address]);
  });
});
