import { hash } from 'node:crypto';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { compare, type Lock, type LockedPackage, readLock, toId } from './lock.ts';
import type { ShippedList } from './shipped-lists.ts';

/** Parts of the product that run, by the workspace that npm resolves them for. */
const parts = [
  { part: 'lab', name: '@candor/lab' },
  { part: 'portal', name: '@candor/portal' },
  { part: 'web', name: '@candor/web' },
] as const;

/**
 * The bill of materials, CycloneDX 1.6 as JSON (docs/decisions/0021-bill-of-materials.md). The same lock, lists and
 * browser packages give the same bytes: no time, and a serial number that is made of the content.
 * @param inBrowser folders of the lock out of which code is in the built pages
 */
export function toBill(lock: Lock, lists: readonly ShippedList[], inBrowser: readonly string[]): string {
  const packages = readLock(lock);
  const runsIn = findParts(packages);
  const components = new Map(
    packages.map((found) => [toId(found), toComponent(found, runsIn.get(toId(found)) ?? [], inBrowser)]),
  );
  for (const found of packages) {
    const component = components.get(toId(found));
    for (const need of found.needs) {
      const needed = components.get(need);
      if (needed !== undefined) component?.dependencies.add(needed.bomRef);
    }
  }
  const project = packages.find(({ places }) => places.includes(''));
  const component = project === undefined ? undefined : components.get(toId(project));
  if (project === undefined || component === undefined) throw new Error('package-lock.json: the project is missing');
  components.delete(toId(project));
  component.type = Enums.ComponentType.Application;
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component }) });
  for (const one of components.values()) bom.components.add(one);
  for (const list of lists) bom.components.add(toDataComponent(list));
  return serialize(bom);
}

function serialize(bom: Models.Bom): string {
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const serializer = new Serialize.JsonSerializer(factory);
  // Everything was added in order. The library's own sorting depends on the machine's locale.
  const write = (): string => serializer.serialize(bom, { sortLists: false, space: 1 });
  bom.serialNumber = toSerial(hash('sha256', write(), 'hex'));
  return `${write()}\n`;
}

/** A UUID of version 8 (RFC 9562): one whose bits are the maker's own. */
function toSerial(digest: string): string {
  const fields = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`];
  return `urn:uuid:${fields.join('-')}-${digest.slice(20, 32)}`;
}

function toComponent(found: LockedPackage, runsIn: readonly string[], inBrowser: readonly string[]): Models.Component {
  const { name, version, licence, sha512Hex, use, places } = found;
  const scope = {
    shipped: Enums.ComponentScope.Required,
    optional: Enums.ComponentScope.Optional,
    development: Enums.ComponentScope.Excluded,
  }[use];
  const [group, bare] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, bare, {
    bomRef: toId(found),
    version,
    scope,
    purl: `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`,
    ...(group === undefined ? {} : { group }),
  });
  if (licence !== null) component.licenses.add(toLicence(licence));
  if (sha512Hex !== null) component.hashes.set(Enums.HashAlgorithm['SHA-512'], sha512Hex);
  const isInBrowser = places.some((place) => inBrowser.includes(place));
  const properties = [
    ...(use === 'development' ? [['cdx:npm:package:development', 'true']] : []),
    ...(isInBrowser ? [['candor:in-browser', 'true']] : []),
    ...(use === 'development' ? [] : runsIn.map((part) => ['candor:part', part])),
  ];
  for (const [key = '', value = ''] of properties) component.properties.add(new Models.Property(key, value));
  return component;
}

function toDataComponent({ path, licence, source, sha256Hex }: ShippedList): Models.Component {
  const component = new Models.Component(Enums.ComponentType.Data, path, {
    bomRef: path,
    description: source,
    scope: Enums.ComponentScope.Required,
  });
  component.licenses.add(toLicence(licence));
  component.hashes.set(Enums.HashAlgorithm['SHA-256'], sha256Hex);
  component.properties.add(new Models.Property('candor:part', 'lab'));
  return component;
}

function toLicence(expression: string): Models.License {
  return / (?:AND|OR|WITH) /.test(expression)
    ? new Models.LicenseExpression(expression)
    : new Models.SpdxLicense(expression as ConstructorParameters<typeof Models.SpdxLicense>[0]);
}

/** For each package the parts that it is reached from. */
function findParts(packages: readonly LockedPackage[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(packages.map((found) => [toId(found), found]));
  const result = new Map<string, string[]>();
  for (const { part, name } of parts) {
    const reached = new Set(packages.filter((found) => found.name === name).map(toId));
    for (const id of reached) for (const need of byId.get(id)?.needs ?? []) reached.add(need);
    for (const id of reached) result.set(id, [...(result.get(id) ?? []), part].sort(compare));
  }
  return result;
}
