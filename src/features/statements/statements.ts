// What is done to a statement, each in one transaction with its trail and its mails: asking, sending, deciding, taking back.
import type { Queries } from '../../platform/database/database.ts'
import { addToTrail } from '../../platform/database/trail.ts'
import { dayInParis } from '../../platform/html/dates.ts'
import type { Platform } from '../../platform/http/context.ts'
import { queueMail } from '../../platform/mail.ts'
import { findPerson, type Person } from '../accounts/accounts.ts'
import type { Canteen } from '../canteens/canteens.ts'
import {
  addPurchases,
  familyWords,
  idsOfSource,
  labelWords,
  type NewPurchase,
  newRemovalId,
  purchasesStream,
  takeOutForGood,
} from '../purchases/purchases.ts'
import { findJoint } from './joint.sql.ts'
import { statementAddress, tokenOf } from './link.ts'
import { answerMail, askMail, receiptMail, toReviewMail } from './mails.ts'
import * as sql from './statement.sql.ts'
import {
  type Content,
  type Given,
  isOpen,
  LINK_DAYS,
  type LineDecision,
  type Statement,
  sourceOf,
  sumOf,
  supplierKey,
} from './statement.ts'

const DAY = 86_400_000
/** How often one request may be mailed: once a day, and not for ever. */
const MOST_MAILS = 5

/** Someone of the team who acts, on which canteen; `url`: the address of the site, for the links of mails. */
export type Deed = { readonly canteen: Canteen; readonly by: Person; readonly url: string }

export const linkTo = (platform: Platform, url: string, statement: Statement): string =>
  url + statementAddress(tokenOf(platform, statement))
const reviewAddress = ({ canteenId, id }: Statement) => `/cantines/${canteenId}/releves/${id}`
export const linkEnd = (now: Date) => new Date(now.getTime() + LINK_DAYS * DAY)

/** Tells the trail of the canteen what happened to its statement. */
export const tell = (
  db: Queries,
  platform: Platform,
  { canteenId, id }: Pick<Statement, 'canteenId' | 'id'>,
  by: string | null,
  kind: string,
  detail = {},
) => addToTrail(db, [{ stream: purchasesStream(canteenId), at: platform.now(), actor: by, kind, detail: { id, ...detail } }])

/** Gives whether it was mailed. */
async function mailLink(db: Queries, platform: Platform, { canteen, url }: Deed, statement: Statement): Promise<boolean> {
  const end = linkEnd(platform.now())
  if (statement.email === null || !(await sql.markMailed(db, statement, end, platform.now()))) return false
  const names = { canteen, statement, link: linkTo(platform, url, statement) }
  await queueMail(db, askMail(statement.email, names, dayInParis(end)))
  return true
}

export type Asked = Pick<Statement, 'year' | 'supplier' | 'email' | 'contractor' | 'word'>

/** Asks a supplier for the statement of a year. Asked already: gives that one, untouched. */
export const askStatement = (platform: Platform, deed: Deed, asked: Asked): Promise<{ statement: Statement; isNew: boolean }> =>
  platform.database.transaction(async (db) => {
    const [now, canteenId, key] = [platform.now(), deed.canteen.id, supplierKey(asked.supplier)]
    const fresh = { ...asked, canteenId, supplierKey: key, by: deed.by.id, now, expiresAt: linkEnd(now), jointId: null }
    const statement = await sql.addStatement(db, fresh)
    if (!statement)
      return { statement: (await sql.findTwin(db, { canteenId, year: asked.year, supplierKey: key }))!, isNew: false }
    await tell(db, platform, statement, deed.by.id, 'statement-asked', { year: asked.year })
    await mailLink(db, platform, deed, statement)
    return { statement, isNew: true }
  })

/** May the link be mailed once more? */
export const mayMail = (
  { email, mailedAt, mailCount, cutAt }: Pick<Statement, 'email' | 'mailedAt' | 'mailCount' | 'cutAt'>,
  isDone: boolean,
  now: Date,
): boolean =>
  !isDone &&
  email !== null &&
  cutAt === null &&
  mailCount < MOST_MAILS &&
  (mailedAt === null || now.getTime() - mailedAt.getTime() >= DAY)

/** Mails the same link again, good for as long as the first time. */
export const mailAgain = (platform: Platform, deed: Deed, statement: Statement): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (await mailLink(db, platform, deed, statement)) await tell(db, platform, statement, deed.by.id, 'statement-mailed')
  })

export const cutStatementLink = (platform: Platform, deed: Deed, statement: Statement): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (await sql.cutLink(db, statement, platform.now())) await tell(db, platform, statement, deed.by.id, 'statement-link-cut')
  })

