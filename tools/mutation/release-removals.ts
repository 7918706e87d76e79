import { type Removal, removeFrom } from './removal.ts';

const projecting = 'lab/test/review/projection.test.ts';
const sealing = 'lab/test/review/seal.test.ts';
const opening = 'lab/test/review/open-release.test.ts';
const message = removeFrom(
  'projection',
  'core/src/review/projection/project-message.ts',
  projecting,
  'core/test/review/projection/privilege.test.ts',
);
const kept = removeFrom('projection', 'core/src/review/projection/project-message.ts', projecting);
const header = removeFrom('projection', 'core/src/review/projection/project-message.ts', projecting);
const raw = removeFrom('projection', 'core/src/review/projection/raw-field.ts', projecting);
const marks = 'core/test/review/projection/privilege.test.ts';
const privilege = removeFrom('projection', 'core/src/review/projection/privilege.ts', marks);
const second = removeFrom('projection', 'core/src/review/projection/check-projection.ts', projecting);
const words = removeFrom('projection', 'core/src/review/projection/check-projection.ts', projecting);
const resent = removeFrom('projection', 'core/src/review/projection/project-message.ts', projecting);
const quotations = 'core/test/review/quoted/find-quoted.test.ts';
const blocks = removeFrom('projection', 'core/src/review/quoted/quoted-block.ts', quotations, projecting);
const quoted = removeFrom('projection', 'core/src/review/quoted/find-quoted.ts', quotations);
const cut = removeFrom('projection', 'core/src/review/quoted/project-quoted.ts', projecting);
const adding = 'lab/test/review/quoted.slow.test.ts';
const add = removeFrom('projection', 'lab/src/review/add-quoted.ts', adding);
const remembered = 'portal/test/remembered.test.ts';
const serving = removeFrom('served', 'portal/src/object/routes.ts', remembered, 'portal/test/fetch.test.ts');
const together = removeFrom('served', 'portal/src/object/routes.ts', 'portal/test/objects-together.test.ts');
const taken = removeFrom(
  'served',
  'core/src/contract/requests/portal-requests.ts',
  'core/test/contract/contract.test.ts',
  'portal/test/objects-together.test.ts',
);
const forgetting = removeFrom('served', 'portal/src/adapters/sqlite/standing-store.ts', remembered);
const listing = removeFrom('served', 'portal/src/adapters/sqlite/release-store.ts', remembered);
const keeping = removeFrom('served', 'portal/src/adapters/objects.ts', remembered);
const recent = removeFrom('served', 'portal/src/adapters/recent.ts', remembered);
const age = removeFrom('release', 'core/src/review/seal/age.ts', sealing);
const grant = removeFrom('release', 'core/src/review/seal/grant.ts', sealing);
const padded = removeFrom('release', 'core/src/review/seal/sealed-message.ts', 'core/test/review/seal/padded.test.ts');
const reviewer = removeFrom('release', 'core/src/review/seal/reviewer-key.ts', sealing);
const manifest = removeFrom(
  'release',
  'core/src/review/seal/manifest.ts',
  'core/test/review/seal/verify-release.test.ts',
  opening,
);
const sealedFiles = removeFrom(
  'release',
  'core/src/review/seal/sealed-files.ts',
  'core/test/review/seal/manifest.test.ts',
);
const oneForm = removeFrom(
  'release',
  'core/src/review/one-form.ts',
  sealing,
  'core/test/review/seal/verify-release.test.ts',
);
const verify = removeFrom(
  'release',
  'core/src/review/seal/verify-release.ts',
  'core/test/review/seal/verify-release.test.ts',
);
const open = removeFrom('release', 'lab/src/review/open-release.ts', opening);

const allKept = 'return KEPT.has(name) || ';

