import type { FilesWords } from '../files-words.ts';

export const spanish: FilesWords = {
  question: 'Archivos de este dispositivo',
  title: 'Abra un archivo de clave, para leer sin el portal o para registrarle una llave de acceso.',
  lead: 'Ambos archivos se leen en este dispositivo y no se envían a ninguna parte.',
  keyFile: 'Su archivo de clave',
  passphrase: 'Su frase de contraseña',
  passphraseHint: 'Déjelo vacío si el archivo no tiene.',
  keySet: 'Huella de las claves de la organización',
  keySetHint: 'Tal como la imprime su aviso: {entered} de 32 caracteres',
  keySetSlip: 'El grupo {group} tiene un carácter que ninguna huella tiene.',
  read: 'Leer una entrega del disco',
  readLead:
    'Las mismas comprobaciones que con el portal, salvo dos: nadie puede decir si el registro público ha continuado desde entonces ni si hay una entrega más nueva.',
  release: 'La entrega (release.candor)',
  open: 'Comprobar y abrir',
  opening: 'Comprobando …',
  passkey: 'Registrar una llave de acceso para estas claves',
  passkeyLead:
    'Para claves hechas por un programa, o cuando se perdieron la llave de acceso y la clave de recuperación. La organización debe haberlas admitido antes.',
  take: 'Seguir con estas claves',
  taking: 'Un momento …',
  missing: 'Elija primero el archivo de clave y escriba la huella entera.',
  recovery: 'Su nueva clave de recuperación',
  recoveryLead:
    'Se muestra una vez. Abre sus claves cuando la llave de acceso no puede. Escríbala en papel y luego aquí.',
  typeBack: 'La clave de recuperación, como la anotó',
  wrong: 'No es lo que se mostró. Compárelo con su nota.',
  make: 'Crear una llave de acceso',
  done: 'La llave de acceso está registrada. Todas las sesiones anteriores han terminado.',
  signIn: 'Iniciar sesión',
  needsPortal:
    'Esta entrega se abrió del disco. Lo que hacen juntas las personas de su organización está en el portal.',
  leave: 'Guardar las claves e iniciar sesión',
};
