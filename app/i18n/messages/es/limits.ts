export const limits = {
  'limits.title': 'Han llegado demasiadas solicitudes desde aquí',
  'limits.text':
    'Las solicitudes de su red, o de su cuenta, han llegado más deprisa de lo que este registro responde. Esta no ha cambiado nada: lo que escribió sigue en la página anterior.',
  'limits.wait':
    '{n, plural, one {Podrá continuar dentro de un minuto.} many {Podrá continuar dentro de # minutos.} other {Podrá continuar dentro de # minutos.}}',
}
