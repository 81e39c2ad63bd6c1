// The two halves of the library: documents and tools; texts of law.
import type { FC } from 'hono/jsx'
import { Tabs } from '../../platform/html/tabs.tsx'

const halves = [
  { href: '/ressources', label: 'Guides, outils et contacts' },
  { href: '/ressources/textes', label: 'Textes de loi' },
]

export const LibraryTabs: FC<{ here: string }> = ({ here }) => <Tabs label="Ressources et textes" links={halves} here={here} />
