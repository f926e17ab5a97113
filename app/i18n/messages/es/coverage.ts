import type { Translation } from '../en.ts'

export const coverage: Translation = {
  'nav.coverage': 'Cobertura',
  'coverage.title': 'Cobertura',
  'coverage.lead':
    '{declaration}: cada grupo de partes interesadas frente a cada cláusula. Cada número lleva a los compromisos que cuenta.',
  'coverage.views': 'Qué muestra la tabla',
  'coverage.view.made': 'Compromisos asumidos',
  'coverage.view.kept': 'Proporción cumplida',
  'coverage.view.silent': 'Sin informe',
  'coverage.caption.made': 'Compromisos por grupo de partes interesadas y por cláusula',
  'coverage.caption.kept':
    'Proporción cumplida de los compromisos con plazo vencido a día de hoy, por grupo de partes interesadas y por cláusula',
  'coverage.caption.silent':
    'Compromisos sin informe, por grupo de partes interesadas y por cláusula',
  'coverage.unit.made': 'Compromisos en una casilla',
  'coverage.unit.kept': 'Porcentaje cumplido de los que tienen el plazo vencido',
  'coverage.unit.silent': 'Compromisos sin informe en una casilla',
  'coverage.none-due': 'ningún plazo vencido',
  'coverage.gap': 'destinatario, nada prometido',
  'coverage.all-clauses': 'Todas las cláusulas',
  'coverage.all-groups': 'Todos los grupos',
  'coverage.several':
    'Un compromiso asumido en virtud de varias cláusulas cuenta en cada una de ellas, y una vez en «Todas las cláusulas».',
  'coverage.reading.made':
    'La mayor laguna: {group}. Nada prometido en virtud de {n, number} de las {addressed, number} cláusulas que se les dirigen: {clauses}.',
  'coverage.reading.complete':
    'Ninguna laguna: en virtud de cada cláusula, todos los grupos a los que se dirige han prometido algo.',
  'coverage.reading.kept':
    'Lo menos cumplido: {group}, cláusula {number}. De {due, number} con el plazo vencido, {kept, number} {kept, plural, one {cumplido} many {cumplidos} other {cumplidos}}.',
  'coverage.reading.kept-none': 'Aquí todavía no ha vencido ningún plazo.',
  'coverage.reading.silent':
    'El mayor silencio: {group}, cláusula {number}. De {made, plural, one {# compromiso} many {# de compromisos} other {# compromisos}}, {silent, number} sin informe.',
  'coverage.reading.silent-none': 'Aquí no falta ningún informe.',
  'coverage.shown':
    '{all, plural, one {{shown, number} de # compromiso en virtud de esta declaración.} many {{shown, number} de # de compromisos en virtud de esta declaración.} other {{shown, number} de # compromisos en virtud de esta declaración.}}',
  'coverage.unfiltered': 'Sin estos filtros',
  'coverage.gaps.text':
    'Cláusulas que se dirigen a un grupo y en virtud de las cuales nadie de ese grupo ha prometido nada.',
  'coverage.clauses': 'Las cláusulas',
  'coverage.region': 'Región',
  'coverage.whole': 'La tabla completa, con filtros',

  'clause.regions': 'Lugar',
  'clause.regions.none':
    '{n, plural, one {Región sin compromisos: {regions}.} many {Regiones sin compromisos: {regions}.} other {Regiones sin compromisos: {regions}.}}',
  'organisation.clauses': 'Cláusulas que se dirigen a su grupo',
  'organisation.clauses.covered': 'Cubiertas: {covered, number} de {addressed, number}',
  'organisation.clauses.open': 'No cubiertas',
  'organisation.clauses.beyond': 'Cubiertas también, aunque se dirigen a otros',
}
