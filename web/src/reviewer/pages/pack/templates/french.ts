import type { PackTemplates } from './pack-template.ts';

const HAPPENED =
  'Entre le {windowFrom} et le {windowTo}, un intrus a eu accès à des boîtes aux lettres {de organization} et aux e-mails qu’elles contenaient. Ce que le journal d’accès {de organization} montre au sujet de nos e-mails a été enregistré entre le {recordedFirst} et le {recordedLast}.';

const FIGURES = [
  'E-mails concernés entre {domains} et {organization} : {concerned}. Ils ont été écrits entre le {writtenFirst} et le {writtenLast}. Parmi ceux que nous pouvons lire nous-mêmes :',
  '- ouverts ou copiés par le logiciel de l’intrus : {accessed}',
  '- à tenir pour copiés : {presumed}',
  '- vus en partie : {partial}',
  '- accès non exclu : {possible}',
  '- le journal ne peut le dire : {undetermined}',
];

const UNKNOWN = [
  'Messages dont le journal ne dit rien : {undetermined}. Messages pour lesquels un accès ne peut être exclu : {possible}.',
  'Messages que le conseil juridique {de organization} retient : {held} ; retenus définitivement : {withheld}. Nous ne savons pas ce qu’il en est d’eux.',
  '? Non compris dans les nombres ci-dessus, messages écrits chez {organization} et qui citent nos e-mails : {quoted}. Le reste de leur contenu ne nous est pas donné, parce qu’ils ne nous ont pas été envoyés.',
  '? Non compris dans les nombres ci-dessus, messages qui ne font que parler de nous, selon {organization} : {mentioned} (d’affaires {mentionedBusiness}, sur des personnes {mentionedPersonal}, avec un secret {mentionedSecret}). Leur texte ne nous est pas donné, parce qu’ils ne nous ont pas été envoyés.',
  'Selon les termes {de organization} : {unknownSaid}',
  'On ne sait pas si des copies ont été transmises à d’autres.',
];

const PROOF =
  'La livraison {release} du {releasedAt} (version {exposure} de l’analyse) a été approuvée par {approvers} chez {organization}. C’est l’entrée {logPosition} sur {logSize} du registre {logOrigin} ; SHA-256 de son manifeste : {manifest}. Empreinte des clés de l’organisation : {keySet}.';