/** What a party may see, and what proves it before it is opened (docs/formats/projection.md, release.md, grant.md). */
export const releaseRemovals: readonly Removal[] = [
  kept('R3 bcc-is-gone', allKept, `${allKept}name === 'bcc' || `),
  kept('R1 trace', allKept, `${allKept}name === 'received' || `),
  kept('R1 authentication', allKept, `${allKept}name.endsWith('-results') || `),
  kept('R1 labels', allKept, `${allKept}name.startsWith('x-') || `),
  kept('R1 resent-bcc', allKept, `${allKept}name === 'resent-bcc' || `),
  kept('R1 content-fields', " || name.startsWith('content-')", ''),
  header(
    'R4 own-bcc',
    "else if (field.name === 'bcc' && !bccWritten) {",
    "else if (field.name === 'none' && !bccWritten) {",
  ),
  message(
    'R4 only-its-own-bcc',
    "role === 'bcc' && unreadable === null && isOwn(address.toLowerCase())",
    "role === 'bcc' && unreadable === null",
  ),
  message('R10 draft', "if (request.draft) return { outcome: 'withheld', because: 'draft' };", ''),
  message(
    'R13 private-mail',
    "if (request.privateMail && request.partyKind === 'organization')\n",
    'if (request.draft)\n',
  ),
  message('R13 private-mail-of-a-person', " && request.partyKind === 'organization'", ''),
  message(
    'R8 not-addressed',
    "if (stands === 'nowhere') return { outcome: 'withheld', because: 'not-addressed' };",
    '',
  ),
  message(
    'R11 privilege',
    'if (!request.releasedByCounsel && isPrivileged(reading, searchable, request))\n',
    'if (request.draft)\n',
  ),
  message(
    'R11 counsel',
    "if (addresses.some(({ address, role }) => role !== 'attached' && isCounsel(address.toLowerCase()))) return true;",
    '',
  ),
  message(
    'R11 privilege-mark',
    'return searchable !== null && hasPrivilegeMark(searchable.subject, searchable.text);',
    'return searchable === null;',
  ),
  message('R11 released-by-counsel', '!request.releasedByCounsel && isPrivileged(reading', 'isPrivileged(reading'),
  message(
    'R7 privilege-of-an-attached-one',
    '!request.releasedByCounsel && isPrivileged(inner.reading, inner.searchable, request)',
    'request.draft',
  ),
  message(
    'R7 attached-is-all',
    "if (stands === 'attached') return projectAttached(runtime, message, request, reading);",
    '',
  ),
  message('R7 own-originals-alone', "if (stands !== 'addressed') continue;", ''),
  message(
    'R7 deeper-original',
    "if (stands === 'attached') pending.push({ message: attached, level: next.level + 1 });",
    '',
  ),
  message(
    'R3 bcc-of-an-attached-one',
    'if (!part.isMessage || part.start < at) continue;',
    'if (part.start >= 0) continue;',
  ),
  message('R17 signed-around-attached', "if (signed) return 'signed-around-attached';", ''),
  message(
    'R7 encoded-attachment',
    "if (part.encoding !== 'other' || level >= ATTACHED_LEVELS) return 'unreadable';",
    "if (level >= ATTACHED_LEVELS) return 'unreadable';",
  ),
  message(
    'R1 address-that-cannot-be-read',
    'unreadable === null && isOwn(address.toLowerCase()));\n  if',
    'isOwn(address.toLowerCase()));\n  if',
  ),
  raw('R3 bcc-before-a-space', ".replace(/(?<![ \\t])[ \\t]+$/, '')", ''),
  raw(
    'R3 folded-bcc',
    'while (end < bytes.length && (bytes[end] === SPACE || bytes[end] === TAB)) end = endOfLine(bytes, end);',
    '',
  ),
  privilege('R11 mark-in-the-subject', 'mark.test(subject) || ', ''),
  privilege('R11 mark-in-the-text', ' || mark.test(start)', ''),
  second(
    'second-look-at-bcc',
    "if (value.split(',').some((address) => !isOwn(address.trim().toLowerCase())))",
    "if (value === '')",
  ),
  second('second-look-at-fields', 'if (!ALLOWED.test(key)) flaws', "if (key === '') flaws"),
  second('second-look-at-traces', "if (TRACE.test(key)) return 'trace-field';", ''),
  second('second-look-at-tracking', "if (TRACKING.test(key)) return 'tracking-field';", ''),
  second('second-look-at-notes', "return COMMENT.test(key) ? 'comment-field' : ", 'return '),
  second('second-look-at-addresses', 'else if (!ADDRESSED.test(key) && ', "else if (key === '' && "),
  second('second-look-at-resent', ', ...checkResent(mail.headers, isOwn)]', ']'),
  second(
    'second-look-at-words-around',
    "return [...flaws, ...words.map((where): ProjectionFlaw => ({ what: 'internal-words', where }))];",
    'return words.length < 0 ? [] : flaws;',
  ),
  words('words-in-the-subject', "found.push('subject');", 'found.push();'),
  words('words-in-the-text', "found.push('text');", 'found.push();'),
  words('words-of-attached-ones', ' || said.includes(line)', ''),
  resent('R1 resent-to-others', '=> !holdsOwn(joinBytes', '=> joinBytes([]).length > 0 && !holdsOwn(joinBytes'),
  resent('R1 resent-group-ends', ' || group.some(({ name }) => name === field.name)', ''),
  second(
    'second-look-behind-a-return',
    "if (hidesField(message)) flaws.push({ what: 'hidden-field', where: 'header' });",
    '',
  ),
  second(
    'second-look-at-attached',
    'placed.push(...(await check(new Uint8Array(content as ArrayBuffer), isOwn, level + 1)));',
    '',
  ),
  blocks('R7 words-between-marked-lines', 'if (line.depth >= depth) content.push', 'if (depth >= 0) content.push'),
  blocks('R7 bcc-of-a-quotation', "fields.filter(({ label }) => label !== 'bcc').flatMap", 'fields.flatMap'),
  blocks('R7 next-block-ends-it', 'opened[number + 1]?.at ?? lines.length', 'lines.length + 0 * number'),
  quoted(
    'R7 nothing-added',
    'if (chars(block) >= least && isWithin(block, original)) return true;',
    'if (chars(block) >= least) return true;',
  ),
  quoted('R7 whole-original', 'return chars(original) >= least && isRun(original, block);', 'return false;'),
  quoted('R7 enough-to-know-it-by', 'isAnswered ? 1 : TELLING_CHARS', '1'),
  cut('R7 own-quotation-alone', '.filter(({ from, to }) => [...from, ...to].some(request.isOwn));\n  if', ';\n  if'),
  cut('R7 two-people', "if (!request.releasedQuotation) return { outcome: 'held', because: 'quoted' };", ''),
  cut('R7 privilege-of-a-quotation', '!request.releasedByCounsel && own.some', 'request.draft && own.some'),
  add(
    'R7 words-of-the-organization-alone',
    'if (!isOwnWords(first, this.#sources.incident.organization.domains)) return;',
    '',
  ),
  add('R7 words-within-reach', '|| !isWithinReach(deciding, this.#sources.reached)', ''),
  add('R7 certain-original', 'if (!isQuotationOf(quotation.sentences, answer.sentences, isAnswered)) continue;', ''),
  add('R7 original-where-held', 'original === null ? block :', 'original !== undefined ? block :'),
  age(
    'post-quantum-recipient',
    "if (!isRecipient(recipient)) throw new Error('a recipient must be a post-quantum one');",
    '',
  ),
  grant('grant-of-this-incident', 'data.incident === scope.incident &&', ''),
  grant('grant-of-this-party', 'data.party === scope.party &&', ''),
  grant('grant-of-this-reviewer', 'data.reviewer === scope.reviewer &&', ''),
  grant('grant-of-this-vault', 'data.vault === scope.vault;', 'true;'),
  grant('key-of-the-vault', '(await toRecipient(data.identity)) === scope.vault', 'data.identity !== ""'),
  padded(
    'padded-size',
    'return Math.max(LEAST_BYTES, Math.ceil(lengthBytes / step) * step);',
    'return Math.max(LEAST_BYTES, lengthBytes);',
  ),
  padded('short-messages-look-alike', 'Math.max(LEAST_BYTES, Math', 'Math.max(0, Math'),
  padded(
    'only-zeros-behind',
    'if (padded.subarray(LENGTH_BYTES + length).some((byte) => byte !== 0)) return null;',
    '',
  ),
  padded('size-of-the-content', ' || toPaddedSize(length + LENGTH_BYTES) !== padded.length', ''),
  reviewer(
    'fingerprint-covers-both-keys',
    'toGroupedDigest(runtime, { v: 1, age, sign })',
    'toGroupedDigest(runtime, { v: 1, age, sign: sign === "" ? sign : "" })',
  ),
  oneForm(
    'documents-in-their-one-form',
    'data !== undefined && toText(data) === text ? data',
    'data !== undefined ? data',
  ),
  manifest('manifest-without-doubles', 'return sorted ? { ...data, objects } : null;', 'return { ...data, objects };'),
  sealedFiles('objects-without-doubles', ' || digest <= before', ''),
  sealedFiles('objects-in-one-form', 'text.charCodeAt(sizeAt) === ZERO && at > sizeAt + 1', 'false'),
  verify('approvals-by-two', 'if (approvers.length < Math.max(QUORUM, keySet.quorum))', 'if (approvers.length < 1)'),
  verify('quorum-of-the-key-set', 'Math.max(QUORUM, keySet.quorum)', 'QUORUM'),
  verify('matter-of-the-approvals', "primitives, 'release', digest", "primitives, 'wave', digest"),
  verify('fingerprint-that-is-known', 'if (fingerprint !== knownFingerprint)', "if (fingerprint === '')"),
  verify(
    'log',
    "if (log === null) return refuse('log');",
    "if (log === null) return { state: 'verified', manifest, manifestDigest, approvers, fingerprint, log: { origin: '', size: 0, position: 0 } };",
  ),
  verify(
    'approvals-before-the-log',
    "if (approvers.length < Math.max(QUORUM, keySet.quorum)) return refuse('approvals');",
    "if (approvers.length < Math.max(QUORUM, keySet.quorum)) return refuse('log');",
  ),
  verify(
    'entry-of-this-manifest',
    " || toCanonicalJson(entry.body['document'] ?? null) !== toCanonicalJson(logged)",
    '',
  ),
  verify('entry-of-a-release', "entry?.kind !== 'release' ||", 'entry === null ||'),
  verify('entry-at-its-place', ' || opening.index !== proof.index', ''),
  verify(
    'log-inclusion',
    'if (!verifyInclusion(primitives, { leaf, index: proof.index, path: proof.path }, verified.checkpoint)) return null;',
    'void leaf;',
  ),
  verify('manifest-by-its-digest', ', manifest: manifestDigest }', ", manifest: '' }"),
  verify(
    'party-of-the-entry',
    'incident, party, release, manifest: manifestDigest',
    "incident, party: '', release, manifest: manifestDigest",
  ),
  open(
    'verified-before-opened',
    "if (verification.state === 'refused') throw refuse(path, ...FLAWS[verification.flaw]);\n  const { manifest } = verification;\n  const identity = await openOwnGrant(path, found, verification, reviewer);",
    'const { manifest } = verification as Verified;\n  const identity = await openOwnGrant(path, found, verification as Verified, reviewer);',
  ),
  open('index-of-the-manifest', 'found.index === null || !fits(found.index, manifest.index)', 'found.index === null'),
  open('grant-of-the-manifest', 'sha256Hex(grant) === granted.digest\n', "granted.digest !== ''\n"),
  open('object-of-the-manifest', ' || sha256Hex(bytes) !== digest', ''),
  serving(
    'recorded-before-served',
    'await accessBook.record({ party, reviewer, act: kind, release, object: digest });',
    '',
  ),
  serving('looked-at-again-after-the-record', 'const small = isInForce ? objects', 'const small = found ? objects'),
  together('recorded-before-several-are-served', 'if (found.length > 0)', 'if (found.length > 64)'),
  together('several-looked-at-again', 'one !== null && (await isStillServed(portal, person, ...one))', 'one !== null'),
  together('several-within-a-size', 'if (isFitting) roomBytes -= found.sizeBytes;', ''),
  taken('several-each-once', '.refine((digests) => new Set(digests).size === digests.length)', ''),
  forgetting('releases-are-forgotten', 'this.#releases.forget();', ''),
  forgetting('persons-are-forgotten', 'this.#persons.forget();', ''),
  listing('later-releases-are-seen', 'this.#listed.clear();', ''),
  keeping('files-are-forgotten', 'for (const digest of gone) recent.delete(digest);', ''),
  recent('remembered-within-a-size', 'if (this.#size <= this.#most) break;', 'break;'),
];
