// A satellite and its groups over time; and, for a canteen that cooks on the spot, why it is in none.
import type { FC } from 'hono/jsx'
import type { DataYear, IsoDate } from '../../law/timeline.ts'
import { type Canteen, CanteenFrame } from '../canteens/canteens.ts'
import { Concept } from './concept.tsx'
import { type Said, SaidNotice } from './notice.tsx'
import { isOn } from './period.ts'
import type { NamedPeriod } from './periods.sql.ts'
import { RequestsToAnswer, SentRequests } from './request-list.tsx'
import type { LinkRequest } from './requests.sql.ts'
import { YearTimeline } from './timeline.tsx'
import { quoted, stayWords } from './words.ts'

export type SatelliteProps = {
  canteen: Canteen
  mayRun: boolean
  today: IsoDate
  said: Said | null
  periods: readonly NamedPeriod[]
  requests: readonly LinkRequest[]
  year: DataYear
  /** Years that can be shown: those of the periods, and the year under way. */
  years: readonly DataYear[]
  /** Groups that the reader has a role on. */
  known: ReadonlySet<number>
}

export const SatellitePage: FC<SatelliteProps> = ({ canteen, mayRun, today, said, periods, requests, year, years, known }) => {
  const base = `/cantines/${canteen.id}/groupe`
  const current = periods.find((period) => isOn(period, today))
  const groupName = ({ groupId, groupName }: NamedPeriod) =>
    known.has(groupId) ? <a href={`/cantines/${groupId}/groupe`}>{quoted(groupName)}</a> : quoted(groupName)
  return (
    <CanteenFrame canteen={canteen} tab="groupe">
      {said ? <SaidNotice said={said} base={base} /> : null}
      <p class="fr-text--lead">
        {current ? (
          <>
            Dans le groupe {groupName(current)} {stayWords(current, today)}.
          </>
        ) : (
          'Cette cantine n’est dans aucun groupe aujourd’hui : ses achats se déclarent avec elle.'
        )}
      </p>
      <RequestsToAnswer requests={requests} side="satellite" base={base} mayRun={mayRun} today={today} />
      {mayRun ? (
        <div class="actions">
          <a class="fr-btn" href={`${base}/changer`}>
            {current ? 'Cette cantine change de cuisine' : 'Rejoindre un groupe'}
          </a>
          {current ? (
            <a class="fr-btn fr-btn--secondary" href={`${base}/periodes/${current.id}`}>
              Quitter le groupe
            </a>
          ) : null}
        </div>
      ) : null}
      <Concept open={periods.length === 0 && requests.length === 0} />
      <SentRequests requests={requests} side="satellite" base={base} mayRun={mayRun} />
      {periods.length === 0 ? null : (
        <>
          <section aria-labelledby="annee" class="fr-mt-4w">
            <h2 id="annee">{`L’année ${year}`}</h2>
            <YearTimeline year={year} periods={periods} />
            {years.length > 1 ? (
              <ul class="when-links no-print">
                {years.map((one) => (
                  <li>
                    <a href={`${base}?annee=${one}#annee`} aria-current={one === year ? 'true' : undefined}>
                      {one}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null}
          </section>
          <section aria-labelledby="periodes">
            <h2 id="periodes">Toutes les périodes</h2>
            <ul>
              {periods.toReversed().map((period) => (
                <li>
                  {groupName(period)}, {stayWords(period, today)}
                  {mayRun ? (
                    <>
                      {' – '}
                      <a href={`${base}/periodes/${period.id}`}>
                        modifier<span class="fr-sr-only">{` les dates dans ${quoted(period.groupName)}`}</span>
                      </a>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </CanteenFrame>
  )
}

export const OnSitePage: FC<{ canteen: Canteen; mayRun: boolean }> = ({ canteen, mayRun }) => (
  <CanteenFrame canteen={canteen} tab="groupe" title="Groupe">
    <p class="fr-text--lead">
      Cette cantine cuisine sur place : elle n’entre dans aucun groupe, et ses achats se déclarent avec elle.
    </p>
    <p>
      Une autre cuisine la livre ?{' '}
      {mayRun ? (
        <a href={`/cantines/${canteen.id}/modifier`}>Changez son type dans sa fiche</a>
      ) : (
        'Son type se change dans sa fiche'
      )}
      {' : « Restaurant satellite ». '}Elle pourra alors rejoindre le groupe de cette cuisine.
    </p>
    <Concept />
  </CanteenFrame>
)
