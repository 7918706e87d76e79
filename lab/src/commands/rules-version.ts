/** Version of the rules (docs/formats/rules.md, docs/formats/parties-csv.md) that this program applies. */
export const RULES_VERSION = '2027-01';
