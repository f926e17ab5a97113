/** Pages anybody can read. */
export const publicPages = {
  'home.title': 'What was promised, and what was kept',
  'home.headline':
    '<linkMade>{made, plural, one {# promise} other {# promises}}</linkMade> made. <linkDue>{due, number}</linkDue> due by today. <linkKept>{kept, number}</linkKept> kept.',
  'home.lead':
    'What governments, teacher organisations, NGOs, companies and universities said they would do, and what the evidence shows they did.',
} as const
