import type { ExportWords } from '../export-words.ts';

export const french: ExportWords = {
  title: ['Enregistrer {n} message', 'Enregistrer {n} messages'],
  lead: 'Les octets de chaque message sont ceux qu’écrit candor open.',
  chooseKind: 'Comme',
  kinds: {
    mbox: { name: 'mbox', hint: 'un fichier que les logiciels de messagerie importent' },
    'eml-zip': { name: 'EML dans un zip', hint: 'un fichier par message, avec un tableau' },
    csv: { name: 'CSV', hint: 'le tableau seul, pour un tableur ; aucun texte de message' },
    json: { name: 'JSON', hint: 'le tableau seul, pour un programme ; aucun texte de message' },
  },
  recorded: 'Chaque message pris pour cela figure dans le registre des accès, que lit la personne qui désigne.',
  unsealed:
    'Le fichier n’est pas chiffré. Gardez-le comme vous garderiez les e-mails eux-mêmes. Les mots de passe et les clés y figurent en clair.',
  save: ['Enregistrer {n} message', 'Enregistrer {n} messages'],
  saving: '{done} sur {n}',
  cancel: 'Arrêter',
  cancelled: 'Arrêté. Aucun fichier n’est resté.',
  failed: 'Pas enregistré : {flaw} Aucun fichier n’est resté ; réessayez.',
  done: ['{n} message enregistré, {bytes} octets.', '{n} messages enregistrés, {bytes} octets.'],
  digest: 'SHA-256 du fichier',
  missing: [
    '{n} message n’a pu être ouvert et n’y figure pas : endommagé ou absent au portail. Son identifiant est ci-dessous.',
    '{n} messages n’ont pu être ouverts et n’y figurent pas : endommagés ou absents au portail. Leurs identifiants sont ci-dessous.',
  ],
  nothing: 'Aucun message ne correspond : il n’y a rien à enregistrer.',
  open: 'Enregistrer…',
  diskFull: 'Le disque ou le navigateur a refusé de garder le fichier.',
};
