/** The fixed texts in English. Each key begins with the part of the program that shows the text. */
export const en = {
  'count.article': { one: '{count} article', other: '{count} articles' },
  'count.detail': { one: '{count} detail', other: '{count} details' },
  'count.fact': { one: '{count} fact', other: '{count} facts' },
  'count.file': { one: '{count} file', other: '{count} files' },
  'count.paragraph': { one: '{count} paragraph', other: '{count} paragraphs' },
  'count.quotation': { one: '{count} quotation', other: '{count} quotations' },

  'gaps.heading': 'Questions without an answer',
  'gaps.people': '{people} people',
  'gaps.unanswered': '{count} without an answer',
  'gaps.marked': '{count} marked "Not it"',
  'gaps.last': 'last on {day}',
  'gaps.nearest': 'nearest',
  'gaps.answered': 'answered now',
  'gaps.summary': {
    one: '{count} question of the last 30 days, each asked alike by at least two people.',
    other: '{count} questions of the last 30 days, each asked alike by at least two people.',
  },
  'gaps.none': 'In the last 30 days no two people asked alike for something that the articles do not answer.',
  'gaps.not-kept':
    'Questions are not kept. With the setting KEEP_GAPS=true, those that went unanswered in servers are kept for 30 days, without who asked.',
  'gaps.closed': { one: '{count} question of /gaps now answered.', other: '{count} questions of /gaps now answered.' },
  'gaps.now-answered': 'now answered',
  'gaps.asked-by': 'asked by {people} people',
  'not-it.noted': 'Noted, thank you. The same question in other words may find it.',
  'not-it.known': 'You have already said so.',
} as const
