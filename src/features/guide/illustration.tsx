// A tray seen from above, drawn for the home page: it says « meal » and nothing more, so it is hidden from screen readers.
import type { FC } from 'hono/jsx'

export const Tray: FC = () => (
  <svg class="tray" viewBox="0 0 440 320" aria-hidden="true" focusable="false">
    <rect x="8" y="24" width="424" height="276" rx="34" fill="#cfe9de" />
    <rect x="22" y="38" width="396" height="248" rx="24" fill="#e9f6f0" />
    <circle cx="212" cy="172" r="104" fill="#ffffff" />
    <circle cx="212" cy="172" r="104" fill="none" stroke="#b9d9cb" stroke-width="3" />
    <circle cx="212" cy="172" r="76" fill="#f5faf7" />
    {/* salad */}
    <path d="M150 176c-10-34 18-66 52-62 22 3 22 26 8 38 14 2 18 22 2 30-16 20-54 22-62-6z" fill="#3c9a72" />
    <path
      d="M160 178c10-24 24-38 42-50M176 160l-4-18M188 150l18-2"
      fill="none"
      stroke="#d9efe4"
      stroke-width="3"
      stroke-linecap="round"
    />
    {/* grains */}
    <path d="M222 130c26-14 56 4 58 34 1 14-10 20-24 18-22-2-44-10-44-28 0-10 2-20 10-24z" fill="#e8c877" />
    <path
      d="M232 144h1M248 140h1M262 150h1M240 158h1M256 164h1M270 166h1M246 174h1"
      stroke="#a97c1f"
      stroke-width="5"
      stroke-linecap="round"
    />
    {/* carrots */}
    <circle cx="196" cy="216" r="17" fill="#e8863a" />
    <circle cx="226" cy="222" r="17" fill="#f0994e" />
    <circle cx="254" cy="208" r="16" fill="#e8863a" />
    <circle cx="196" cy="216" r="7" fill="#f7bd86" />
    <circle cx="226" cy="222" r="7" fill="#fbd0a4" />
    <circle cx="254" cy="208" r="6" fill="#f7bd86" />
    {/* fork */}
    <path d="M58 92v40a12 12 0 0 0 24 0V92M70 92v158" fill="none" stroke="#5d7d70" stroke-width="6" stroke-linecap="round" />
    {/* knife */}
    <path d="M340 90c16 20 18 60 4 86h-4z" fill="#5d7d70" />
    <path d="M341 172v78" stroke="#5d7d70" stroke-width="7" stroke-linecap="round" />
    {/* water */}
    <circle cx="384" cy="86" r="24" fill="#ffffff" />
    <circle cx="384" cy="86" r="17" fill="#bfe0ec" />
    {/* apple */}
    <path d="M384 216c-12-10-26 0-26 18 0 20 14 34 26 28 12 6 26-8 26-28 0-18-14-28-26-18z" fill="#c9473c" />
    <path d="M384 216c0-10 4-16 10-20" fill="none" stroke="#6b4a2a" stroke-width="4" stroke-linecap="round" />
    <path d="M386 208c4-12 16-14 24-12-2 10-12 16-24 12z" fill="#3c9a72" />
  </svg>
)
