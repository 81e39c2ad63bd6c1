// The few texts that the calculator cites: the page names them, and hands them to the browser, which has no table of texts.
import { meatFishTargets, shareAudience, shareTargets } from '../../law/targets.data.ts'
import { legalText, reference, type TextId } from '../../law/texts.ts'
import type { Citations } from './calculator-markup.client.ts'

const cited: readonly TextId[] = [
  ...[...Object.values(shareTargets), meatFishTargets, shareAudience].flatMap((timeline) => timeline.map(({ source }) => source)),
  'crpm-r230-30-1',
  'crpm-l230-5-1-i-niveau-2',
]

export const citations: Citations = Object.fromEntries(
  cited.map((id) => [id, { reference: reference(id), url: legalText(id).url }]),
)
