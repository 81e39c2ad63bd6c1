// The site's mark: a leaf on a plate. Served as the browser's icon, and small enough to be drawn anywhere.

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
<circle cx="32" cy="32" r="31" fill="#1b5e48"/>
<circle cx="32" cy="32" r="23" fill="#f7fbf9"/>
<path d="M20 44C17 29 26 19 46 18c1 18-8 28-22 25" fill="#2a7d5f"/>
<path d="M18 48c5-11 12-18 21-24" fill="none" stroke="#f7fbf9" stroke-width="3" stroke-linecap="round"/>
<path d="M17 49l5-8" fill="none" stroke="#2a7d5f" stroke-width="3.5" stroke-linecap="round"/>
</svg>
`
