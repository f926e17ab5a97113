import type { Translation } from '../en.ts'

export const passkeys: Translation = {
  'passkeys.title': 'Claves de acceso',
  'passkeys.lead':
    'Inicie sesión con una huella, el rostro o el número que abre su dispositivo. Una clave de acceso sirve solo para este registro y no se puede adivinar ni entregar por error.',
  'passkeys.count':
    '{n, plural, =0 {Ninguna todavía} one {Una clave de acceso} other {# claves de acceso}}',
  'passkeys.none': 'Todavía no tiene ninguna clave de acceso.',
  'passkeys.name': 'Nombre de la clave de acceso',
  'passkeys.name.hint': 'Para reconocerla: por ejemplo, el dispositivo en el que está.',
  'passkeys.where': 'Dónde está',
  'passkeys.synced': 'Sincronizada entre sus dispositivos',
  'passkeys.one-device': 'En un solo dispositivo',
  'passkeys.made': 'Creada',
  'passkeys.used': 'Último uso',
  'passkeys.never': 'Nunca',
  'passkeys.action': 'Cambiar',
  'passkeys.add': 'Añadir una clave de acceso',
  'passkeys.rename': 'Cambiar el nombre',
  'passkeys.rename.title': 'Cambiar el nombre de {name}',
  'passkeys.remove': 'Eliminar',
  'passkeys.prove': 'Decir quién es',
  'passkeys.prove.text': 'Para añadir o eliminar una clave de acceso, diga una vez más quién es.',
  'passkeys.without-script':
    'Para añadir una clave de acceso hace falta JavaScript, que aquí está desactivado. Su contraseña funciona sin él.',
  'passkeys.use': 'Usar una clave de acceso',
  'passkeys.sign-in': 'Iniciar sesión con una clave de acceso',
  'passkeys.sign-in.without-script':
    'Para iniciar sesión con una clave de acceso hace falta JavaScript, que aquí está desactivado. Su contraseña funciona sin él.',
  'passkeys.waiting': 'Siga lo que pida su navegador o dispositivo.',
  'passkeys.cancelled.create':
    'No se creó ninguna clave de acceso: se canceló o tardó demasiado. Inténtelo de nuevo cuando pueda.',
  'passkeys.cancelled.get':
    'No se usó ninguna clave de acceso: se canceló, tardó demasiado o este dispositivo no tiene ninguna para este registro. Inténtelo de nuevo o use su contraseña.',
  'passkeys.unsupported':
    'Este navegador o dispositivo no permite hacerlo con claves de acceso. Use su contraseña u otro dispositivo.',
  'passkeys.failed': 'No ha funcionado. Inténtelo de nuevo o use su contraseña.',
  'passkeys.done.add':
    'La clave de acceso se ha añadido. Desde ahora puede iniciar sesión con ella.',
  'passkeys.done.rename': 'La clave de acceso tiene su nuevo nombre.',
  'passkeys.done.remove': 'La clave de acceso se ha eliminado. Ya no abre su cuenta.',
  'code.passkey-refused':
    'Esta clave de acceso no abre ninguna cuenta aquí. Pruebe otra o use su contraseña',
  'code.passkey-over':
    'Pasó demasiado tiempo o se envió dos veces. Pida su clave de acceso una vez más',
  'code.passkey-copied':
    'Esta clave de acceso se rechazó: parece haber sido copiada. Use su contraseña y después elimínela',
  'code.passkey-known': 'Este dispositivo ya tiene una clave de acceso para su cuenta',
  'code.passkey-missing': 'Esta clave de acceso ya no existe',
  'code.too-many-passkeys': 'Elimine una clave de acceso antes de añadir otra: puede haber 20',
  'code.last-factor':
    'Añada primero otra clave de acceso o una aplicación de autenticación: su función exige un segundo factor',
  'mail.account.passkey-added.subject': 'Se añadió una clave de acceso a su cuenta',
  'mail.account.passkey-added.text':
    'El {at} se añadió una clave de acceso a su cuenta en el registro: permite iniciar sesión sin la contraseña. Si no fue usted, elimínela, cambie su contraseña y escriba de inmediato a la secretaría. Se llama:',
  'mail.account.passkey-removed.subject': 'Se eliminó una clave de acceso de su cuenta',
  'mail.account.passkey-removed.text':
    'El {at} se eliminó una clave de acceso de su cuenta en el registro; ya no abre nada. Si no fue usted, cambie su contraseña y escriba de inmediato a la secretaría. Se llamaba:',
  'mail.account.passkey-copied.subject': 'Se rechazó una de sus claves de acceso',
  'mail.account.passkey-copied.text':
    'El {at} alguien intentó iniciar sesión en el registro con una de sus claves de acceso que parece haber sido copiada. Nadie entró. Elimine esa clave y cree una nueva:',
}
