import type { Translation } from '../en.ts'

export const rubric: Translation = {
  'rubric.relevance.question': 'هل تتعلق الأدلة بهذه المرحلة؟',
  'rubric.relevance.0': 'لا توجد أدلة، أو أنها تتعلق بأمر آخر',
  'rubric.relevance.1': 'تمس الموضوع، لكن ليس في هذا المكان أو لهؤلاء الأشخاص أو في هذه الفترة',
  'rubric.relevance.2': 'تتعلق بهذه المرحلة، مع ثغرات في المكان أو الأشخاص أو الفترة',
  'rubric.relevance.3': 'تتعلق بهذا تحديدًا: المكان نفسه والأشخاص أنفسهم والفترة نفسها',
  'rubric.sufficiency.question': 'هل تكفي لإثبات كل ما صُرح به؟',
  'rubric.sufficiency.0': 'لا تثبت شيئًا مما صُرح به',
  'rubric.sufficiency.1': 'تثبت جزءًا صغيرًا مما صُرح به',
  'rubric.sufficiency.2': 'تثبت معظم ما صُرح به',
  'rubric.sufficiency.3': 'تثبت كل ما صُرح به',
  'rubric.reliability.question': 'هل يمكن الوثوق بمصدرها والتحقق منه؟',
  'rubric.reliability.0': 'لا أحد يضمنها',
  'rubric.reliability.1': 'كلام الجهة نفسها، ولا يمكن لغيرها التحقق منه',
  'rubric.reliability.2': 'سجلات الجهة نفسها، ويمكن التحقق منها',
  'rubric.reliability.3': 'تضمنها جهة مستقلة، أو يمكن التحقق من البيانات الأولية',
  'rubric.measurement.question': 'هل قيست القيمة كما تنص المرحلة؟',
  'rubric.measurement.0': 'لا يمكن استخلاص أي قيمة منها',
  'rubric.measurement.1': 'بوحدة أخرى، أو بطريقة عد لا تناسب المرحلة',
  'rubric.measurement.2': 'بالوحدة الصحيحة، لكن التاريخ أو الطريقة غير واضحين تمامًا',
  'rubric.measurement.3': 'بالوحدة الصحيحة، مع بيان التاريخ والطريقة',
}
