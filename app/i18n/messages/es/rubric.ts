import type { Translation } from '../en.ts'

export const rubric: Translation = {
  'rubric.relevance.question': '¿Se refieren las pruebas a este hito?',
  'rubric.relevance.0': 'No hay ninguna, o se refieren a otra cosa',
  'rubric.relevance.1': 'Tocan el tema, pero no este lugar, estas personas o este período',
  'rubric.relevance.2':
    'Se refieren a este hito, con lagunas en cuanto al lugar, las personas o el período',
  'rubric.relevance.3':
    'Se refieren exactamente a esto: el mismo lugar, las mismas personas y el mismo período',
  'rubric.sufficiency.question': '¿Bastan para sostener todo lo declarado?',
  'rubric.sufficiency.0': 'No sostienen nada de lo declarado',
  'rubric.sufficiency.1': 'Sostienen una pequeña parte de lo declarado',
  'rubric.sufficiency.2': 'Sostienen la mayor parte de lo declarado',
  'rubric.sufficiency.3': 'Sostienen todo lo declarado',
  'rubric.reliability.question': '¿Es su fuente fiable y comprobable?',
  'rubric.reliability.0': 'Nadie responde de ellas',
  'rubric.reliability.1': 'La sola palabra de la organización, que nadie más puede comprobar',
  'rubric.reliability.2': 'Los propios registros de la organización, que pueden comprobarse',
  'rubric.reliability.3':
    'Alguien independiente responde de ellas, o los datos de origen pueden comprobarse',
  'rubric.measurement.question': '¿Se midió el valor como dice el hito?',
  'rubric.measurement.0': 'No se desprende de ellas ningún valor',
  'rubric.measurement.1': 'Otra unidad, o un recuento que no se ajusta al hito',
  'rubric.measurement.2': 'La unidad correcta, pero la fecha o el método no están del todo claros',
  'rubric.measurement.3': 'La unidad correcta, con fecha y método',
}
