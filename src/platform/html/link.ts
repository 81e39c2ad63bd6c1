/** An entry of the menu, the footer or the site map. */
export type Link = { href: string; label: string; description?: string }
