// Where other software asks what wordings of invoices say.
import { dayInParis } from '../../platform/html/dates.ts'
import { type Platform, router } from '../../platform/http/context.ts'
import { answerJson } from '../../platform/http/json-endpoint.ts'
import { classificationApi, classify } from './classification.ts'

export function recognitionRoutes(platform: Platform) {
  const app = router()
  const thisYear = () => Number(dayInParis(platform.now()).slice(0, 4))
  const { path, largestKb } = classificationApi
  answerJson(app, path, { largestKb, answer: (body) => classify(body, thisYear()) })
  return app
}
