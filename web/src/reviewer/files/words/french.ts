import type { FilesWords } from '../files-words.ts';

export const french: FilesWords = {
  question: 'Fichiers de cet appareil',
  title: 'Ouvrez un fichier de clé, pour lire sans le portail ou pour lui enregistrer un passkey.',
  lead: 'Les deux fichiers sont lus sur cet appareil et ne sont envoyés nulle part.',
  keyFile: 'Votre fichier de clé',
  passphrase: 'Sa phrase secrète',
  passphraseHint: 'Laissez vide si le fichier n’en a pas.',
  keySet: 'Empreinte des clés de l’organisation',
  keySetHint: 'Telle que votre avis l’imprime : {entered} caractères sur 32',
  keySetSlip: 'Le groupe {group} contient un caractère qu’aucune empreinte n’a.',
  read: 'Lire une publication depuis le disque',
  readLead:
    'Les mêmes contrôles qu’avec le portail, sauf deux : personne ne peut dire si le journal public a continué depuis, ni s’il existe une publication plus récente.',
  release: 'La publication (release.candor)',
  open: 'Contrôler et ouvrir',
  opening: 'Contrôle …',
  passkey: 'Enregistrer un passkey pour ces clés',
  passkeyLead:
    'Pour des clés faites par un programme, ou quand le passkey et la clé de secours sont tous deux perdus. L’organisation doit les avoir admises auparavant.',
  take: 'Continuer avec ces clés',
  taking: 'Un instant …',
  missing: 'Choisissez d’abord le fichier de clé et saisissez l’empreinte entière.',
  recovery: 'Votre nouvelle clé de secours',
  recoveryLead:
    'Elle est montrée une seule fois. Elle ouvre vos clés quand le passkey ne le peut pas. Écrivez-la sur papier, puis saisissez-la ici.',
  typeBack: 'La clé de secours, telle que vous l’avez notée',
  wrong: 'Ce n’est pas ce qui a été montré. Comparez avec votre note.',
  make: 'Créer un passkey',
  done: 'Le passkey est enregistré. Toutes les sessions antérieures sont terminées.',
  signIn: 'Se connecter',
  needsPortal:
    'Cette publication a été ouverte depuis le disque. Ce que les personnes de votre organisation font ensemble se trouve sur le portail.',
  leave: 'Ranger les clés et se connecter',
};
