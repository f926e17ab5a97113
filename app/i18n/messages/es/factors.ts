/** The second factor: setting it up, giving it, losing it. */
export const factors = {
  'factor.title': 'Segundo factor',
  'factor.lead':
    'Un código de una aplicación de su teléfono que se pide tras la contraseña: una contraseña robada no abre nada por sí sola.',
  'factor.on': 'Activado',
  'factor.off': 'Desactivado',
  'factor.lacking':
    'Su función exige un segundo factor. Mientras no lo configure, no podrá hacer nada en esa función.',
  'factor.begin': 'Configurar una aplicación',
  'factor.since': 'Configurado el {date}.',
  'factor.codes.left':
    '{n, plural, one {Queda # código de recuperación.} other {Quedan # códigos de recuperación.}}',
  'factor.change': 'Cambiar el segundo factor',
  'factor.code': 'Código',
  'factor.codes.make': 'Crear nuevos códigos de recuperación',
  'factor.replace': 'Configurar otra aplicación',
  'factor.remove': 'Quitarlo',
  'factor.keep': 'Su función lo exige; para cambiarlo, configure otra aplicación.',
  'factor.removed': 'Se ha quitado su segundo factor.',
  'factor.scan': 'Escanee el cuadrado con una aplicación de autenticación.',
  'factor.square': 'Cuadrado para escanear',
  'factor.type': 'Si no puede escanearlo, escriba esto en la aplicación:',
  'factor.open-app': 'Abrirlo en una aplicación de este dispositivo',
  'factor.first.hint': 'Las seis cifras que la aplicación muestra ahora.',
  'factor.confirm': 'Activar',
  'factor.codes.title': 'Guarde estos códigos de recuperación',
  'factor.codes.text':
    'Cada uno sustituye una vez a la aplicación si la pierde. Solo se muestran ahora: imprímalos o anótelos.',
  'factor.codes.kept': 'Los he guardado',
  'factor.give.title': 'Segundo factor',
  'factor.give.lead':
    'Su contraseña es correcta. Introduzca ahora el código que muestra su aplicación.',
  'factor.give.hint':
    'Seis cifras de la aplicación o un código de recuperación. Cada uno sirve una sola vez.',
  'factor.give.button': 'Continuar',
  'factor.give.lost':
    'Si ha perdido la aplicación y los códigos de recuperación, diríjase a un administrador del registro.',
  'factor.give.other': 'Iniciar sesión con otra cuenta',
  'code.wrong-code': 'Compruebe {label}: es erróneo, demasiado antiguo o ya se usó',
  'code.factor-unreadable':
    'Use un código de recuperación: el registro ya no puede leer el secreto de su aplicación',
  'code.enrolment-over':
    'Empiece de nuevo: el cuadrado es demasiado antiguo u otro lo ha sustituido',
  'code.factor-compulsory': 'Su función exige conservar un segundo factor',
  'code.factor-missing': 'No hay segundo factor',
  'mail.account.factor-added.subject': 'Su cuenta tiene un segundo factor',
  'mail.account.factor-added.text':
    'El {at} se configuró una aplicación como segundo factor de su cuenta en el registro. Sus otras sesiones se han cerrado. Si no fue usted, cambie la contraseña y escriba a la secretaría de inmediato.',
  'mail.account.factor-removed.subject': 'Se quitó su segundo factor',
  'mail.account.factor-removed.text':
    'El {at} la aplicación dejó de ser el segundo factor de su cuenta en el registro. Si no fue usted, cambie la contraseña y escriba a la secretaría de inmediato.',
  'mail.account.recovery-code-used.subject': 'Se usó un código de recuperación',
  'mail.account.recovery-code-used.text':
    'El {at} se usó un código de recuperación de su cuenta en el registro; {left, plural, one {queda #} other {quedan #}}. Si no fue usted, cambie la contraseña y escriba a la secretaría de inmediato.',
  'mail.account.factors-reset.subject': 'Se restableció su segundo factor',
  'mail.account.factors-reset.text':
    'El {at} un administrador quitó los segundos factores y los códigos de recuperación de su cuenta en el registro, y se han cerrado todas las sesiones. Inicie sesión y configure uno nuevo. El motivo indicado:',
}
