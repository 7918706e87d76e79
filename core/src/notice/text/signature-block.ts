import type { Block } from './block.ts';
import { isAtOrBelow } from './link-hosts.ts';
import type { NotifyingOrganization } from './notice-facts.ts';
import { toOneLine, type Writer } from './writer.ts';

/** Names signer, organization, place and contact: below the text, and not counted among its words. */
export function toSignature(writer: Writer): readonly Block[] {
  const { facts, phrases, fullName } = writer;
  const { signature } = facts.organization;
  const { signatory = null, title = null, postal = null, dpo = null } = signature ?? {};
  const signed = [signatory, title].flatMap((part) => (part === null ? [] : [toOneLine(part)]));
  return [
    {
      kind: 'lines',
      lines: [
        ...(signed.length === 0 ? [] : [signed.join(', ')]),
        fullName,
        ...(postal === null ? [] : toLines(postal)),
        toQuestions(writer),
        ...(dpo === null ? [] : [writer.write(phrases.contact.dpo, { dpo: toLines(dpo).join(', ') })]),
      ],
    },
  ];
}

/**
 * Names the contact for questions. An address elsewhere than on the organization's domain is not shown: nothing in a
 * notice leads there.
 */
function toQuestions({ facts, phrases, write }: Writer): string {
  const { signature } = facts.organization;
  const { contact } = phrases;
  const mail = findOwnMail(facts.organization);
  const telephone = signature?.telephone ?? facts.organization.telephone;
  const written = mail === null ? contact.answer : write(contact.address, { mail });
  const called =
    telephone === null ? contact.webSiteNumber : write(contact.telephone, { telephone: toOneLine(telephone) });
  return `${written}${called}`;
}

/** The address for questions, if there is one at or below the organization's domain. */
export function findOwnMail({ reply, domain, signature }: NotifyingOrganization): string | null {
  const isOwn = (address: string | null | undefined): address is string =>
    address !== null && address !== undefined && isAtOrBelow(address.slice(address.lastIndexOf('@') + 1), [domain]);
  return [signature?.mail, reply].find(isOwn) ?? null;
}

function toLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
