import type { Translation } from '../en.ts'

export const charts: Translation = {
  'chart.table': 'Les chiffres en tableau',
  'chart.source':
    'Source : ce registre, entrée {size, number} de son journal public. Données au {day}.',
  'chart.cited': '{title}.',
  'chart.years.title': 'Ce qu’il est advenu des étapes à échéance chaque année',
  'chart.years.text':
    'Étapes à échéance chaque année qui ont un rapport ou dont le délai de rapport est passé. Chaque colonne représente l’année entière.',
  'chart.years.year': 'Année d’échéance',
  'chart.years.all': 'À échéance',
  'chart.years.not': 'Non atteinte ou non vérifiable',
  'chart.years.unread': 'Rapport remis, pas encore examiné',
  'chart.years.of': 'sur {n, number}',
  'chart.claims': 'Déclaré et examiné',
  'prompt.on-time': 'À temps',
  'prompt.late': 'En retard',
  'prompt.missing': 'Aucun',
  'head.reports': 'Rapports',
  'punctuality.dots':
    '{onTime, number} à temps, {late, number} en retard, {missing, number} sans rapport.',
}
