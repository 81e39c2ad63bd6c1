// What counts in the shares: the labels of the law, group by group, and the product families, for the purchases of a year.
import type { FC } from 'hono/jsx'
import { families } from '../../law/families.ts'
import { labelGroups, labelName, labels } from '../../law/labels.ts'
import type { DataYear } from '../../law/timeline.ts'

export const WhatCounts: FC<{ year: DataYear }> = ({ year }) => (
  <>
    <p>
      Un produit compte une seule fois, à la première ligne où il entre. Local, circuit court, fait maison : c’est précieux, et
      cela se met en avant, mais cela ne compte pas dans ces parts sans l’un des labels ci-dessous.
    </p>
    <ul>
      {labelGroups.map((group) => {
        const names = labels.filter((label) => label.group === group.id).map((label) => labelName(label, year))
        return (
          <li>
            <strong>{group.label.replace(/ \(.*\)$/, '')}</strong>
            {names.length > 1 ? ` : ${names.join(' ; ')}` : null}
          </li>
        )
      })}
    </ul>
    <p>
      Tous les achats alimentaires sont dans le total, y compris les boissons et les goûters :{' '}
      {families.map(nameInSentence).join(' ; ')}.
    </p>
    <p>
      <a class="fr-link" href="/est-ce-que-ca-compte">
        Vérifier un label ou une mention
      </a>
    </p>
  </>
)

/** Inside a sentence, without its capital; « BOF » keeps its own. */
const nameInSentence = ({ label }: { label: string }) => label.replace(/^\p{Lu}(?=\p{Ll})/u, (initial) => initial.toLowerCase())
