import { type Removal, removeFrom } from './removal.ts';

const remembered = 'portal/test/remembered.test.ts';
const routes = removeFrom('portal', 'portal/src/object/routes.ts', remembered, 'portal/test/fetch.test.ts');
const standing = removeFrom('portal', 'portal/src/adapters/store/standing-store.ts', remembered);
const releases = removeFrom('portal', 'portal/src/adapters/store/release-store.ts', remembered);
const objects = removeFrom('portal', 'portal/src/adapters/objects.ts', remembered);
const recent = removeFrom('portal', 'portal/src/adapters/recent.ts', remembered);

/** What the portal remembers, and what it looks at before it serves (docs/formats/{portal-api,access-record}.md). */
export const portalRemovals: readonly Removal[] = [
  routes(
    'recorded-before-served',
    'await accessBook.record({ party, reviewer, act: kind, release, object: found });',
    '',
  ),
  routes(
    'looked-at-again-after-the-record',
    'const small = isInForce ? objects.readSmall(found) : null;',
    'const small = objects.readSmall(found) ?? Buffer.alloc(isInForce ? 0 : 1);',
  ),
  standing('releases-are-forgotten', 'this.#releases.forget();', ''),
  standing('persons-are-forgotten', 'this.#persons.forget();', ''),
  releases('later-releases-are-seen', 'this.#listed.clear();', ''),
  objects('files-are-forgotten', 'for (const digest of gone) recent.delete(digest);', ''),
  recent('remembered-within-a-size', 'if (this.#size <= this.#most) break;', 'break;'),
];
