// The door of recognition: what wordings of invoices say of family, labels and origin, and what teams taught of them.
export type { Reading } from './lesson.ts'
export { type Correction, forget, type Learned, learn, learnedIn, recall, recogniseFor, taughtBy } from './lessons.ts'
export { type Evidence, type Recognition, recognise } from './recognise.ts'
export type { Supplier } from './wording-key.ts'