/** Another link in place of one that was cut, has ended, or went to the wrong hands. */
export const renewStatementLink = (platform: Platform, deed: Deed, statement: Statement): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (await sql.renewLink(db, statement, linkEnd(platform.now())))
      await tell(db, platform, statement, deed.by.id, 'statement-link-renewed')
  })

/** What the supplier attests. False when nothing waits to be sent: sent twice is sent once. */
export const sendStatement = (
  platform: Platform,
  canteen: Canteen,
  // The link that the supplier came by: its own, or one of a list.
  {
    statement: { id },
    url,
    link,
    attested,
  }: { statement: Statement; url: string; link: string; attested: Pick<Given, 'name' | 'job'> },
): Promise<boolean> =>
  platform.database.transaction(async (db) => {
    const sent = await sql.sendDraft(db, id, attested, platform.now())
    if (!sent?.given) return false
    const { given, version } = sent
    await tell(db, platform, sent, null, 'statement-received', { version, lines: given.lines.length, cents: sumOf(given.lines) })
    if (sent.email !== null) await queueMail(db, receiptMail(sent.email, { canteen, statement: sent, link }, given))
    const asker = sent.askedBy === null ? null : await findPerson(db, { id: sent.askedBy })
    if (asker) await queueMail(db, toReviewMail(asker, { canteen, statement: sent, link: url + reviewAddress(sent) }, given))
    return true
  })

export const keepStatementDraft = ({ database, now }: Platform, { id }: Statement, content: Content): Promise<boolean> =>
  sql.keepDraft(database, id, content, now())

/** The day of the purchases of a statement: the last one of its year, or that of the sending while the year goes on. */
export function purchaseDay({ year, sentAt }: Pick<Statement, 'year' | 'sentAt'>, now: Date): string {
  const sent = dayInParis(sentAt ?? now)
  return Number(sent.slice(0, 4)) === year ? sent : `${year}-12-31`
}

const purchasesOf = (statement: Statement, decisions: readonly LineDecision[], now: Date): NewPurchase[] =>
  decisions
    .filter(({ accepted }) => accepted)
    .map(({ line: { wording, family, characteristics, origin, cents } }) => ({
      canteenId: statement.canteenId,
      date: purchaseDay(statement, now),
      description: wording || [familyWords(family), ...characteristics.map(labelWords)].join(', '),
      supplier: statement.supplier,
      priceExclTaxCents: cents,
      family,
      characteristics,
      origin,
      shortChain: false,
      local: false,
      localDefinition: null,
      localKm: null,
    }))

/** The link that the supplier was given, from its list when it has one; null once it is closed. */
async function givenLink(db: Queries, platform: Platform, url: string, statement: Statement): Promise<string | null> {
  const now = platform.now()
  if (!isOpen(statement, now)) return null
  if (statement.jointId === null) return linkTo(platform, url, statement)
  const list = await findJoint(db, statement.jointId)
  return list && isOpen(list, now) ? url + statementAddress(tokenOf(platform, statement, list)) : null
}

/** Makes purchases of the accepted lines. False when the statement was sent again, or decided, since `version` was read. */
export const decideStatement = (
  platform: Platform,
  { canteen, by, url }: Deed,
  { statement, decisions, version }: { statement: Statement; decisions: readonly LineDecision[]; version: number },
): Promise<boolean> =>
  platform.database.transaction(async (db) => {
    const deed = { by: by.id, now: platform.now() }
    if (!(await sql.writeDecisions(db, statement, { decisions, version, ...deed }))) return false
    const source = { source: 'supplier', sourceId: sourceOf(statement.id), ...deed } as const
    await addPurchases(db, purchasesOf(statement, decisions, deed.now), source)
    const accepted = decisions.filter((one) => one.accepted).length
    await tell(db, platform, statement, by.id, 'statement-decided', { accepted, refused: decisions.length - accepted })
    const link = await givenLink(db, platform, url, statement)
    if (statement.email !== null) await queueMail(db, answerMail(statement.email, { canteen, statement, link }, decisions))
    return true
  })

/** Takes the purchases of a statement out of the book: it waits for a decision again. */
export const takeStatementBack = (platform: Platform, { by }: Deed, statement: Statement): Promise<void> =>
  platform.database.transaction(async (db) => {
    if (!(await sql.reopen(db, statement))) return
    const ids = await idsOfSource(db, statement.canteenId, sourceOf(statement.id))
    const deed = { by: by.id, now: platform.now() }
    if (ids.length > 0) await takeOutForGood(db, statement.canteenId, ids, newRemovalId(platform), deed)
    await tell(db, platform, statement, by.id, 'statement-taken-back')
  })
