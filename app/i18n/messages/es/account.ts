import type { Translation } from '../en.ts'

export const account: Translation = {
  'sign-in.title': 'Iniciar sesión',
  'sign-in.email': 'Correo electrónico',
  'sign-in.password': 'Contraseña',
  'sign-in.button': 'Iniciar sesión',
  'sign-in.made':
    'Si esta dirección es nueva aquí, la cuenta se ha creado. Inicie sesión con la contraseña que eligió.',
  'sign-in.signed-out':
    'Se cerró su sesión. Lo que escribió se conserva: inicie sesión y continúe.',
  'sign-in.no-account': '¿Aún no tiene cuenta?',
  'sign-in.sign-up': 'Crear una cuenta',
  'sign-in.demonstration.title': 'Esto es una demostración',
  'sign-in.demonstration.text':
    'Todas las personas que aparecen aquí son inventadas. Inicie sesión como cualquiera de ellas con la contraseña «demonstration».',
  'sign-in.continue.title': 'Ha vuelto a iniciar sesión',
  'sign-in.continue.text': 'Lo que escribió se ha conservado y todavía no se ha enviado.',
  'sign-in.continue.button': 'Continuar donde lo dejó',

  'sign-up.title': 'Crear una cuenta',
  'sign-up.lead':
    'Una cuenta pertenece a una sola persona. Con ella puede registrar su organización o entrar en una que le haya invitado.',
  'sign-up.name': 'Su nombre',
  'sign-up.name.hint': 'Lo ven sus colegas y los coordinadores. El público no lo ve nunca.',
  'sign-up.email': 'Correo electrónico',
  'sign-up.email.hint': 'El que usa en el trabajo.',
  'sign-up.password': 'Contraseña',
  'sign-up.password.hint':
    'Al menos {n, number} caracteres. Varias palabras forman una buena contraseña.',
  'sign-up.button': 'Crear la cuenta',
  'sign-up.have-account': '¿Ya tiene una cuenta?',

  'first-run.title': 'Abrir este registro',
  'first-run.lead':
    'La primera cuenta es la del administrador: abre las declaraciones y nombra a los coordinadores.',
  'first-run.button': 'Abrir el registro',
}
