import type { FeatureGroup } from './pair.ts'

/** How the contents of the claims compare by concepts, names and figures. */
export const comparisonFeatures: FeatureGroup = {
  names: [
    'overlap',
    'containment',
    'shared terms',
    'terms of the shorter',
    'shared names',
    'shared figures',
    'distinctive figure',
    'shared events',
    'same main event',
    'same time',
    'conflicts',
    'impossible',
  ],
  values({ comparison: found }) {
    return [
      found.score,
      found.containment,
      found.sharedTerms,
      found.smallest,
      found.sharedNames,
      found.sharedFigures,
      Number(found.isDiscriminative),
      found.sharedEvents,
      Number(found.isSameEvent),
      Number(found.isSameTime),
      found.conflicts,
      Number(!found.isPossible),
    ]
  },
}