export const french: PackTemplates = {
  neutral: {
    title: 'E-mails de chez nous volés chez {organization}',
    source: 'Les faits, sans formulaire : pour la direction, les assureurs, les clients, les auditeurs',
    parts: [
      { heading: 'Ce qui s’est passé', paragraphs: [HAPPENED, '{organization} nous en a informés le {told}.'] },
      { heading: 'Combien des nôtres', paragraphs: FIGURES },
      {
        heading: 'Qui et quoi s’y trouve',
        paragraphs: [
          'Adresses de chez nous qui y figurent : {people}. Adresses {de organization} dont les boîtes les contenaient : {custodians}.',
          'Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}. Messages envoyés par l’intrus lui-même : {fraud}. Listes et envois en nombre : {bulk}.',
          'Types de données personnelles présentes : [ce que vous avez trouvé en les lisant].',
        ],
      },
      {
        heading: 'Ce qui a été fait',
        paragraphs: [
          'Mots de passe et clés trouvés dans ces messages et changés : {secretsRotated} ; pas encore changés : {secretsOpen} ; pas à nous : {secretsNotOurs}.',
          '[ce que vous avez fait d’autre, avec les dates]',
        ],
      },
      { heading: 'Ce qu’on ne sait pas', paragraphs: UNKNOWN },
      { heading: 'Sur quoi cela repose', paragraphs: [PROOF] },
    ],
  },
  'gdpr-33': {
    title: 'Violation de données à caractère personnel : e-mails de chez nous chez {organization}',
    source: 'Points de l’article 33, paragraphe 3, du règlement (UE) 2016/679',
    parts: [
      {
        heading: 'Nature de la violation, article 33, paragraphe 3, point a)',
        paragraphs: [
          'Confidentialité. La violation a eu lieu chez {organization}. Dans nos propres systèmes : [ce que vous avez examiné et trouvé].',
          HAPPENED,
          ...FIGURES,
          'Catégories de personnes concernées : [par exemple personnel, clients, candidats]. Nombre approximatif de personnes : [nombre] ; adresses de chez nous dans les messages : {people}.',
          'Catégories de données : [par exemple coordonnées, contrats, comptes bancaires, catégories particulières]. Messages avec pièces jointes : {attached} ; fichiers joints : {files}. Messages marqués comme contenant un secret : {secret}.',
        ],
      },
      {
        heading: 'Contact, article 33, paragraphe 3, point b)',
        paragraphs: ['[nom du délégué à la protection des données ou d’un autre contact, adresse, téléphone]'],
      },
      {
        heading: 'Conséquences probables, article 33, paragraphe 3, point c)',
        paragraphs: [
          'Des e-mails qui citent de vrais échanges et demandent des paiements ou des mots de passe ; l’emploi des mots de passe et clés qui figurent dans les messages, pas encore changés : {secretsOpen}. Messages que l’intrus a envoyés au nom d’autres : {fraud}.',
          '[ce que le contenu des messages y ajoute]',
        ],
      },
      {
        heading: 'Mesures, article 33, paragraphe 3, point d)',
        paragraphs: [
          'Mots de passe et clés changés : {secretsRotated} ; pas à nous : {secretsNotOurs} ; pas encore changés : {secretsOpen}.',
          '[avertissement des personnes concernées, autres mesures, avec les dates]',
        ],
      },
      {
        heading: 'Quand nous l’avons appris, et ce qu’on ne sait pas encore, article 33, paragraphes 1 et 4',
        paragraphs: [
          '{organization} nous en a informés le {told}.',
          ...UNKNOWN,
          'D’autres informations suivront dès {que organization} les fournira.',
        ],
      },
      { heading: 'Documentation, article 33, paragraphe 5', paragraphs: [PROOF] },
    ],
  },
  'gdpr-34': {
    title: 'Vos données dans des e-mails volés chez {organization}',
    source:
      'Points de l’article 34, paragraphe 2, du règlement (UE) 2016/679, en termes clairs pour les personnes concernées',
    parts: [
      {
        heading: 'Ce qui s’est passé',
        paragraphs: [
          'Quelqu’un s’est introduit dans des boîtes aux lettres {de organization}, avec qui nous échangeons des e-mails. Des e-mails entre nous et {organization}, écrits entre le {writtenFirst} et le {writtenLast}, s’y trouvaient. [Lesquels vous concernent.]',
          'E-mails ouverts ou copiés : {accessed}. E-mails à tenir pour copiés : {presumed}. E-mails dont une partie a été vue : {partial}. E-mails pour lesquels un accès ne peut être exclu : {possible} ; pour lesquels personne ne peut le dire : {undetermined}.',
        ],
      },
      {
        heading: 'Ce que cela signifie pour vous',
        paragraphs: [
          'Qui détient ces e-mails peut vous écrire comme s’il était l’un de nous, et citer ce qui a vraiment été écrit. [Ce qui, de vous, s’y trouve.]',
        ],
      },
      {
        heading: 'Ce que nous avons fait',
        paragraphs: [
          'Mots de passe et clés qui figuraient dans les e-mails et qui sont changés : {secretsRotated}. [Autres mesures.]',
        ],
      },
      {
        heading: 'Ce que vous pouvez faire',
        paragraphs: [
          'Ne répondez à aucun e-mail qui demande un paiement, un mot de passe ou annonce un nouveau compte bancaire, même s’il cite un échange antérieur. Appelez-nous à un numéro que vous avez déjà.',
          'Si vous nous avez envoyé un mot de passe par e-mail : changez-le partout où vous l’utilisez.',
        ],
      },
      {
        heading: 'À qui vous adresser',
        paragraphs: ['[nom du délégué à la protection des données ou d’un autre contact, adresse, téléphone]'],
      },
    ],
  },
  nis2: {
    title: 'Incident chez {organization} qui nous concerne',
    source: 'Points de l’article 23, paragraphe 4, de la directive (UE) 2022/2555',
    parts: [
      {
        heading: 'Alerte précoce, article 23, paragraphe 4, point a)',
        paragraphs: [
          HAPPENED,
          'Actes illicites ou malveillants soupçonnés : oui. Impact transfrontière : [oui ou non, et quels États].',
          'Nous l’avons appris le {told}.',
        ],
      },
      {
        heading: 'Notification de l’incident, article 23, paragraphe 4, point b)',
        paragraphs: [
          ...FIGURES,
          'Gravité et impact sur nos services : [votre évaluation]. Mots de passe et clés de nos systèmes dans les messages, pas encore changés : {secretsOpen} ; changés : {secretsRotated} ; pas à nous : {secretsNotOurs}.',
          'Indicateurs de compromission : messages envoyés par l’intrus : {fraud} ; [accès à vos systèmes avec des mots de passe tirés des messages].',
        ],
      },
      {
        heading: 'Rapport final, article 23, paragraphe 4, point d)',
        paragraphs: [
          'Type de menace et cause : accès aux boîtes aux lettres d’un partenaire, selon {organization}. [Ce que vous avez établi vous-mêmes.]',
          'Mesures prises et en cours : [mesures, avec les dates].',
          ...UNKNOWN,
          PROOF,
        ],
      },
    ],
  },
};
